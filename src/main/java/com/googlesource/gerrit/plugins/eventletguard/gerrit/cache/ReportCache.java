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
import com.google.gson.Gson;
import com.google.inject.Inject;
import com.google.inject.Module;
import com.google.inject.Singleton;
import com.google.inject.name.Named;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The last report of each patch set that was brought to its end. It may forget: what is missing is
 * made again, and a review that stands already is not posted twice.
 */
@Singleton
public final class ReportCache {
  static final String NAME = "reports";

  /** Of the form that is stored; another number makes the server forget what it has. */
  private static final int VERSION = 1;

  private static final long MEMORY_LIMIT = 16L << 20;
  private static final long DISK_LIMIT = 256L << 20;

  private final Cache<String, StoredReport> cache;

  @Inject
  ReportCache(@Named(NAME) Cache<String, StoredReport> cache) {
    this.cache = cache;
  }

  /** What binds the cache in the server, where its limits can be configured by its name. */
  public static Module module() {
    return new CacheModule() {
      @Override
      protected void configure() {
        persist(NAME, String.class, StoredReport.class)
            .version(VERSION)
            .maximumWeight(MEMORY_LIMIT)
            .diskLimit(DISK_LIMIT)
            .weigher(BySize.class)
            .keySerializer(StringCacheSerializer.INSTANCE)
            .valueSerializer(new AsJson());
      }
    };
  }

  /**
   * The report of a patch set.
   *
   * @param commit the patch set's, in hexadecimal
   */
  public Optional<StoredReport> get(String project, int change, String commit) {
    return Optional.ofNullable(cache.getIfPresent(key(project, change, commit)));
  }

  /**
   * Keeps the report of a patch set.
   *
   * @param commit the patch set's, in hexadecimal
   */
  public void put(String project, int change, String commit, StoredReport report) {
    cache.put(key(project, change, commit), report);
  }

  /** No name of a project has a line feed. */
  private static String key(String project, int change, String commit) {
    return project + "\n" + change + "\n" + commit;
  }

  /** Bytes that an entry takes in memory, roughly. */
  static final class BySize implements Weigher<String, StoredReport> {
    private static final int OVERHEAD = 200;

    @Override
    public int weigh(String key, StoredReport report) {
      return OVERHEAD + key.length() + report.branch().length() + report.report().length();
    }
  }

  /** Stores a report as a JSON object. */
  static final class AsJson implements CacheSerializer<StoredReport> {
    private static final Gson GSON = new Gson();

    @Override
    public byte[] serialize(StoredReport report) {
      return GSON.toJson(report).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public StoredReport deserialize(byte[] bytes) {
      return GSON.fromJson(new String(bytes, StandardCharsets.UTF_8), StoredReport.class);
    }
  }
}
