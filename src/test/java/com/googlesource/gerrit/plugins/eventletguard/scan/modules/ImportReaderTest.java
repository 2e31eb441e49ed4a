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

package com.googlesource.gerrit.plugins.eventletguard.scan.modules;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportReaderTest {
  private static ImportDigest read(String... lines) {
    String text = String.join("\n", lines);
    return ImportReader.read(new SourceFile("a/b/c.py", text.getBytes(UTF_8)));
  }

  private static boolean imports(ImportDigest digest, String name) {
    return digest.contains(name);
  }

  @Test
  void importOfModules() {
    ImportDigest digest = read("import x.y as z, q", "import w");

    assertThat(imports(digest, "x.y")).isTrue();
    assertThat(imports(digest, "q")).isTrue();
    assertThat(imports(digest, "w")).isTrue();
    assertThat(imports(digest, "z")).isFalse();
  }

  @Test
  void importOfNames() {
    ImportDigest digest = read("if x:", "\tfrom x.y import a as b, c;from z import d");

    assertThat(imports(digest, "x.y.a")).isTrue();
    assertThat(imports(digest, "x.y.c")).isTrue();
    assertThat(imports(digest, "z.d")).isTrue();
    assertThat(imports(digest, "x.y")).isFalse();
    assertThat(imports(digest, "x.y.b")).isFalse();
  }

  @Test
  void importOverSeveralLines() {
    ImportDigest digest =
        read(
            "from x import (a,  # why, not",
            "    b as c,",
            "    d)",
            "from y \\",
            "  import e, \\",
            "  f");

    assertThat(imports(digest, "x.a")).isTrue();
    assertThat(imports(digest, "x.b")).isTrue();
    assertThat(imports(digest, "x.d")).isTrue();
    assertThat(imports(digest, "y.f")).isTrue();
  }

  @Test
  void relativeImportsAreNamedByTheirPlace() {
    ImportDigest digest =
        read(
            "from . import a",
            "from .m import *",
            "from .. import d",
            "from ...e import f",
            "from .import g");

    assertThat(imports(digest, "/a.b.a")).isTrue();
    assertThat(imports(digest, "/a.b.m.*")).isTrue();
    assertThat(imports(digest, "/a.d")).isTrue();
    assertThat(imports(digest, "/e.f")).isTrue();
    assertThat(imports(digest, "/a.b.g")).isTrue();
  }

  @Test
  void wordInsideOtherWordsIsNoImport() {
    assertThat(read("reimport x", "importer y", "imports = z").hashes()).isEmpty();
  }

  @Test
  void everyPlaceInTheFileIsSeen() {
    for (int before = 0; before < 8; before++) {
      assertThat(imports(read("#".repeat(before), "import x"), "x")).isTrue();
    }
  }

  @Test
  void wordInAStatementThatIsNoneIsNoImport() {
    assertThat(read("x = import y", "from a imports, import b").hashes()).isEmpty();
    assertThat(read("# import x", "import # y").hashes()).isEmpty();
  }

  @Test
  void namesInOtherScriptsAreRead() {
    ImportDigest digest = read("import größe.a", "from größe import b");

    assertThat(imports(digest, "größe.a")).isTrue();
    assertThat(imports(digest, "größe.b")).isTrue();
  }

  /** Each of these would take hours if places were looked at once for every word. */
  @ParameterizedTest
  @ValueSource(strings = {"# import\n", "#import ", "import ", "from import ", "from x #import\n"})
  void wordsWithoutEndAreReadOnce(String part) {
    assertThat(read(part.repeat(200_000)).mentionsEventlet()).isFalse();
  }

  @Test
  void saysWhetherTheFileMentionsEventlet() {
    assertThat(read("# About Eventlet").mentionsEventlet()).isTrue();
    assertThat(read("# About threads").mentionsEventlet()).isFalse();
  }

  @Test
  void anyBytesAreRead() {
    Random random = new Random(3);
    String[] parts = {
      "import", "from", " ", ".", ",", "(", "\\", "\n", "#", "*", "x", ";", "\u00e9"
    };
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      assertThat(read(text.toString()).mentionsEventlet()).isFalse();
    }
  }
}
