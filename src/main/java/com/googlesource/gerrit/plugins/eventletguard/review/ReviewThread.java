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

package com.googlesource.gerrit.plugins.eventletguard.review;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A thread of inline comments that the reviewer started on a patch set of the change.
 *
 * @param patchSet the patch set that it stands on, from 1
 * @param path the file, in that patch set
 * @param range its range, in that patch set
 * @param ruleId the rule that it is about
 * @param lastComment the id of its last comment, which a reply answers
 * @param comments the oldest first; the first is the reviewer's
 */
public record ReviewThread(
    int patchSet,
    String path,
    Range range,
    String ruleId,
    String lastComment,
    List<ThreadComment> comments) {
  public ReviewThread {
    requireNonNull(path, "path");
    requireNonNull(range, "range");
    requireNonNull(ruleId, "ruleId");
    requireNonNull(lastComment, "lastComment");
    comments = List.copyOf(comments);
    if (comments.isEmpty() || comments.getFirst().speaker() != Speaker.SELF) {
      throw new IllegalArgumentException("not a thread of the reviewer's: " + comments);
    }
  }

  /** Whether it waits for an answer. */
  boolean isOpen() {
    return comments.getLast().unresolved();
  }

  boolean personSpokeLast() {
    return comments.getLast().speaker() != Speaker.SELF;
  }

  /** Whether the reviewer has said why it is done with; people may have gone on. */
  boolean isOver() {
    return replies().anyMatch(ReplyKind::endsThread);
  }

  boolean has(ReplyKind kind) {
    return replies().anyMatch(kind::equals);
  }

  /** When it was resolved; empty while it is open. */
  Optional<Instant> resolvedAt() {
    return sinceResolved().stream().findFirst().map(ThreadComment::written);
  }

  /** Who of those that resolved it, or agreed since, has the weightiest word; nobody of its own. */
  Optional<Speaker> resolvedBy() {
    List<Speaker> speakers = sinceResolved().stream().map(ThreadComment::speaker).toList();
    return Stream.of(Speaker.REVIEWER, Speaker.AUTHOR, Speaker.OTHER)
        .filter(speakers::contains)
        .findFirst();
  }

  /** The comments after the last one that left it open. */
  private List<ThreadComment> sinceResolved() {
    int first = comments.size();
    while (first > 0 && !comments.get(first - 1).unresolved()) {
      first--;
    }
    return comments.subList(first, comments.size());
  }

  private Stream<ReplyKind> replies() {
    return comments.stream()
        .skip(1)
        .filter(comment -> comment.speaker() == Speaker.SELF)
        .flatMap(comment -> ReplyKind.of(comment.message()).stream());
  }
}
