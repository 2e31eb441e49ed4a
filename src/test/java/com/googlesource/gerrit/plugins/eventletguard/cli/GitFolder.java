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

import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder in which the tests run git itself, whatever the user's own settings of it are. */
final class GitFolder {
  private final Path folder;

  GitFolder(Path folder) {
    this.folder = folder;
  }

  static GitFolder init(Path folder) throws Exception {
    GitFolder git = new GitFolder(Files.createDirectories(folder));
    git.git("init", "-q", "-b", "master");
    return git;
  }

  Path path() {
    return folder;
  }

  /** Writes a file and stages it. */
  void stage(String path, String text) throws Exception {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    git("add", path);
  }

  /** Writes a file and commits it. */
  void commit(String path, String text) throws Exception {
    stage(path, text);
    git("commit", "-q", "-m", "A change");
  }

  /** Runs git and returns what it prints. */
  String git(String... arguments) throws IOException, InterruptedException {
    List<String> all =
        new ArrayList<>(List.of("-c", "user.name=Ada", "-c", "user.email=ada@example.org"));
    all.addAll(List.of(arguments));
    return GitClone.git(folder, all);
  }
}
