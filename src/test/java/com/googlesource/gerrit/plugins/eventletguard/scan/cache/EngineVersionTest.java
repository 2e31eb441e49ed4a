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

package com.googlesource.gerrit.plugins.eventletguard.scan.cache;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineVersionTest {
  private static final String SCANNER = "com/example/eventletguard/scan/Scanner.class";
  private static final String PARSER = "com/example/shaded/pegparser/Parser.class";
  private static final String REVIEW = "com/example/eventletguard/review/Plan.class";

  @TempDir private Path folder;

  private String version(Map<String, String> classes) throws IOException {
    File jar = Files.createTempFile(folder, "engine", ".jar").toFile();
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar.toPath()))) {
      for (Map.Entry<String, String> one : classes.entrySet()) {
        zip.putNextEntry(new ZipEntry(one.getKey()));
        zip.write(one.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return EngineVersion.ofJar(jar);
  }

  @Test
  void sameClassesAreTheSameVersionInAnyJar() throws Exception {
    assertThat(version(Map.of(SCANNER, "a", PARSER, "b")))
        .isEqualTo(version(Map.of(PARSER, "b", SCANNER, "a")));
  }

  @Test
  void changeOfTheScannerOrItsParserIsAnotherVersion() throws Exception {
    String version = version(Map.of(SCANNER, "a", PARSER, "b"));

    assertThat(version(Map.of(SCANNER, "c", PARSER, "b"))).isNotEqualTo(version);
    assertThat(version(Map.of(SCANNER, "a", PARSER, "c"))).isNotEqualTo(version);
  }

  @Test
  void changeOfOtherPartsIsTheSameVersion() throws Exception {
    assertThat(version(Map.of(SCANNER, "a", REVIEW, "b")))
        .isEqualTo(version(Map.of(SCANNER, "a", REVIEW, "c")));
  }

  @Test
  void versionHoldsNoWhiteSpace() {
    assertThat(EngineVersion.current().name()).containsMatch("^\\S+$");
  }
}
