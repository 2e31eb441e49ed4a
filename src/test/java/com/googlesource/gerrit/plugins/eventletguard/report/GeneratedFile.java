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

package com.googlesource.gerrit.plugins.eventletguard.report;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the repository that the program makes. */
public final class GeneratedFile {
  private GeneratedFile() {}

  /**
   * Holds a committed file to what the program makes now; with {@code -Dupdate} writes it first.
   *
   * @param test the class whose run writes it
   */
  public static void assertCurrent(Path file, String current, Class<?> test) throws IOException {
    if (System.getProperty("update") != null) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, current);
    }
    assertWithMessage(
            "%s is not what the program makes; write it again with"
                + " mvn -DskipITs test -Dtest=%s -Dupdate",
            file, test.getSimpleName())
        .that(Files.readString(file))
        .isEqualTo(current);
  }
}
