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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Findings and judgements of sources that a test spells out. */
final class Scans {
  static final Series SERIES = new Series("2026.2");

  private static final Scanner SCANNER =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw new AssertionError(path, defect);
          });

  private Scans() {}

  static Scanner scanner() {
    return SCANNER;
  }

  static List<Finding> findings(String path, String... lines) {
    String text = String.join("\n", lines) + "\n";
    return SCANNER.scan(new SourceFile(path, text.getBytes(StandardCharsets.UTF_8))).findings();
  }

  static BranchSettings settings(String... lines) {
    SettingsFile file =
        SettingsFile.parse("test.config", String.join("\n", lines), RuleCatalog.builtIn());
    if (!file.problems().isEmpty()) {
      throw new IllegalArgumentException(file.problems().toString());
    }
    return file.settings();
  }

  /** Each finding as line, symbol, and severity or what silences it. */
  static List<String> judged(BranchPolicy policy, String path, String... lines) {
    return policy.judge(findings(path, lines)).stream()
        .map(
            judgement ->
                "%d %s %s"
                    .formatted(
                        judgement.finding().range().startLine(),
                        judgement.finding().usage().symbol(),
                        judgement
                            .silence()
                            .map(silence -> silence.by().word())
                            .orElse(judgement.finding().severity().word())))
        .toList();
  }
}
