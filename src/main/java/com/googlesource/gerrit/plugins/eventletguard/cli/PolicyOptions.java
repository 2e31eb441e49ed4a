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
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The options that say for which branch findings are judged. */
final class PolicyOptions {
  private static final String AUTO = "auto";

  /** How the stage is computed when neither an option nor the settings say it. */
  @FunctionalInterface
  interface StageOf {
    Stage compute(BranchSettings settings) throws InputException, IOException;
  }

  private final OptionSpec stage =
      OptionSpec.builder("--stage")
          .paramLabel("STAGE")
          .type(StageChoice.class)
          .defaultValue(AUTO)
          .converters(new StageConverter())
          .description(
              "Where the branch stands: eventlet, dual, removed, or auto to tell by its tree;"
                  + " default: what the settings say, else auto.")
          .build();
  private final SettingsOption config = new SettingsOption();
  private final OptionSpec series =
      OptionSpec.builder("--series")
          .paramLabel("SERIES")
          .type(Series.class)
          .converters(new SeriesConverter())
          .description(
              "The release series of the branch, such as 2026.1; default: what the settings say,"
                  + " else the one under development.")
          .build();

  void addTo(CommandSpec spec) {
    spec.addOption(stage);
    config.addTo(spec);
    spec.addOption(series);
  }

  /** The stage that was asked for; null for {@code auto}. */
  private record StageChoice(Stage stage) {
    /** Asked for at each start; what the language makes for a record takes longer. */
    @Override
    public String toString() {
      return stage == null ? AUTO : stage.word();
    }
  }

  private static final class StageConverter implements ITypeConverter<StageChoice> {
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

  private static final class SeriesConverter implements ITypeConverter<Series> {
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
   * The settings of the branch; what is wrong in them is told, and the default holds.
   *
   * @throws InputException if the file that an option names cannot be read
   */
  SettingsFile settings(SettingsOption.Settings byDefault, PrintWriter err)
      throws InputException, IOException {
    return config.read(byDefault, err);
  }

  /** The policy of the branch that has these settings. */
  BranchPolicy policy(BranchSettings settings, StageOf stageOf) throws InputException, IOException {
    return new BranchPolicy(
        settings,
        stage().isPresent() ? stage().get() : stageOf.compute(settings),
        series().orElseGet(() -> seriesOf(settings)));
  }

  /** The stage that the option names; empty when it is to be computed. */
  Optional<Stage> stage() {
    return Optional.ofNullable(stage.<StageChoice>getValue().stage());
  }

  /** The series that the option names. */
  Optional<Series> series() {
    return Optional.ofNullable(series.getValue());
  }

  /** The file of settings that the option names. */
  Optional<Path> file() {
    return config.file();
  }

  static Series seriesOf(BranchSettings settings) {
    return settings
        .series()
        .orElseGet(() -> SeriesCalendar.builtIn().current(LocalDate.now(ZoneOffset.UTC)));
  }
}
