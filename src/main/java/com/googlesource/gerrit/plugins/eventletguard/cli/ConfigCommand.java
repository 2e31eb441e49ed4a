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

import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchSettings;
import com.googlesource.gerrit.plugins.eventletguard.policy.Series;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsEntry;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.policy.StageDetector;
import com.googlesource.gerrit.plugins.eventletguard.report.SettingsReport;
import com.googlesource.gerrit.plugins.eventletguard.report.SettingsReport.Setting;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code eventlet-guard config}: what holds for a tree, and where each value comes from. */
final class ConfigCommand extends Command {
  private static final String SERIES = "series";
  private static final String TESTS = "tests.judge";

  /** How the settings are printed. */
  private enum Format {
    TEXT,
    JSON
  }

  private final PositionalParamSpec folder =
      PositionalParamSpec.builder()
          .paramLabel("DIR")
          .arity("0..1")
          .type(Path.class)
          .defaultValue(".")
          .description("The top of the tree; default: the current folder.")
          .build();
  private final OptionSpec format =
      OptionSpec.builder("--format")
          .paramLabel("FORMAT")
          .type(Format.class)
          .defaultValue("text")
          .description("One of text, json; default: ${DEFAULT-VALUE}.")
          .build();
  private final PolicyOptions options = new PolicyOptions();

  ConfigCommand() {
    super(
        "Shows what holds for a tree, and why: its stage, its series, and every value with the"
            + " line, the option or the default that it comes from.");
    spec().addPositional(folder);
    spec().addOption(format);
    options.addTo(spec());
  }

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(folder())) {
      throw new InputException("no such folder: %s; name the top of a tree".formatted(folder()));
    }
    SettingsFile file = options.settings(() -> SettingsOption.inFolder(folder()), err());
    List<Setting> settings = settings(file);
    out()
        .print(
            format.getValue() == Format.TEXT
                ? SettingsReport.text(settings)
                : SettingsReport.json(settings));
    out().flush();
    return Main.CLEAN;
  }

  private List<Setting> settings(SettingsFile file) throws InputException, IOException {
    String name = source().map(Path::toString).orElse(BranchSettings.FILE);
    List<SettingsEntry> entries =
        source().isEmpty() ? List.of() : SettingsEntry.of(name, read(source().get()), file);
    List<Setting> settings = new ArrayList<>();
    StageWithSource stage = stage(file, name, entries);
    settings.add(new Setting("stage", stage.stage().word(), stage.source()));
    settings.add(series(file.settings(), name, entries));
    settings.add(tests(file.settings(), stage.stage(), name, entries));
    for (SettingsEntry entry : entries) {
      if (!entry.holds()) {
        settings.add(
            new Setting(
                entry.key(), entry.value(), place(name, entry) + ", wrong: the default holds"));
      } else if (!entry.key().startsWith("branch.") && !entry.key().equals(TESTS)) {
        settings.add(new Setting(entry.key(), entry.value(), place(name, entry)));
      }
    }
    return settings;
  }

  private record StageWithSource(Stage stage, String source) {}

  private StageWithSource stage(SettingsFile file, String name, List<SettingsEntry> entries)
      throws InputException, IOException {
    if (options.stage().isPresent()) {
      return new StageWithSource(options.stage().get(), "the option --stage");
    }
    Optional<Stage> said = file.settings().stage();
    if (said.isPresent()) {
      return new StageWithSource(said.get(), place(name, entries, "branch.stage"));
    }
    List<Finding> findings =
        new ArrayList<>(
            new FileTree(() -> CommandLineScanner.of(spec(), file.catalog()))
                .scanBelow(folder())
                .findings());
    findings.sort(Finding.ORDER);
    return new StageWithSource(
        StageDetector.stage(file.settings(), findings),
        "computed: " + StageDetector.reason(file.settings(), findings));
  }

  private Setting series(BranchSettings settings, String name, List<SettingsEntry> entries) {
    Optional<Series> asked = options.series();
    if (asked.isPresent()) {
      return new Setting(SERIES, asked.get().id(), "the option --series");
    }
    return new Setting(
        SERIES,
        PolicyOptions.seriesOf(settings).id(),
        settings.series().isPresent()
            ? place(name, entries, "branch.series")
            : "the default: the one under development");
  }

  private static Setting tests(
      BranchSettings settings, Stage stage, String name, List<SettingsEntry> entries) {
    String word = BranchPolicy.testsWord(settings, stage);
    return new Setting(
        TESTS,
        word,
        settings.tests().isPresent()
            ? place(name, entries, TESTS)
            : "the default at stage " + stage.word());
  }

  private static String place(String name, List<SettingsEntry> entries, String key) {
    return entries.stream()
        .filter(entry -> entry.key().equals(key) && entry.holds())
        .findFirst()
        .map(entry -> place(name, entry))
        .orElse(name);
  }

  private static String place(String name, SettingsEntry entry) {
    return "%s:%d".formatted(name, entry.line());
  }

  private Path folder() {
    return folder.getValue();
  }

  /** The file that was read. */
  private Optional<Path> source() {
    Path ofTree = folder().resolve(BranchSettings.FILE).normalize();
    return options.file().or(() -> Optional.of(ofTree).filter(Files::isRegularFile));
  }

  private static String read(Path file) throws InputException {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InputException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
