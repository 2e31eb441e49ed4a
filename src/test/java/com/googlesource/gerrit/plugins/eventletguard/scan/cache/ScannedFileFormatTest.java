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

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ModuleTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScannedFileFormatTest {
  private static final String SOURCE =
      """
      import eventlet  # noqa: E402


      def get_eventlet():
          if is_patched():
              try:
                  from eventlet import greenpool
              except ImportError:
                  greenpool = None
          return eventlet.spawn(lambda: '\u00e9\ud83d\ude00')
      """;

  private static final Scanner SCANNER =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  private static ScannedFile scanned() {
    return SCANNER.read(new SourceFile("a/b.py", SOURCE.getBytes(StandardCharsets.UTF_8)));
  }

  private static ScannedFile ofText(String text) {
    return new ScannedFile(
        List.of(new Usage(UsageKind.USE, "eventlet.spawn", new Range(1, 0, 1, 5), text, "s")),
        Optional.empty());
  }

  @Test
  void whatWasFoundIsReadAsItWasWritten() {
    ScannedFile file = scanned();

    assertThat(file.usages()).hasSize(3);
    assertThat(ScannedFileFormat.read(ScannedFileFormat.write(file))).hasValue(file);
  }

  @Test
  void whatComesThroughOtherModulesIsReadAsItWasWritten() {
    ModuleTree tree =
        new ModuleTree()
            .withPackages("a")
            .with("a/b.py", "if is_patched():", "    from eventlet import sleep")
            .with("a/c.py", "from a.b import sleep", "from . import *");

    ScannedFile file = tree.read("a/c.py");

    assertThat(file.usages()).hasSize(1);
    assertThat(file.exports()).hasSize(1);
    assertThat(ScannedFileFormat.read(ScannedFileFormat.write(file))).hasValue(file);
  }

  @Test
  void declarationsOfOptionsAreReadAsTheyWereWritten() {
    ScannedFile file =
        SCANNER.read(
            new SourceFile(
                "a/b.py",
                "cfg.BoolOpt('heartbeat_in_pthread', deprecated_for_removal=True)\n"
                    .getBytes(StandardCharsets.UTF_8)));

    assertThat(file.usages()).isEmpty();
    assertThat(file.declarations()).hasSize(1);
    assertThat(ScannedFileFormat.read(ScannedFileFormat.write(file))).hasValue(file);
  }

  @Test
  void skippedFileIsReadAsItWasWritten() {
    for (SkipReason reason : SkipReason.values()) {
      ScannedFile file = ScannedFile.skipped(reason);

      assertThat(ScannedFileFormat.read(ScannedFileFormat.write(file))).hasValue(file);
    }
  }

  @Test
  void textsOfAnyLengthAndCharactersAreKept() {
    for (String text : List.of("", "\0", "\ud800", "\u00e9".repeat(150_000), "x".repeat(20_000))) {
      ScannedFile file = ofText(text);

      assertThat(ScannedFileFormat.read(ScannedFileFormat.write(file))).hasValue(file);
    }
  }

  @Test
  void bytesThatEndEarlyAreNothing() {
    byte[] bytes = ScannedFileFormat.write(scanned());

    for (int length = 0; length < bytes.length; length++) {
      assertThat(ScannedFileFormat.read(Arrays.copyOf(bytes, length))).isEmpty();
    }
  }

  @Test
  void damagedByteAnywhereMakesThemNothing() {
    byte[] bytes = ScannedFileFormat.write(scanned());

    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 0x20;
      assertThat(ScannedFileFormat.read(damaged)).isEmpty();
    }
  }

  @Test
  void anyBytesAreNothing() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      assertThat(ScannedFileFormat.read(bytes)).isEmpty();
    }
  }
}
