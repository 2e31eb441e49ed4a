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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.cache;

import com.google.common.cache.Cache;
import com.google.common.cache.Weigher;
import com.google.gerrit.server.cache.CacheModule;
import com.google.gerrit.server.cache.serialize.CacheSerializer;
import com.google.gerrit.server.cache.serialize.StringCacheSerializer;
import com.google.inject.Inject;
import com.google.inject.Module;
import com.google.inject.Singleton;
import com.google.inject.name.Named;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.ScanCache;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.ScanKey;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.ScannedFileFormat;
import java.util.Optional;

/**
 * What was found in blobs, across restarts and for all projects.
 *
 * <p>The server's cache holds bytes, not what they mean: what it cannot read would be an error of
 * the lookup, while here it is as good as nothing.
 */
@Singleton
public final class BlobCache implements ScanCache {
  static final String NAME = "blobs";

  /** Of the key's form; that of the value knows its own version. */
  private static final int VERSION = 1;

  private static final long MEMORY_LIMIT = 32L << 20;
  private static final long DISK_LIMIT = 256L << 20;

  private final Cache<String, byte[]> cache;

  @Inject
  BlobCache(@Named(NAME) Cache<String, byte[]> cache) {
    this.cache = cache;
  }

  /** What binds the cache in the server, where its limits can be configured by its name. */
  public static Module module() {
    return new CacheModule() {
      @Override
      protected void configure() {
        persist(NAME, String.class, byte[].class)
            .version(VERSION)
            .maximumWeight(MEMORY_LIMIT)
            .diskLimit(DISK_LIMIT)
            .weigher(BySize.class)
            .keySerializer(StringCacheSerializer.INSTANCE)
            .valueSerializer(new AsIs());
      }
    };
  }

  @Override
  public Optional<ScannedFile> find(ScanKey key) {
    return Optional.ofNullable(cache.getIfPresent(key.text())).flatMap(ScannedFileFormat::read);
  }

  @Override
  public void keep(ScanKey key, ScannedFile file) {
    cache.put(key.text(), ScannedFileFormat.write(file));
  }

  /** Bytes that an entry takes in memory, roughly. */
  static final class BySize implements Weigher<String, byte[]> {
    private static final int OVERHEAD = 150;

    @Override
    public int weigh(String key, byte[] value) {
      return OVERHEAD + key.length() + value.length;
    }
  }

  /** Stores bytes. */
  static final class AsIs implements CacheSerializer<byte[]> {
    @Override
    public byte[] serialize(byte[] value) {
      return value.clone();
    }

    @Override
    public byte[] deserialize(byte[] stored) {
      return stored.clone();
    }
  }
}
