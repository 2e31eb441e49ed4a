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

import java.util.Arrays;
import java.util.Optional;

/** Why the reviewer speaks in a thread again. */
public enum ReplyKind {
  /** The finding is gone. */
  GONE("Gone since patch set "),
  /** The finding is there, but the rules or the settings no longer hold it against the change. */
  NOT_COUNTED("No longer counted: "),
  /** The finding counts, but nobody has to answer the comment any more. */
  NO_ANSWER_NEEDED("No answer needed any more: "),
  /** The author resolved the thread, which does not lift the vote. */
  REVIEWER_NEEDED("Thank you. The vote stays ");

  private final String opening;

  ReplyKind(String opening) {
    this.opening = opening;
  }

  /** A reply of this kind; people read all of it, and we its opening. */
  String message(String rest) {
    return opening + rest;
  }

  /** The kind of one of our own replies, read back from its opening. */
  static Optional<ReplyKind> of(String message) {
    return Arrays.stream(values()).filter(kind -> message.startsWith(kind.opening)).findFirst();
  }

  /** Whether the thread is over: should the finding count again, it is told anew. */
  boolean endsThread() {
    return this == GONE || this == NOT_COUNTED;
  }
}
