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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.report.GeneratedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ManPageTest {
  private static final Path PAGE = Path.of("docs", "man", "eventlet-guard.1");

  @Test
  void committedPageIsCurrent() throws Exception {
    String current = ManPage.of(Main.commandLine());

    GeneratedFile.assertCurrent(PAGE, current, ManPageTest.class);
  }

  @Test
  void manShowsItWithoutAComplaint() throws Exception {
    assertWithMessage("man is installed (Debian: man-db)")
        .that(Files.isExecutable(Path.of("/usr/bin/man")))
        .isTrue();
    ProcessBuilder man =
        new ProcessBuilder("/usr/bin/man", "--warnings=w", "-E", "UTF-8", "-l", PAGE.toString());
    man.environment().put("MANWIDTH", "100");
    man.environment().put("MANPAGER", "cat");
    Path complaints = Files.createTempFile("man", ".err");
    try {
      Process process = man.redirectError(complaints.toFile()).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor()).isEqualTo(0);
      assertThat(Files.readString(complaints)).isEmpty();
      assertThat(text.replaceAll(".\b", "")).contains("--write-baseline FILE");
    } finally {
      Files.delete(complaints);
    }
  }
}
