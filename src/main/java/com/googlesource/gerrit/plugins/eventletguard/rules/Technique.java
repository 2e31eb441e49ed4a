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

package com.googlesource.gerrit.plugins.eventletguard.rules;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What an alternative to Eventlet builds on, such as native threads or asyncio, with what somebody
 * has to know before choosing it.
 *
 * @param id short name in lower case with hyphens, such as {@code futurist-dynamic}
 * @param name how people call it, in Markdown
 * @param style whether code waits in calls or in {@code await}
 * @param switching who decides that another thread or coroutine goes on
 * @param needs the release that offers it first, and the series from which on every branch may use
 *     it; empty when every supported release has it
 * @param note what else has to be known, as a short phrase; may be empty
 * @param link its documentation
 */
public record Technique(
    String id,
    String name,
    Style style,
    Switching switching,
    Optional<Release> needs,
    String note,
    URI link) {
  /** Whether code waits in calls or in {@code await}. */
  public enum Style {
    /** A call returns when its work is done. Callers stay as they are. */
    SYNC,
    /** A call has to be awaited. Callers become coroutines. */
    ASYNC;

    /** The lower-case word used in rules and messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who decides that another thread or coroutine goes on. */
  public enum Switching {
    /** Each runs until it waits, as green threads do. */
    COOPERATIVE,
    /** The system may switch at any point: shared data needs locks. */
    PREEMPTIVE;

    /** The lower-case word used in rules and messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Technique {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(style, "style");
    requireNonNull(switching, "switching");
    requireNonNull(needs, "needs");
    requireNonNull(note, "note");
    requireNonNull(link, "link");
  }

  /** Whether everything that calls code of this style has to become a coroutine. */
  public boolean callersBecomeAsync() {
    return style == Style.ASYNC;
  }

  /** What it is like and what it needs, as a phrase for brackets. */
  public String nature() {
    StringBuilder nature = new StringBuilder(style.word()).append(", ").append(switching.word());
    if (callersBecomeAsync()) {
      nature.append(": callers become async");
    }
    needs.ifPresent(release -> nature.append(", needs ").append(minimum(release)));
    if (!note.isEmpty()) {
      nature.append(", ").append(note);
    }
    return nature.toString();
  }

  private static String minimum(Release release) {
    return "%s %s or newer".formatted(release.library(), release.version());
  }
}
