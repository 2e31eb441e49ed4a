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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.UUID;

/** Writes files so that whoever reads them meanwhile sees the old content or the new one. */
final class AtomicFile {
  private AtomicFile() {}

  /**
   * Gives a file a content, or another one; its permissions, and where it may its group, stay.
   *
   * @param file a symbolic link stands for what it leads to
   * @throws IOException if it cannot be written; it is as it was then
   */
  static void write(Path file, byte[] content) throws IOException {
    if (Files.exists(file)) {
      replace(file.toRealPath(), content, /* isThere= */ true);
    } else {
      replace(file.toAbsolutePath(), content, /* isThere= */ false);
    }
  }

  private static void replace(Path file, byte[] content, boolean isThere) throws IOException {
    // Unlike a temporary file of Java's, a new one has the permissions that the user's files have.
    Path temporary = file.resolveSibling(".eventlet-guard-" + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(/* metaData= */ true);
      }
      if (isThere) {
        copyPermissions(file, temporary);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (source == null || target == null) {
      return; // a file system without permissions
    }
    PosixFileAttributes attributes = source.readAttributes();
    if (!attributes.group().equals(target.readAttributes().group())) {
      target.setGroup(attributes.group());
    }
    target.setPermissions(attributes.permissions());
  }
}
