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
import com.googlesource.gerrit.plugins.eventletguard.policy.SeriesCalendar;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say for which branch findings are judged. */
final class PolicyOptions {
  private static final String AUTO = "auto";

  /** Where the settings come from when no option names a file. */
  @FunctionalInterface
  interface Settings {
    SettingsFile read() throws InputException, IOException;
  }

  /** How the stage is computed when neither an option nor the settings say it. */
  @FunctionalInterface
  interface StageOf {
    Stage compute(BranchSettings settings) throws InputException, IOException;
  }

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      defaultValue = AUTO,
      converter = StageConverter.class,
      description =
          "Where the branch stands: eventlet, dual, removed, or auto to tell by its tree; default:"
              + " what the settings say, else auto.")
  private StageChoice stage;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The settings of the branch; default: "
              + BranchSettings.FILE
              + " at the top of its tree.")
  private Path config;

  @Option(
      names = "--series",
      paramLabel = "SERIES",
      converter = SeriesConverter.class,
      description =
          "The release series of the branch, such as 2026.1; default: what the settings say, else"
              + " the one under development.")
  private Series series;

  /** The stage that was asked for; null for {@code auto}. */
  private record StageChoice(Stage stage) {}

  static final class StageConverter implements ITypeConverter<StageChoice> {
    @Override
    public StageChoice convert(String value) {
      if (value.equalsIgnoreCase(AUTO)) {
        return new StageChoice(null);
      }
      for (Stage stage : Stage.values()) {
        if (stage.word().equalsIgnoreCase(value)) {
          return new StageChoice(stage);
        }
      }
      throw new TypeConversionException(
          "'%s' is no stage; use eventlet, dual, removed or auto".formatted(value));
    }
  }

  static final class SeriesConverter implements ITypeConverter<Series> {
    @Override
    public Series convert(String value) {
      return SeriesCalendar.builtIn()
          .find(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no series; use one such as 2026.1".formatted(value)));
    }
  }

  /**
   * The policy of the branch; what is wrong in the settings is told, and the default holds.
   *
   * @throws InputException if the file that an option names cannot be read
   */
  BranchPolicy policy(Settings byDefault, StageOf stageOf, PrintWriter err)
      throws InputException, IOException {
    SettingsFile file = config == null ? byDefault.read() : read(config);
    for (RuleProblem problem : file.problems()) {
      err.println("eventlet-guard: " + problem.message());
    }
    err.flush();
    BranchSettings settings = file.settings();
    return new BranchPolicy(
        settings,
        stage.stage() == null ? stageOf.compute(settings) : stage.stage(),
        series == null ? seriesOf(settings) : series);
  }

  private static Series seriesOf(BranchSettings settings) {
    return settings
        .series()
        .orElseGet(() -> SeriesCalendar.builtIn().current(LocalDate.now(ZoneOffset.UTC)));
  }

  /** The settings in a folder of the file system. */
  static SettingsFile inFolder(Path folder) throws InputException {
    Path file = folder.resolve(BranchSettings.FILE);
    return Files.isRegularFile(file) ? read(file) : SettingsFile.NONE;
  }

  private static SettingsFile read(Path file) throws InputException {
    try {
      return SettingsFile.parse(
          file.toString(),
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8),
          RuleCatalog.builtIn());
    } catch (IOException e) {
      throw new InputException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
