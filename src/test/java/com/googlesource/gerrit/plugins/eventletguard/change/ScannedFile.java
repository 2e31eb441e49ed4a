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

package com.googlesource.gerrit.plugins.eventletguard.change;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the built-in rules say of a file that a test spells out. */
final class ScannedFile {
  private static final Scanner SCANNER =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  private ScannedFile() {}

  /** The keys of the patterns that matched. */
  static List<String> found(String path, String text) {
    return findings(path, text).stream().map(finding -> finding.pattern().key()).toList();
  }

  static List<Severity> severities(String path, String text) {
    return findings(path, text).stream().map(Finding::severity).toList();
  }

  private static List<Finding> findings(String path, String text) {
    return SCANNER.scan(new SourceFile(path, text.getBytes(StandardCharsets.UTF_8))).findings();
  }
}
