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

import java.util.List;

/** Scans a text and writes what was found in a form that a test can spell out. */
public final class UsageLines {
  private UsageLines() {}

  /** Each usage as {@code symbol @ line:character-line:character = the text there}. */
  public static List<String> of(FileScanner scanner, String path, String text) {
    return scanner.scan(SourceText.of(path, text)).stream().map(UsageLines::line).toList();
  }

  /** The statement of each usage. */
  public static List<String> statements(FileScanner scanner, String path, String text) {
    return scanner.scan(SourceText.of(path, text)).stream().map(Usage::statement).toList();
  }

  private static String line(Usage usage) {
    Range range = usage.range();
    return "%s @ %d:%d-%d:%d = %s"
        .formatted(
            usage.symbol(),
            range.startLine(),
            range.startCharacter(),
            range.endLine(),
            range.endCharacter(),
            usage.sourceText());
  }
}
