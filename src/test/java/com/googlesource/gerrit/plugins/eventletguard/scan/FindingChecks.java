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

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.List;

/** What holds for the findings of any file. */
public final class FindingChecks {
  private FindingChecks() {}

  /** Fails unless findings are in order, inside their file, and say what stands at their place. */
  public static void assertInside(SourceFile file, List<Finding> findings) {
    String text = SourceText.of(file).text();
    List<String> lines = Arrays.asList(text.split("\n", -1));
    assertWithMessage(text).that(findings).isInOrder(Finding.ORDER);
    for (Finding finding : findings) {
      Range range = finding.usage().range();
      assertInside(lines, range.startLine(), range.startCharacter());
      assertInside(lines, range.endLine(), range.endCharacter());
      int start = offset(lines, range.startLine(), range.startCharacter());
      int end = offset(lines, range.endLine(), range.endCharacter());
      assertWithMessage("%s in %s", range, text).that(start).isLessThan(end);
      assertWithMessage("%s in %s", range, text)
          .that(finding.usage().sourceText())
          .isEqualTo(text.substring(start, end));
    }
  }

  private static void assertInside(List<String> lines, int line, int character) {
    assertWithMessage("line").that(line).isAtLeast(1);
    assertWithMessage("line").that(line).isAtMost(lines.size());
    assertWithMessage("character").that(character).isAtLeast(0);
    assertWithMessage("character").that(character).isAtMost(lines.get(line - 1).length());
  }

  private static int offset(List<String> lines, int line, int character) {
    return lines.subList(0, line - 1).stream().mapToInt(before -> before.length() + 1).sum()
        + character;
  }
}
