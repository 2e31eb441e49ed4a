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

/** Runs commands over SSH as one user, with the {@code ssh} of this machine. */
public final class SshClient {
  private final int port;
  private final String user;
  private final Path key;

  /**
   * @param directory where the user's key is, or is made
   */
  public SshClient(int port, String user, Path directory) {
    this.port = port;
    this.user = user;
    this.key = directory.resolve("ssh-key-" + user);
  }

  /**
   * What a command printed.
   *
   * @param status 0 when it succeeded
   */
  public record Result(int status, String output) {}

  /** Gives the user a key on the server. */
  public SshClient register(GerritClient client) throws IOException, InterruptedException {
    if (!Files.exists(key)) {
      run(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()));
    }
    client.postText("accounts/self/sshkeys", Files.readString(Path.of(key + ".pub")));
    return this;
  }

  /** Runs a command. */
  public Result run(String... command) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(command());
    line.addAll(List.of(command));
    return run(line);
  }

  /** What stands before a command on a shell's line; no word of it needs quotes. */
  public List<String> command() {
    return List.of(
        "ssh",
        "-F",
        "/dev/null",
        "-o",
        "StrictHostKeyChecking=no",
        "-o",
        "UserKnownHostsFile=/dev/null",
        "-o",
        "IdentitiesOnly=yes",
        "-o",
        "BatchMode=yes",
        "-o",
        "LogLevel=ERROR",
        "-i",
        key.toString(),
        "-p",
        Integer.toString(port),
        user + "@127.0.0.1");
  }

  private static Result run(List<String> line) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
