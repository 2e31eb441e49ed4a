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

import com.googlesource.gerrit.plugins.eventletguard.policy.BranchSettings;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsFile;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The option that names the settings of the branch, which may define rules of the project. */
final class SettingsOption {
  /** Where the settings come from when no option names a file. */
  @FunctionalInterface
  interface Settings {
    SettingsFile read() throws InputException, IOException;
  }

  private final OptionSpec config =
      Arguments.file(
          "--config",
          "The settings of the branch; default: "
              + BranchSettings.FILE
              + " at the top of its tree.");

  void addTo(CommandSpec spec) {
    spec.addOption(config);
  }

  /**
   * The settings; what is wrong in them is told, and the default holds.
   *
   * @throws InputException if the file that the option names cannot be read
   */
  SettingsFile read(Settings byDefault, PrintWriter err) throws InputException, IOException {
    Optional<Path> named = file();
    SettingsFile file = named.isPresent() ? read(named.get()) : byDefault.read();
    for (RuleProblem problem : file.problems()) {
      err.println("eventlet-guard: " + problem.message());
    }
    err.flush();
    return file;
  }

  /** The file that the option names. */
  Optional<Path> file() {
    return Optional.ofNullable(config.getValue());
  }

  /** The settings in a folder of the file system. */
  static SettingsFile inFolder(Path folder) throws InputException {
    return inFirst(List.of(folder));
  }

  /** Those of the first folder that has some. */
  static SettingsFile inFirst(Collection<Path> folders) throws InputException {
    for (Path folder : folders) {
      Path file = folder.resolve(BranchSettings.FILE);
      if (Files.isRegularFile(file)) {
        return read(file);
      }
    }
    return SettingsFile.NONE;
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
