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

package com.googlesource.gerrit.plugins.eventletguard.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the command line's jar as it is built. */
public final class CommandLineJar {
  private CommandLineJar() {}

  /** What one run gave back. */
  public record Output(int status, String out, String err) {}

  /** Runs it with these arguments and waits for its end. */
  public static Output run(String... arguments) throws IOException, InterruptedException {
    Path err = Files.createTempFile("eventlet-guard", ".err");
    try {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-jar",
                  Path.of(System.getProperty("project.build.directory"), "eventlet-guard-cli.jar")
                      .toString()));
      command.addAll(List.of(arguments));
      Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Output(process.waitFor(), out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }
}
