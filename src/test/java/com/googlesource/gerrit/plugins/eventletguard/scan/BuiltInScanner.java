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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Scans a text with the built-in rules, for tests in which a defect is an error. */
public final class BuiltInScanner {
  private static final Scanner SCANNER =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  private BuiltInScanner() {}

  /** What is found in a file. */
  public static List<Finding> findings(String path, String text) {
    return SCANNER.scan(new SourceFile(path, text.getBytes(StandardCharsets.UTF_8))).findings();
  }
}
