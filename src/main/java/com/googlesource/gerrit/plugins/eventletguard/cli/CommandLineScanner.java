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

import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsScanner;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** The scanner that the commands share. */
final class CommandLineScanner {
  private CommandLineScanner() {}

  /** A scanner with the rules of a branch, whose defects show on the command's standard error. */
  static Scanner of(CommandSpec command, RuleCatalog catalog) {
    PrintWriter err = command.commandLine().getErr();
    return (catalog == RuleCatalog.builtIn() ? BuiltIn.SCANNER : standard(catalog))
        .tellingDefects(
            (path, defect) -> {
              err.println("eventlet-guard: cannot scan %s, which is a defect:".formatted(path));
              defect.printStackTrace(err);
            });
  }

  /** The scanner with the rules that are built in, which tells nobody of defects. */
  static Scanner builtIn() {
    return BuiltIn.SCANNER;
  }

  private static Scanner standard(RuleCatalog catalog) {
    return Scanners.standard(
        catalog, new SettingsScanner(RuleCatalog.builtIn()), (path, defect) -> {});
  }

  /** Made once, by whoever asks first: see {@link Preloading}. */
  private static final class BuiltIn {
    static final Scanner SCANNER = standard(RuleCatalog.builtIn());
  }
}
