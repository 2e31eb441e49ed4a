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

package com.googlesource.gerrit.plugins.eventletguard.gerrit;

import com.google.gerrit.extensions.client.Side;
import com.google.gerrit.extensions.common.AccountInfo;
import com.google.gerrit.extensions.common.CommentInfo;
import com.googlesource.gerrit.plugins.eventletguard.review.Heading;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewThread;
import com.googlesource.gerrit.plugins.eventletguard.review.Speaker;
import com.googlesource.gerrit.plugins.eventletguard.review.ThreadComment;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Puts the comments of a change together to the threads that the service account started. */
final class ThreadReader {
  private final Function<AccountInfo, Speaker> speakers;

  ThreadReader(Function<AccountInfo, Speaker> speakers) {
    this.speakers = speakers;
  }

  /**
   * The threads of the service account that are about a finding, the oldest first.
   *
   * @param comments all published comments of the change
   */
  List<ReviewThread> threads(List<CommentInfo> comments) {
    Map<String, CommentInfo> byId = new HashMap<>();
    comments.forEach(comment -> byId.put(comment.id, comment));
    List<CommentInfo> ordered = new ArrayList<>(comments);
    // The server's times are whole seconds; an answer comes after what it answers.
    ordered.sort(
        Comparator.comparing(CommentInfo::getUpdated)
            .thenComparing(comment -> chain(comment, byId).size()));
    Map<String, List<CommentInfo>> byRoot = new LinkedHashMap<>();
    for (CommentInfo comment : ordered) {
      byRoot
          .computeIfAbsent(chain(comment, byId).getLast().id, root -> new ArrayList<>())
          .add(comment);
    }
    return byRoot.values().stream().flatMap(thread -> thread(thread).stream()).toList();
  }

  /** A comment, what it answers, and so on to the first comment that is left of its thread. */
  private static List<CommentInfo> chain(CommentInfo comment, Map<String, CommentInfo> byId) {
    Set<String> seen = new HashSet<>();
    List<CommentInfo> chain = new ArrayList<>();
    for (CommentInfo next = comment;
        next != null && seen.add(next.id);
        next = next.inReplyTo == null ? null : byId.get(next.inReplyTo)) {
      chain.add(next);
    }
    return chain;
  }

  private Optional<ReviewThread> thread(List<CommentInfo> comments) {
    CommentInfo root = comments.getFirst();
    if (root.inReplyTo != null
        || root.range == null
        || root.side == Side.PARENT
        || speakers.apply(root.author) != Speaker.SELF) {
      return Optional.empty();
    }
    Range range =
        new Range(
            root.range.startLine,
            root.range.startCharacter,
            root.range.endLine,
            root.range.endCharacter);
    return Heading.ruleId(root.message)
        .map(
            ruleId ->
                new ReviewThread(
                    root.patchSet,
                    root.path,
                    range,
                    ruleId,
                    comments.getLast().id,
                    comments.stream().map(this::comment).toList()));
  }

  private ThreadComment comment(CommentInfo comment) {
    return new ThreadComment(
        speakers.apply(comment.author),
        Boolean.TRUE.equals(comment.unresolved),
        comment.getUpdated(),
        comment.message == null ? "" : comment.message);
  }
}
