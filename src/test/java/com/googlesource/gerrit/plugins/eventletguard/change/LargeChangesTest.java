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

import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What comes of the largest changes; the page limits.md states the same. */
@Timeout(300)
class LargeChangesTest {
  /** More than a person writes into one file. */
  private static final int MANY = 5_000;

  @Test
  void everyUsageOfALargeFileThatIsEditedIsAccountedForOnce() throws IOException {
    ChangeReport report = diff("a.py", spawns("old_%d"), spawns("new_%d"));
    assertThat(report.introduced().size() + report.shifted().size() + report.kept())
        .isEqualTo(MANY + 1);
    assertThat(report.removed().size() + report.kept()).isEqualTo(MANY + 1);
    assertThat(report.kept()).isGreaterThan(1);
    assertThat(report.introduced()).isNotEmpty();
  }

  @Test
  void linesThatAreAllAlikeAreTheSameUsages() throws IOException {
    String sleep = "eventlet.sleep(0)\n";
    String before = "import eventlet\n" + (sleep + "x = 1\n").repeat(MANY);
    String after = "import eventlet\n" + (sleep + sleep).repeat(MANY / 2) + "x = 1\n".repeat(MANY);
    ChangeReport report = diff("a.py", before, after);
    assertThat(report.introduced()).isEmpty();
    assertThat(report.removed()).isEmpty();
    assertThat(report.kept()).isEqualTo(MANY + 1);
  }

  @Test
  void everyRequirementOfALargeListIsIntroducedOnce() throws IOException {
    ChangeReport report = diff("requirements.txt", "", "eventlet>=0.20.0\n".repeat(MANY));
    assertThat(report.introduced()).hasSize(MANY);
  }

  @Test
  void mergeOfLargeFilesIsComparedWithEachParent() throws IOException {
    try (TestRepository repository = new TestRepository()) {
      ObjectId base = repository.commit(repository.tree(Map.of("a.py", "import eventlet\n")));
      ObjectId one = repository.commit(repository.tree(Map.of("a.py", spawns("one_%d"))), base);
      ObjectId two = repository.commit(repository.tree(Map.of("a.py", spawns("two_%d"))), base);
      ObjectId merge =
          repository.commit(repository.tree(Map.of("a.py", spawns("merged_%d"))), one, two);
      assertThat(repository.scan(merge).introduced()).isNotEmpty();
    }
  }

  @Test
  void fileOfAHundredMegabytesIsSkippedBesideOthers() throws IOException {
    String large = "eventlet\n".repeat((100 << 20) / 9);
    try (TestRepository repository = new TestRepository()) {
      ChangeReport report =
          repository.diff(
              Map.of("requirements.txt", "a\n"),
              Map.of("requirements.txt", large, "a.py", "import eventlet\n"));
      assertThat(report.skipped())
          .containsExactly(new SkippedFile("requirements.txt", SkipReason.TOO_LARGE));
      assertThat(report.complete()).isFalse();
      assertThat(report.introduced()).hasSize(1);
    }
  }

  @Test
  void tenThousandFilesThatMoveIntroduceNothing() throws IOException {
    Map<String, String> before = new HashMap<>();
    Map<String, String> after = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      String text = "import eventlet\neventlet.sleep(%d)\n".formatted(i);
      before.put("old/m%d.py".formatted(i), text);
      after.put("new/m%d.py".formatted(i), "# moved\n" + text);
    }
    try (TestRepository repository = new TestRepository()) {
      ChangeReport report = repository.diff(before, after);
      assertThat(report.introduced()).isEmpty();
      assertThat(report.kept()).isEqualTo(20_000);
    }
  }

  private static ChangeReport diff(String path, String before, String after) throws IOException {
    try (TestRepository repository = new TestRepository()) {
      return repository.diff(Map.of(path, before), Map.of(path, after));
    }
  }

  private static String spawns(String name) {
    return IntStream.range(0, MANY)
        .mapToObj(i -> "eventlet.spawn(%s)\n".formatted(name.formatted(i)))
        .collect(Collectors.joining("", "import eventlet\n", ""));
  }
}
