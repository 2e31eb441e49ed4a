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

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScanResult;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.MemoryScanCache;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlobScannerTest {
  private static final String SPAWNS = "import eventlet\n\neventlet.spawn(print)\n";

  private final InMemoryRepository repository =
      new InMemoryRepository(new DfsRepositoryDescription("test"));
  private final ObjectReader reader = repository.newObjectReader();
  private final BlobScanner scanner =
      new BlobScanner(
          Scanners.standard(
              RuleCatalog.builtIn(),
              (path, defect) -> {
                throw defect;
              }),
          new MemoryScanCache());

  @AfterEach
  void close() {
    reader.close();
    repository.close();
  }

  private Blob blob(String path, byte[] content) throws Exception {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId id = inserter.insert(Constants.OBJ_BLOB, content);
      inserter.flush();
      return new Blob(reader, path, id);
    }
  }

  private Blob blob(String path, String text) throws Exception {
    return blob(path, Constants.encode(text));
  }

  private ScanResult scan(Blob blob) throws Exception {
    return scanner.scan(blob, Reexports.NONE);
  }

  @Test
  void blobThatWasScannedBeforeIsNotReadAgain() throws Exception {
    Blob first = blob("a.py", SPAWNS);
    Blob again = blob("a.py", SPAWNS);

    assertThat(scan(again).findings()).isEqualTo(scan(first).findings());
    assertThat(first.bytesRead() + again.bytesRead()).isEqualTo(SPAWNS.length());
  }

  @Test
  void blobWithoutUsagesIsRememberedToo() throws Exception {
    scan(blob("a.py", "import os\n"));
    Blob again = blob("a.py", "import os\n");

    assertThat(scan(again).findings()).isEmpty();
    assertThat(again.bytesRead()).isEqualTo(0);
  }

  @Test
  void sameBytesAtAnotherPathAreScannedAnew() throws Exception {
    scan(blob("requirements.txt", "eventlet\n"));

    assertThat(scan(blob("a.py", "eventlet\n")).findings()).isEmpty();
    assertThat(scan(blob("test-requirements.txt", "eventlet\n")).findings()).hasSize(1);
  }

  @Test
  void fileThatIsTooLargeIsSaidToBeEachTime() throws Exception {
    byte[] content = new byte[(16 << 20) + 1];

    for (int i = 0; i < 2; i++) {
      assertThat(scan(blob("a.py", content)).skipped().get()).isEqualTo(SkipReason.TOO_LARGE);
    }
  }

  @Test
  void fileOfNoInterestIsNotRead() throws Exception {
    Blob blob = blob("README.md", SPAWNS);

    assertThat(scan(blob).findings()).isEmpty();
    assertThat(blob.bytesRead()).isEqualTo(0);
  }
}
