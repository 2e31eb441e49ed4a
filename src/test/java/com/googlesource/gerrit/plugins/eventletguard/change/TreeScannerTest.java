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
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableSet;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.MemoryScanCache;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.ScanCache;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What scans of one tree after the other find, and what they read for it. */
class TreeScannerTest {
  private static final String SPAWNS = "import eventlet\n\neventlet.spawn(print)\n";
  private static final String NAPS = "from app.facade import nap\n\nnap(1)\n";

  private static final Scanner FILES =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  private final TestRepository repository = new TestRepository();

  /** The blobs that were read, each as often as it was. */
  private final List<ObjectId> read = new ArrayList<>();

  /** Blobs that a partial clone lacks, and some that a disk has lost. */
  private final Set<ObjectId> missing = new HashSet<>();

  private final Set<ObjectId> damaged = new HashSet<>();

  private final ObjectReader reader = new NotingReader(repository.reader());
  private final TreeScanner scanner = scanner(new MemoryScanCache());

  @AfterEach
  void close() {
    reader.close();
    repository.close();
  }

  private static TreeScanner scanner(ScanCache cache) {
    return new TreeScanner(new TreeSurvey(new BlobScanner(FILES, cache), new SurveyMemory()));
  }

  private static Map<String, String> project() {
    Map<String, String> files = new TreeMap<>();
    files.put("requirements.txt", "eventlet>=0.36.1\n");
    files.put("etc/app.conf", "[oslo_messaging_rabbit]\nheartbeat_in_pthread = true\n");
    files.put("app/__init__.py", "");
    files.put("app/facade.py", "from eventlet import sleep as nap\n");
    files.put("app/spawns.py", SPAWNS);
    files.put("app/naps.py", NAPS);
    files.put("app/plain.py", "import os\n");
    return files;
  }

  private List<String> found(Map<String, String> files) throws IOException {
    return found(scanner, files);
  }

  private List<String> found(TreeScanner scanner, Map<String, String> files) throws IOException {
    return described(scanner.scan(reader, repository.tree(files)));
  }

  private static List<String> described(TreeScanner.Result tree) {
    return tree.findings().stream()
        .map(
            finding ->
                "%s:%d %s"
                    .formatted(
                        finding.path(), finding.range().startLine(), finding.usage().symbol()))
        .toList();
  }

  @Test
  void blobsThatFollowingTreesShareAreReadOnce() throws IOException {
    Map<String, String> files = project();
    found(files);
    read.clear();
    for (int version = 1; version <= 5; version++) {
      files.put("app/naps.py", NAPS + "# version %d\n".formatted(version));
      files.put("app/spawns.py", SPAWNS + "# version %d\n".formatted(version));
      files.put("requirements.txt", "eventlet>=0.36.%d\n".formatted(version + 1));
      assertThat(found(files)).isNotEmpty();
    }

    assertThat(read).containsNoDuplicates();
    assertThat(read).hasSize(5 * 3);
  }

  @Test
  void treesInTurnHoldWhatEachHoldsAlone() throws IOException {
    List<ObjectId> trees = new ArrayList<>();
    Map<String, String> files = project();
    Random random = new Random(20260102);
    for (int commit = 0; commit < 160; commit++) {
      change(files, random);
      trees.add(repository.tree(files));
    }
    List<List<String>> found = new ArrayList<>();

    scanner.scanInTurn(reader, trees, tree -> found.add(described(tree)));

    for (int i = 0; i < trees.size(); i++) {
      assertWithMessage("tree %s", i)
          .that(found.get(i))
          .isEqualTo(described(scanner(ScanCache.NONE).scan(reader, trees.get(i))));
    }
  }

  @Test
  void treesInTurnReadABlobOnce() throws IOException {
    List<ObjectId> trees = new ArrayList<>();
    Map<String, String> files = project();
    trees.add(repository.tree(files));
    for (int version = 1; version <= 150; version++) {
      files.put("app/spawns.py", SPAWNS + "# version %d\n".formatted(version));
      files.put("requirements.txt", "eventlet>=0.36.%d\n".formatted(version + 1));
      trees.add(repository.tree(files));
    }
    List<Integer> numbers = new ArrayList<>();

    scanner.scanInTurn(reader, trees, tree -> numbers.add(tree.findings().size()));

    assertThat(numbers).hasSize(151);
    assertThat(ImmutableSet.copyOf(numbers)).containsExactly(numbers.getFirst());
    // The first tree must be known before it is known what its modules offer to this one.
    read.remove(repository.id(NAPS));
    assertThat(read).containsNoDuplicates();
    assertThat(read).hasSize(project().size() + 150 * 2);
  }

