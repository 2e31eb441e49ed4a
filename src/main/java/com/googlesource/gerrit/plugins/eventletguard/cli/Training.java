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

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/**
 * Runs what is to start soon, so that a JVM which archives the classes that it has loaded archives
 * those and the call sites that it has linked; {@code tools/class-archive} starts it.
 */
public final class Training {
  private Training() {}

  /**
   * Runs the commands that a hook or a person waits for.
   *
   * @param args the folder of a repository whose last commit has findings
   */
  public static void main(String[] args) {
    Preloading.start();
    String repository = args[0];
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    for (List<String> command :
        List.of(
            List.of("diff", "--repo", repository, "HEAD~1", "HEAD"), List.of("scan", repository))) {
      String[] arguments = command.toArray(String[]::new);
      int status = Main.commandLine(arguments).setOut(nowhere).setErr(nowhere).execute(arguments);
      if (status != Main.FINDINGS) {
        throw new IllegalStateException(command + " ended with status " + status);
      }
    }
    System.exit(Main.CLEAN);
  }
}
