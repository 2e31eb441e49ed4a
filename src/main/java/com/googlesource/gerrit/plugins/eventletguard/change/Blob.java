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

package com.googlesource.gerrit.plugins.eventletguard.change;

import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import java.io.IOException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** A file of a tree, whose content is read when it is first asked for. Not for several threads. */
public final class Blob {
  private final ObjectReader reader;
  private final String path;
  private final ObjectId id;
  private ObjectLoader loader;
  private byte[] content;

  /**
   * @param reader reads the repository's objects; the caller closes it
   * @param path the file's path in its tree
   * @param id its content's
   */
  public Blob(ObjectReader reader, String path, AnyObjectId id) {
    this.reader = reader;
    this.path = path;
    this.id = id.toObjectId();
  }

  public String path() {
    return path;
  }

  public ObjectId id() {
    return id;
  }

  /** Its size in bytes. */
  public long size() throws IOException {
    return loader().getSize();
  }

  /**
   * Its bytes, not to be changed.
   *
   * @throws IOException if the object cannot be read, or is larger than {@link Scanner#READ_LIMIT}
   */
  public byte[] content() throws IOException {
    if (content == null) {
      content = loader().getCachedBytes(Scanner.READ_LIMIT);
    }
    return content;
  }

  /** The same file, nothing of which has been read. */
  Blob unread() {
    return new Blob(reader, path, id);
  }

  /** How many bytes of it were read; 0 as long as nobody asked for any. */
  public long bytesRead() {
    return content == null ? 0 : content.length;
  }

  private ObjectLoader loader() throws IOException {
    if (loader == null) {
      loader = reader.open(id, Constants.OBJ_BLOB);
    }
    return loader;
  }
}
