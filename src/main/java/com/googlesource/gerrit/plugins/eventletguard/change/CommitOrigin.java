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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a commit says that what it does comes from: what it reverts or was picked from.
 *
 * @param originals at least one, in the order of the message
 */
public record CommitOrigin(List<Original> originals) {
  /** What a commit does with another one. */
  public enum Kind {
    /** It takes back what the other one did. */
    REVERT,
    /** It does the same on another branch. */
    BACKPORT;

    /** The lower-case word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Another commit.
   *
   * @param commit its name in lower-case hexadecimal, of at least seven characters
   * @param name what people are told that it is; they may not be able to read the commit
   */
  public record Original(Kind kind, String commit, String name) {
    /** One that a commit's message names, for everybody to read. */
    static Original named(Kind kind, String commit) {
      return new Original(
          kind, commit, commit.substring(0, Math.min(ABBREVIATED, commit.length())));
    }

    private boolean isSameAs(Original told) {
      return kind == told.kind() && commit.startsWith(told.commit());
    }

    /** This one under the name that the message has for it, if it has one. */
    private Original calledAsIn(List<Original> told) {
      return told.stream()
          .filter(this::isSameAs)
          .findFirst()
          .map(other -> new Original(kind, commit, other.name()))
          .orElse(this);
    }
  }

  /** As much of a commit's name as git shows. */
  private static final int ABBREVIATED = 10;

  /** A chain of backports names one commit for each branch that it went through. */
  private static final int MOST_ORIGINALS = 8;

  /** As git writes it; people who revert a part say so. */
  private static final Pattern REVERTS =
      Pattern.compile(
          "(?im)^[^\\S\\r\\n]*+This (?:partially |partly )?reverts commit\\s+"
              + "(?<commit>[0-9a-f]{7,40})\\b");

  /** As {@code git cherry-pick -x} writes it. */
  private static final Pattern PICKED =
      Pattern.compile(
          "(?im)^[^\\S\\r\\n]*+\\((?:cherry[- ]picked|backported) from"
              + " commit\\s+(?<commit>[0-9a-f]{7,40})\\)");

  public CommitOrigin {
    originals = List.copyOf(originals);
    if (originals.isEmpty()) {
      throw new IllegalArgumentException("an origin names at least one commit");
    }
  }

  /**
   * What the message of a commit says.
   *
   * @return empty when it says nothing of the kind
   */
  public static Optional<CommitOrigin> of(String message) {
    return of(message, List.of());
  }

  /**
   * What the message of a commit says, and what is known about it besides.
   *
   * @param recorded what a server has recorded
   */
  public static Optional<CommitOrigin> of(String message, List<Original> recorded) {
    List<Original> told = new ArrayList<>(find(REVERTS, Kind.REVERT, message));
    told.addAll(find(PICKED, Kind.BACKPORT, message));
    List<Original> originals =
        Stream.concat(
                recorded.stream().map(original -> original.calledAsIn(told)),
                told.stream().filter(other -> recorded.stream().noneMatch(r -> r.isSameAs(other))))
            .distinct()
            .limit(MOST_ORIGINALS)
            .toList();
    return originals.isEmpty() ? Optional.empty() : Optional.of(new CommitOrigin(originals));
  }

  private static List<Original> find(Pattern pattern, Kind kind, String message) {
    return pattern
        .matcher(message)
        .results()
        .map(result -> Original.named(kind, result.group(1).toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** A backport of a revert is a backport. */
  public Kind kind() {
    return Stream.of(Kind.BACKPORT, Kind.REVERT)
        .filter(kind -> originals.stream().anyMatch(original -> original.kind() == kind))
        .findFirst()
        .orElseThrow();
  }
}
