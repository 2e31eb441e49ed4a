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
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PackParser;

/**
 * Git objects in memory beside those of a repository: what is staged or patched becomes a tree, and
 * nothing is written to anybody's repository, which may be read-only.
 */
final class MemoryObjects extends ObjectInserter {
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  private record Stored(int type, byte[] content) {}

  private final Repository repository;
  private final Map<ObjectId, Stored> objects = new ConcurrentHashMap<>();

  /** Holds the empty tree, which a repository need not have. */
  MemoryObjects(Repository repository) throws IOException {
    this.repository = repository;
    insert(Constants.OBJ_TREE, new byte[0]);
  }

  @Override
  public ObjectId insert(int type, long length, InputStream in) throws IOException {
    byte[] content = in.readNBytes(Math.toIntExact(length));
    ObjectId id = idFor(type, content);
    objects.put(id, new Stored(type, content));
    return id;
  }

  @Override
  public PackParser newPackParser(InputStream in) {
    throw new UnsupportedOperationException("nothing is fetched into memory");
  }

  /** Reads the objects in memory and those of the repository. */
  @Override
  public ObjectReader newReader() {
    return new Reader(repository.newObjectReader());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  private final class Reader extends ObjectReader.Filter {
    private final ObjectReader delegate;

    Reader(ObjectReader delegate) {
      this.delegate = delegate;
    }

    @Override
    protected ObjectReader delegate() {
      return delegate;
    }

    @Override
    public ObjectReader newReader() {
      return MemoryObjects.this.newReader();
    }

    @Override
    public boolean has(AnyObjectId id) throws IOException {
      return has(id, OBJ_ANY);
    }

    @Override
    public boolean has(AnyObjectId id, int type) throws IOException {
      Stored stored = objects.get(id.toObjectId());
      return stored == null ? delegate.has(id, type) : type == OBJ_ANY || type == stored.type();
    }

    @Override
    public ObjectLoader open(AnyObjectId id) throws IOException {
      return open(id, OBJ_ANY);
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int type)
        throws MissingObjectException, IncorrectObjectTypeException, IOException {
      Stored stored = stored(id, type);
      return stored == null
          ? delegate.open(id, type)
          : new ObjectLoader.SmallObject(stored.type(), stored.content());
    }

    @Override
    public long getObjectSize(AnyObjectId id, int type)
        throws MissingObjectException, IncorrectObjectTypeException, IOException {
      Stored stored = stored(id, type);
      return stored == null ? delegate.getObjectSize(id, type) : stored.content().length;
    }

    private Stored stored(AnyObjectId id, int type) throws IncorrectObjectTypeException {
      Stored stored = objects.get(id.toObjectId());
      if (stored != null && type != OBJ_ANY && type != stored.type()) {
        throw new IncorrectObjectTypeException(id.toObjectId(), type);
      }
      return stored;
    }
  }
}
