// Copyright (C) 2026 The Eventlet Guard Authors
//
// Licensed under the Apache License, Version 2.0 (the "License");
// you may not use this file except in compliance with the License.
// You may obtain a copy of the License at
//
// http://www.apache.org/licenses/LICENSE-2.0
//
// Unless required by applicable law or agreed to in writing, software
// distributed under the License is distributed on an "AS IS" BASIS,
// WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
// See the License for the specific language governing permissions and
// limitations under the License.

package com.googlesource.gerrit.plugins.eventletguard.cli;

import com.googlesource.gerrit.plugins.eventletguard.inventory.Deliverable;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Inventory;
import com.googlesource.gerrit.plugins.eventletguard.report.InventoryJson;
import com.googlesource.gerrit.plugins.eventletguard.report.InventoryTable;
import com.googlesource.gerrit.plugins.eventletguard.report.InventoryText;
import com.googlesource.gerrit.plugins.eventletguard.report.html.HtmlInventory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code eventlet-guard inventory PATH…}: how far projects are. */
final class InventoryCommand extends Command {
  /** How an inventory is printed. */
  enum Format {
    TEXT,
    JSON,
    HTML
  }

  private final PositionalParamSpec paths = Arguments.paths("Projects.");
  private final OptionSpec format =
      Arguments.word("--format", "FORMAT", Format.class)
          .defaultValue("text")
          .description(
              "How to print it: one of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
          .build();
  private final OptionSpec reports =
      Arguments.reports(
          Format.class, "Also write it in this format to a file; may be given several times.");
  private final OptionSpec kind =
      Arguments.word("--kind", "KIND", Deliverable.Kind.class)
          .description(
              "Whose steps hold: one of ${COMPLETION-CANDIDATES}; default: told by the entry"
                  + " points.")
          .build();
  private final OptionSpec history =
      OptionSpec.builder("--history")
          .paramLabel("N")
          .type(Integer.class)
          .arity("0..1")
          .fallbackValue("1000")
          .preprocessor(new OptionalNumber())
          .description(
              "Follow the last N commits of the branch by their first parents; without N: 1000.")
          .build();
  private final PolicyOptions options = new PolicyOptions();

  InventoryCommand() {
    super(
        "Tells how far a project is from running without Eventlet, and what to do next.",
        "PATH is a folder with the files of a project, or a bare repository, of which the newest"
            + " commit counts. Several projects make one table.");
    spec().addPositional(paths);
    spec().addOption(format);
    spec().addOption(reports);
    spec().addOption(kind);
    spec().addOption(history);
    options.addTo(spec());
  }

  @Override
  public Integer call() throws Exception {
    Integer commits = history.getValue();
    if (commits != null && commits < 1) {
      throw new InputException("--history takes a number from 1 on, not " + commits);
    }
    List<Inventory> inventories = new ArrayList<>();
    for (Path path : paths.<List<Path>>getValue()) {
      inventories.add(
          new ProjectInventory(
                  spec(),
                  options,
                  Optional.ofNullable(kind.getValue()),
                  Optional.ofNullable(commits))
              .take(path));
    }
    inventories.sort(Inventory.ORDER);
    for (Map.Entry<Format, Path> report : Arguments.<Format>reportsOf(reports).entrySet()) {
      OutputOptions.write(report.getValue(), rendered(inventories, report.getKey()));
    }
    out().print(rendered(inventories, format.getValue()));
    out().flush();
    return Main.CLEAN;
  }

  private static String rendered(List<Inventory> inventories, Format format) {
    return switch (format) {
      case TEXT ->
          inventories.size() == 1
              ? InventoryText.of(inventories.get(0))
              : InventoryTable.of(inventories);
      case JSON -> InventoryJson.of(inventories) + "\n";
      case HTML -> HtmlInventory.of(inventories);
    };
  }
}
