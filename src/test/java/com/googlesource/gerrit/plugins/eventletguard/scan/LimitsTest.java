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

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What comes of inputs that nobody writes by hand; the page limits.md states the same. */
@Timeout(600)
class LimitsTest {
  private final Scanner scanner =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  @Test
  void everyUsageOfOneLineIsFoundBelowManyMarks() {
    String text =
        "import eventlet\n"
            + "# eventlet-guard: ignore[EVT110] a reason\n".repeat(20_000)
            + "x = ["
            + "eventlet.spawn, ".repeat(5_000)
            + "]\n";
    List<Finding> findings = scan("a.py", text).findings();
    assertThat(findings).hasSize(5_001);
    assertThat(findings.getLast().usage().surroundings().marks()).hasSize(100);
  }

  @Test
  void everyUsageOfALongLineIsFound() {
    String line = "eventlet " + "EVENTLET_HUB=poll ".repeat(20_000) + "# eventlet-guard: x\n";
    assertThat(scan("a.sh", line).skipped()).isEmpty();
  }

  @Test
  void aMillionFunctionsAreTooLargeWhereOneOfThemMatters() {
    String functions = "def f(): pass\n".repeat(1_000_000);
    assertThat(scan("a.py", functions)).isEqualTo(ScanResult.NOTHING);
    assertThat(scan("a.py", functions + "import eventlet\n").skipped())
        .hasValue(SkipReason.TOO_LARGE);
  }

  @Test
  void aLineOfTenMegabytesIsTooLargeWhereAnythingInItMatters() {
    String line = "x = '" + "a".repeat(10 << 20) + "'";
    assertThat(scan("a.py", line)).isEqualTo(ScanResult.NOTHING);
    assertThat(scan("a.py", "import eventlet; " + line).skipped()).hasValue(SkipReason.TOO_LARGE);
  }

  @Test
  void bracketsNestedWithoutEndAreScannedOrTooComplex() {
    for (String bracket : List.of("(", "[", "{", "{a: ", "[{")) {
      for (String path : List.of("a.py", "a.yaml", "pyproject.toml", "a.conf", "a.conf.j2")) {
        String text = "eventlet = " + bracket.repeat(20_000) + "\n";
        assertWithMessage("%s in %s", bracket, path)
            .that(scan(path, text).skipped().orElse(SkipReason.TOO_COMPLEX))
            .isEqualTo(SkipReason.TOO_COMPLEX);
      }
    }
  }

  @Test
  void listsNestedOnOneLineAreScannedOrTooComplex() {
    assertThat(
            scan("a.yaml", "eventlet:\n" + "- ".repeat(100_000) + "a\n")
                .skipped()
                .orElse(SkipReason.TOO_COMPLEX))
        .isEqualTo(SkipReason.TOO_COMPLEX);
  }

  @Test
  void aliasesThatWouldExpandWithoutEndAreVisitedOnce() {
    StringBuilder text = new StringBuilder("a0: &a0 {heartbeat_in_pthread: true}\n");
    for (int i = 1; i < 40; i++) {
      text.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(10)));
    }
    text.append("b: &b {c: *b}\n");
    assertThat(scan("a.yaml", text.toString()).findings()).hasSize(1);
  }

  private ScanResult scan(String path, String text) {
    return scanner.scan(new SourceFile(path, text.getBytes(StandardCharsets.UTF_8)));
  }
}
