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

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.FindingChecks;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScanFuzzer;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A change of up to two files. The first byte of the input chooses their kind; the rest is up to
 * four parts, separated by the byte 0x1E: both files as they were, then both as they are. A part
 * that is empty or missing is no file.
 */
public final class ChangeFuzzer {
  private static final byte SEPARATOR = 0x1E;

  private static final Scanner SCANNER =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  private ChangeFuzzer() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    String path = ScanFuzzer.PATHS.get((input[0] & 0xFF) % ScanFuzzer.PATHS.size());
    List<byte[]> parts = parts(Arrays.copyOfRange(input, 1, input.length));
    Map<String, byte[]> before = files(path, parts.subList(0, 2));
    Map<String, byte[]> after = files(path, parts.subList(2, 4));
    try (TestRepository repository = new TestRepository()) {
      ChangeReport report = repository.diffBytes(before, after);
      assertThat(repository.diffBytes(before, after)).isEqualTo(report);
      assertAllAccountedFor(report, before, after);
      assertThat(repository.diffBytes(after, after).introduced()).isEmpty();
    }
  }

  /** Every usage of a changed file is in the report once. */
  private static void assertAllAccountedFor(
      ChangeReport report, Map<String, byte[]> before, Map<String, byte[]> after) {
    List<Finding> old = new ArrayList<>();
    List<Finding> now = new ArrayList<>();
    before.forEach((path, content) -> addChanged(path, content, after.get(path), old));
    after.forEach((path, content) -> addChanged(path, content, before.get(path), now));
    int reported = report.introduced().size() + report.shifted().size() + report.kept();
    assertThat(report.removed().size() + report.kept()).isEqualTo(old.size());
    if (now.stream().anyMatch(finding -> finding.usage().kind() == UsageKind.REQUIREMENT)) {
      // Of several remarks on one new requirement only the gravest counts.
      assertThat(reported).isAtMost(now.size());
    } else {
      assertThat(reported).isEqualTo(now.size());
    }
    assertWithMessage("introduced").that(now).containsAtLeastElementsIn(report.introduced());
    assertWithMessage("removed").that(old).containsAtLeastElementsIn(report.removed());
    assertThat(report.introduced()).isInOrder(Finding.ORDER);
    assertThat(report.removed()).isInOrder(Finding.ORDER);
  }

  private static void addChanged(
      String path, byte[] content, byte[] otherSide, List<Finding> findings) {
    if (!Arrays.equals(content, otherSide)) {
      SourceFile file = new SourceFile(path, content);
      List<Finding> found = SCANNER.scan(file).findings();
      FindingChecks.assertInside(file, found);
      findings.addAll(found);
    }
  }

  private static Map<String, byte[]> files(String path, List<byte[]> contents) {
    Map<String, byte[]> files = new TreeMap<>();
    if (contents.get(0).length > 0) {
      files.put("one/" + path, contents.get(0));
    }
    if (contents.get(1).length > 0) {
      files.put("two/" + path, contents.get(1));
    }
    return files;
  }

  private static List<byte[]> parts(byte[] input) {
    List<byte[]> parts = new ArrayList<>();
    int start = 0;
    while (parts.size() < 4) {
      int end = start;
      while (end < input.length && input[end] != SEPARATOR) {
        end++;
      }
      parts.add(start < input.length ? Arrays.copyOfRange(input, start, end) : new byte[0]);
      start = end + 1;
    }
    return parts;
  }
}
