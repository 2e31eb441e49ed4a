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

import com.googlesource.gerrit.plugins.eventletguard.change.TestRepository.Entry;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangeScannerTest {
  private static final String CLEAN = "import time\n\n\ndef wait():\n    time.sleep(1)\n";
  private static final String SPAWNS = "import eventlet\n\neventlet.spawn(print)\n";

  private final TestRepository repository = new TestRepository();

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void rootCommitIntroducesAllThatItHolds() throws Exception {
    ObjectId root = repository.commit(repository.tree(Map.of("a.py", SPAWNS)));

    assertThat(places(repository.scan(root))).containsExactly("a.py:1", "a.py:3");
  }

  @Test
  void commitIsComparedWithItsParent() throws Exception {
    ObjectId base = repository.commit(repository.tree(Map.of("a.py", SPAWNS)));
    ObjectId next =
        repository.commit(repository.tree(Map.of("a.py", SPAWNS + "eventlet.sleep(0)\n")), base);

    ChangeReport report = repository.scan(next);

    assertThat(places(report)).containsExactly("a.py:4");
    assertThat(report.kept()).isEqualTo(2);
  }

  @Test
  void mergeIntroducesNothingThatAParentHas() throws Exception {
    ObjectId base = repository.commit(repository.tree(Map.of("a.py", CLEAN)));
    ObjectId ours = repository.commit(repository.tree(Map.of("a.py", CLEAN, "b.py", SPAWNS)), base);
    ObjectId theirs = repository.commit(repository.tree(Map.of("a.py", SPAWNS)), base);
    ObjectId merge =
        repository.commit(repository.tree(Map.of("a.py", SPAWNS, "b.py", SPAWNS)), ours, theirs);

    assertThat(places(repository.scan(merge))).isEmpty();
  }

  @Test
  void mergeIntroducesWhatItsConflictResolutionAdds() throws Exception {
    ObjectId base = repository.commit(repository.tree(Map.of("a.py", CLEAN)));
    ObjectId ours = repository.commit(repository.tree(Map.of("a.py", CLEAN, "b.py", SPAWNS)), base);
    ObjectId theirs = repository.commit(repository.tree(Map.of("a.py", SPAWNS)), base);
    ObjectId merge =
        repository.commit(
            repository.tree(Map.of("a.py", SPAWNS + "eventlet.kill(None)\n", "b.py", SPAWNS)),
            ours,
            theirs);

    assertThat(places(repository.scan(merge))).containsExactly("a.py:4");
  }

  @Test
  void octopusMergeIsJudgedAgainstEveryParent() throws Exception {
    ObjectId base = repository.commit(repository.tree(Map.of("a.py", CLEAN)));
    ObjectId[] branches = new ObjectId[3];
    for (int i = 0; i < branches.length; i++) {
      branches[i] =
          repository.commit(
              repository.tree(Map.of("a.py", CLEAN, "branch%d.py".formatted(i), SPAWNS)), base);
    }
    ObjectId merge =
        repository.commit(
            repository.tree(
                Map.of(
                    "a.py",
                    CLEAN,
                    "branch0.py",
                    SPAWNS,
                    "branch1.py",
                    SPAWNS,
                    "branch2.py",
                    SPAWNS,
                    "new.py",
                    "from eventlet import tpool\n")),
            branches);

    assertThat(places(repository.scan(merge))).containsExactly("new.py:1");
  }

  @Test
  void usageThatMovesToAnotherFileIsNotNew() throws Exception {
    ChangeReport report =
        repository.diff(
            Map.of("a.py", SPAWNS, "b.py", "import eventlet\n"),
            Map.of("a.py", "import eventlet\n", "b.py", SPAWNS));

    assertThat(places(report)).isEmpty();
    assertThat(report.removed()).isEmpty();
  }

  @Test
  void copyIsNew() throws Exception {
    ChangeReport report =
        repository.diff(Map.of("a.py", SPAWNS), Map.of("a.py", SPAWNS, "b.py", SPAWNS));

    assertThat(places(report)).containsExactly("b.py:1", "b.py:3");
  }

  @Test
  void fileThatLivesOnInTwoIsRenamedOnce() throws Exception {
    ChangeReport report =
        repository.diff(
            Map.of("api.py", SPAWNS + "port = 1\nhost = 2\nname = 3\n"),
            Map.of(
                "compute.py", SPAWNS + "port = 1\nhost = 2\nname = 'compute'\n",
                "volume.py", SPAWNS + "port = 1\nhost = 2\nname = 'volume'\n"));

    assertThat(report.introduced()).hasSize(2);
    assertThat(report.kept()).isEqualTo(2);
  }

  @Test
  void untouchedLineThatBecomesAUsageIsShifted() throws Exception {
    ChangeReport report =
        repository.diff(
            Map.of("a.py", "import time as t\n\nt.sleep(0)\n"),
            Map.of("a.py", "import eventlet as t\n\nt.sleep(0)\n"));

    assertThat(places(report)).containsExactly("a.py:1");
    assertThat(report.shifted()).hasSize(1);
    assertThat(report.shifted().getFirst().range().startLine()).isEqualTo(3);
  }

  @Test
  void newRequirementWithALowMinimumIsSaidOnce() throws Exception {
    ChangeReport report =
        repository.diff(
            Map.of("requirements.txt", "six\n"),
            Map.of("requirements.txt", "six\neventlet>=0.27.0\n"));

    assertThat(places(report)).containsExactly("requirements.txt:2");
  }

  @Test
  void deletedFileRemovesItsUsages() throws Exception {
    ChangeReport report =
        repository.diff(Map.of("a.py", SPAWNS, "b.py", CLEAN), Map.of("b.py", CLEAN));

    assertThat(report.introduced()).isEmpty();
    assertThat(report.removed()).hasSize(2);
  }

  @Test
  void modeChangeIntroducesNothing() throws Exception {
    ObjectId base =
        repository.commit(
            repository.treeOf(Map.of("a.py", new Entry(FileMode.REGULAR_FILE, SPAWNS))));
    ObjectId executable =
        repository.commit(
            repository.treeOf(Map.of("a.py", new Entry(FileMode.EXECUTABLE_FILE, SPAWNS))), base);

    assertThat(places(repository.scan(executable))).isEmpty();
  }

  @Test
  void symbolicLinkAndSubmoduleAreSkippedButHideNothing() throws Exception {
    ObjectId commit =
        repository.commit(
            repository.treeOf(
                Map.of(
                    "link.py",
                    new Entry(FileMode.SYMLINK, "import eventlet"),
                    "module",
                    new Entry(FileMode.GITLINK, "c".repeat(40)))));

    ChangeReport report = repository.scan(commit);

    assertThat(report.introduced()).isEmpty();
    assertThat(report.skipped())
        .containsExactly(
            new SkippedFile("link.py", SkipReason.SYMLINK),
            new SkippedFile("module", SkipReason.SUBMODULE));
    assertThat(report.complete()).isTrue();
  }

  private static List<String> places(ChangeReport report) {
    return report.introduced().stream()
        .map(finding -> finding.path() + ":" + finding.range().startLine())
        .toList();
  }
}
