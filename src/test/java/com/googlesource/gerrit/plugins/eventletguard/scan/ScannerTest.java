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

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerTest {
  private static final Scanner STANDARD =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  @Test
  void usageThatARuleKnowsIsAFinding() {
    Finding finding = scan("requirements.txt", "six\neventlet>=0.36\n").findings().get(0);

    assertThat(finding.rule().id()).isEqualTo("EVT400");
    assertThat(finding.path()).isEqualTo("requirements.txt");
    assertThat(finding.range()).isEqualTo(new Range(2, 0, 2, 14));
  }

  @Test
  void usageThatNoRuleKnowsIsNone() {
    Usage unknown =
        new Usage(UsageKind.LAUNCHER, "nothing", new Range(1, 0, 1, 1), "e", "statement");

    assertThat(scannerOf(text -> List.of(unknown)).scan(file("eventlet")).findings()).isEmpty();
  }

  @Test
  void findingsAreInOrder() {
    Usage second = usage(2);
    Usage first = usage(1);

    assertThat(
            scannerOf(text -> List.of(second, first)).scan(file("eventlet\neventlet")).findings())
        .isInOrder(Finding.ORDER);
  }

  @Test
  void fileInWhichNothingCanBeFoundIsNotRead() {
    Scanner scanner =
        scannerOf(
            new FileScanner() {
              @Override
              public boolean mayFindIn(SourceFile file) {
                return false;
              }

              @Override
              public List<Usage> scan(SourceText text) {
                throw new AssertionError("was read");
              }
            });

    assertThat(scanner.scan(file("import threading\n"))).isEqualTo(ScanResult.NOTHING);
  }

  @Test
  void fileOfNoKindIsNothing() {
    assertThat(scan("README.rst", "eventlet")).isEqualTo(ScanResult.NOTHING);
  }

  @Test
  void largeFileWithAWordIsSkipped() {
    String text = "#".repeat(Scanner.DEFAULT_SIZE_LIMIT) + "\neventlet\n";

    assertThat(scan("requirements.txt", text).skipped()).hasValue(SkipReason.TOO_LARGE);
  }

  @Test
  void largeFileWithoutAWordIsNothing() {
    String text = "#".repeat(Scanner.DEFAULT_SIZE_LIMIT + 1);

    assertThat(scan("requirements.txt", text)).isEqualTo(ScanResult.NOTHING);
  }

  @Test
  void fileWithANulIsBinary() {
    assertThat(scan("requirements.txt", "eventlet\0").skipped()).hasValue(SkipReason.BINARY);
  }

  @Test
  void binaryFileWithoutAWordIsNothing() {
    assertThat(scan("requirements.txt", "\0\0")).isEqualTo(ScanResult.NOTHING);
  }

  @Test
  void pointerOfGitLfsIsSkipped() {
    assertThat(
            scan("requirements.txt", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n")
                .skipped())
        .hasValue(SkipReason.LFS_POINTER);
  }

  @Test
  void endlessRecursionIsTooComplex() {
    Scanner scanner =
        scannerOf(
            text -> {
              throw new StackOverflowError();
            });

    assertThat(scanner.scan(file("eventlet")).skipped()).hasValue(SkipReason.TOO_COMPLEX);
  }

  @Test
  void defectOfAScannerIsCountedAndTold() {
    Map<String, RuntimeException> told = new HashMap<>();
    IllegalStateException defect = new IllegalStateException("a defect, on purpose");
    Scanner scanner =
        scannerOf(
            text -> {
              throw defect;
            },
            told::put);

    assertThat(scanner.scan(file("eventlet")).skipped()).hasValue(SkipReason.FAILED);
    assertThat(told).containsExactly("a.py", defect);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requirements.txt",
        "setup.cfg",
        "pyproject.toml",
        "a.conf",
        "a.yaml",
        "a.conf.j2"
      })
  void anyBytesAreScannedWithoutADefect(String path) {
    String[] pieces = {
      "eventlet",
      "heartbeat_in_pthread",
      "[",
      "]",
      "{",
      "}",
      "{%",
      "%}",
      "{#",
      "#}",
      "{{",
      "}}",
      "=",
      ":",
      "\n",
      "\r",
      " ",
      "\t",
      "#",
      ";",
      "\"",
      "'",
      "\"\"\"",
      "\\",
      "|",
      ">",
      "-",
      "- ",
      "&a",
      "*a",
      "---",
      "...",
      "!",
      "%",
      "project",
      "dependencies",
      "[project]\n",
      "dependencies = [",
      "[tool.poetry.dependencies]\n",
      "install_requires",
      "[options]\n",
      "é",
      "😀",
      "\u2028",
      "\u0085",
      "\uFFFE",
      "egg=",
      "-e ",
      "--hash",
      "option",
      "state",
      "absent",
      ","
    };
    Random random = new Random(7);
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder("eventlet\n".repeat(round % 2));
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      text.append("heartbeat_in_pthread");
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      if (round % 3 == 0) {
        bytes[random.nextInt(bytes.length)] = (byte) (1 + random.nextInt(255));
      }
      ScanResult result = STANDARD.scan(new SourceFile(path, bytes));
      assertThat(result.skipped()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pyproject.toml", "a.yaml", "a.conf", "a.conf.j2", "requirements.txt"})
  void deepNestingEndsWell(String path) {
    String text = "a = " + "[".repeat(200_000) + "\nheartbeat_in_pthread = eventlet\n";

    assertThat(scan(path, text).skipped().orElse(SkipReason.TOO_COMPLEX))
        .isEqualTo(SkipReason.TOO_COMPLEX);
  }

  private static ScanResult scan(String path, String text) {
    return STANDARD.scan(new SourceFile(path, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static SourceFile file(String text) {
    return new SourceFile("a.py", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Scanner scannerOf(FileScanner scanner) {
    return scannerOf(
        scanner,
        (path, defect) -> {
          throw defect;
        });
  }

  private static Scanner scannerOf(
      FileScanner scanner, BiConsumer<String, RuntimeException> defects) {
    return new Scanner(
        RuleCatalog.builtIn(),
        Map.of(FileKind.PYTHON, scanner),
        TriggerSets.inAnyCase(List.of(Set.of("eventlet"))),
        Scanner.DEFAULT_SIZE_LIMIT,
        defects);
  }

  private static Usage usage(int line) {
    return new Usage(
        UsageKind.IMPORT, "eventlet", new Range(line, 0, line, 8), "eventlet", "statement");
  }
}
