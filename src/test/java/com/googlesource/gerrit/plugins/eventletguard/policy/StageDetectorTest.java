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

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.change.BlobScanner;
import com.googlesource.gerrit.plugins.eventletguard.change.SurveyMemory;
import com.googlesource.gerrit.plugins.eventletguard.change.TreeSurvey;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.ScanCache;
import java.io.IOException;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.junit.jupiter.api.Test;

class StageDetectorTest {
  private static final String USAGE = "import eventlet\n";
  private static final String GUARDED = "if is_patched():\n    import eventlet\n";

  private final InMemoryRepository repository =
      new InMemoryRepository(new DfsRepositoryDescription("test"));
  private final StageDetector detector =
      new StageDetector(
          new TreeSurvey(new BlobScanner(Scans.scanner(), ScanCache.NONE), new SurveyMemory()));

  private ObjectId tree(Map<String, String> files) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      for (Map.Entry<String, String> file : files.entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, Constants.encode(file.getValue())));
        builder.add(entry);
      }
      builder.finish();
      ObjectId tree = index.writeTree(inserter);
      inserter.flush();
      return tree;
    }
  }

  private Stage stage(BranchSettings settings, Map<String, String> files) throws IOException {
    ObjectId tree = tree(files);
    try (ObjectReader reader = repository.newObjectReader()) {
      return detector.stage(settings, reader, tree);
    }
  }

  private Stage stage(Map<String, String> files) throws IOException {
    return stage(BranchSettings.DEFAULT, files);
  }

  @Test
  void treeWithoutUsageHasRemovedIt() throws Exception {
    assertThat(stage(Map.of("a/b.py", "import os\n", "README", "eventlet")))
        .isEqualTo(Stage.REMOVED);
  }

  @Test
  void treeWithUsageRunsOnEventlet() throws Exception {
    assertThat(stage(Map.of("a/b/c.py", USAGE))).isEqualTo(Stage.EVENTLET);
  }

  @Test
  void treeWithAGuardHasTwoModes() throws Exception {
    assertThat(stage(Map.of("a/b.py", USAGE, "c/d.py", GUARDED))).isEqualTo(Stage.DUAL);
  }

  @Test
  void optionalImportIsNoSecondMode() throws Exception {
    assertThat(stage(Map.of("a.py", "try:\n    import eventlet\nexcept ImportError:\n    pass\n")))
        .isEqualTo(Stage.EVENTLET);
  }

  @Test
  void commandsForEventletAreNoSecondMode() throws Exception {
    assertThat(stage(Map.of("neutron/cmd/eventlet/__init__.py", USAGE))).isEqualTo(Stage.EVENTLET);
  }

  @Test
  void testsDoNotTell() throws Exception {
    assertThat(stage(Map.of("nova/tests/unit/x.py", USAGE, "nova/test_a.py", USAGE)))
        .isEqualTo(Stage.REMOVED);
  }

  @Test
  void settingsDecideBeforeTheTree() throws Exception {
    assertThat(stage(Scans.settings("[branch]", "stage = eventlet"), Map.of()))
        .isEqualTo(Stage.EVENTLET);
  }

  @Test
  void pathsThatAreLeftOutDoNotTell() throws Exception {
    Map<String, String> files = Map.of("samples/a.py", USAGE);

    assertThat(stage(files)).isEqualTo(Stage.EVENTLET);
    assertThat(stage(Scans.settings("[ignore]", "path = samples"), files)).isEqualTo(Stage.REMOVED);
  }

  @Test
  void sameFolderInAnotherPlaceIsJudgedAnew() throws Exception {
    assertThat(stage(Map.of("tests/a/b.py", USAGE))).isEqualTo(Stage.REMOVED);
    assertThat(stage(Map.of("nova/a/b.py", USAGE))).isEqualTo(Stage.EVENTLET);
  }

  @Test
  void changedFolderIsReadAgain() throws Exception {
    assertThat(stage(Map.of("a/b.py", USAGE))).isEqualTo(Stage.EVENTLET);
    assertThat(stage(Map.of("a/b.py", GUARDED))).isEqualTo(Stage.DUAL);
  }
}
