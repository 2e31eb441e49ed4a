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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eventlet-guard inventory PATH…}: how far projects are. */
@Command(
    name = "inventory",
    description = {
      "Tells how far a project is from running without Eventlet, and what to do next.",
      "PATH is a folder with the files of a project, or a bare repository, of which the newest"
          + " commit counts. Several projects make one table."
    },
    mixinStandardHelpOptions = true)
final class InventoryCommand implements Callable<Integer> {
  /** How an inventory is printed. */
  enum Format {
    TEXT,
    JSON,
    HTML
  }

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Projects.")
  private List<Path> paths;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      completionCandidates = EnumWords.InventoryFormats.class,
      description = "How to print it: one of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      description = "Also write it in this format to a file; may be given several times.")
  private Map<Format, Path> reports = Map.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      completionCandidates = EnumWords.Kinds.class,
      description =
          "Whose steps hold: one of ${COMPLETION-CANDIDATES}; default: told by the entry points.")
  private Deliverable.Kind kind;

  @Option(
      names = "--history",
      paramLabel = "N",
      arity = "0..1",
      fallbackValue = "1000",
      preprocessor = OptionalNumber.class,
      description =
          "Follow the last N commits of the branch by their first parents; without N: 1000.")
  private Integer history;

  @Mixin private PolicyOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (history != null && history < 1) {
      throw new InputException("--history takes a number from 1 on, not " + history);
    }
    List<Inventory> inventories = new ArrayList<>();
    for (Path path : paths) {
      inventories.add(
          new ProjectInventory(
                  spec, options, Optional.ofNullable(kind), Optional.ofNullable(history))
              .take(path));
    }
    inventories.sort(Inventory.ORDER);
    for (Map.Entry<Format, Path> report : reports.entrySet()) {
      OutputOptions.write(report.getValue(), rendered(inventories, report.getKey()));
    }
    spec.commandLine().getOut().print(rendered(inventories, format));
    spec.commandLine().getOut().flush();
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
