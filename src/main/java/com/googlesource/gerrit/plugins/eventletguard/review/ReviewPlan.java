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

import java.util.List;
import java.util.Optional;

/**
 * What brings a change's review in line with its findings, as one review.
 *
 * @param comments new threads, in the order of the files
 * @param replies in threads that exist
 * @param message the summary; present when there is something to post and room to say so
 * @param vote the vote to cast; empty when it stands already, or none is due
 * @param withheld the vote that is due but that the reviewer may not cast
 */
public record ReviewPlan(
    List<InlineComment> comments,
    List<Reply> replies,
    Optional<String> message,
    Optional<Vote> vote,
    Optional<Vote> withheld) {
  public ReviewPlan {
    comments = List.copyOf(comments);
    replies = List.copyOf(replies);
    requireNonNull(message, "message");
    requireNonNull(vote, "vote");
    requireNonNull(withheld, "withheld");
  }

  /** Whether there is nothing to post. */
  public boolean isEmpty() {
    return message.isEmpty() && vote.isEmpty();
  }
}