  @Test
  void missingBlobOnlyMakesItsTreesIncomplete() throws IOException {
    Map<String, String> files = project();
    ObjectId whole = repository.tree(files);
    files.put("app/plain.py", "import sys\n");
    missing.add(repository.id("import sys\n"));
    List<Boolean> complete = new ArrayList<>();

    scanner.scanInTurn(
        reader,
        List.of(whole, repository.tree(files), whole),
        tree -> complete.add(tree.complete()));

    assertThat(complete).containsExactly(true, false, true).inOrder();
  }

  @Test
  void blobThatCannotBeReadStopsTheScan() throws IOException {
    ObjectId tree = repository.tree(project());
    damaged.add(repository.id(SPAWNS));

    IOException failed =
        assertThrows(
            IOException.class, () -> scanner.scanInTurn(reader, List.of(tree), result -> {}));

    assertThat(failed).hasMessageThat().contains("damaged");
  }

  @Test
  void treeThatWasScannedBeforeIsNotReadAtAll() throws IOException {
    List<String> first = found(project());
    Map<String, String> other = project();
    other.remove("app/naps.py");
    found(other);
    read.clear();

    assertThat(found(project())).isEqualTo(first);
    assertThat(read).isEmpty();
  }

  @Test
  void fileOfAnUntouchedFolderIsFoundAnewWhenItsModulesOfferOthers() throws IOException {
    Map<String, String> files = project();
    assertThat(found(files)).contains("app/naps.py:3 eventlet.sleep");
    files.put("app/facade.py", "from eventlet import spawn as nap\n");
    assertThat(found(files)).contains("app/naps.py:3 eventlet.spawn");
    files.put("app/facade.py", "from time import sleep as nap\n");
    assertThat(found(files).toString()).doesNotContain("naps.py");
  }

  @Test
  void anyTreeAfterAnotherHoldsWhatItHoldsAlone() throws IOException {
    Random random = new Random(20260101);
    Map<String, String> files = project();
    for (int commit = 0; commit < 150; commit++) {
      change(files, random);
      assertWithMessage("commit %s", commit)
          .that(found(files))
          .isEqualTo(found(scanner(ScanCache.NONE), files));
    }
  }

  private static void change(Map<String, String> files, Random random) {
    for (int edits = random.nextInt(3); edits >= 0; edits--) {
      String path = PATHS.get(random.nextInt(PATHS.size()));
      if (random.nextInt(5) == 0) {
        files.remove(path);
      } else {
        files.put(path, LINES.get(random.nextInt(LINES.size())));
      }
    }
  }

  private static final List<String> PATHS =
      List.of(
          "app/__init__.py",
          "app/facade.py",
          "app/naps.py",
          "app/plain.py",
          "app/spawns.py",
          "app/tests/__init__.py",
          "app/tests/test_naps.py",
          "requirements.txt",
          "tools/run.py");

  private static final List<String> LINES =
      List.of(
          "import os\n",
          SPAWNS,
          NAPS,
          "from app.naps import *\nnap(2)\n",
          "from app import facade, naps\nfacade.nap(2)\nnaps.nap(3)\n",
          "from . import spawns as s\ns.eventlet.sleep(2)\n",
          "from eventlet import sleep as nap\n",
          "from eventlet.green import time as nap\n",
          "eventlet\n");

  /** Notes which blobs are read. */
  private final class NotingReader extends ObjectReader.Filter {
    private final ObjectReader all;

    NotingReader(ObjectReader all) {
      this.all = all;
    }

    @Override
    protected ObjectReader delegate() {
      return all;
    }

    @Override
    public ObjectReader newReader() {
      return new NotingReader(all.newReader());
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int type) throws IOException {
      if (type == Constants.OBJ_BLOB) {
        synchronized (read) {
          read.add(id.toObjectId());
        }
      }
      if (missing.contains(id)) {
        throw new MissingObjectException(id.toObjectId(), type);
      }
      if (damaged.contains(id)) {
        throw new IOException("damaged: " + id.name());
      }
      return all.open(id, type);
    }
  }
}
