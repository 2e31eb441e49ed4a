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

import com.googlesource.gerrit.plugins.eventletguard.inventory.TreeFiles;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a folder of the file system. */
record FolderFiles(Path top) implements TreeFiles {
  @Override
  public Optional<String> read(String path) throws IOException {
    Path file = top.resolve(path);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && Files.size(file) <= Scanner.DEFAULT_SIZE_LIMIT
        ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  @Override
  public List<String> names(String folder) throws IOException {
    Path inside = top.resolve(folder);
    if (!Files.isDirectory(inside)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(inside)) {
      return entries
          .filter(Files::isRegularFile)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
