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

import java.util.regex.Pattern;

/** What the message of a person's review asks of us, told by its text alone. */
final class CommentRequests {
  /** On a line of its own, so that a quotation of it asks for nothing. */
  private static final Pattern SCAN =
      Pattern.compile("^[ \\t]*eventlet-guard:[ \\t]*scan[ \\t]*$", Pattern.MULTILINE);

  /** As the server counts the inline comments of a review in its message. */
  private static final Pattern INLINE_COMMENTS =
      Pattern.compile("^\\(\\d+ comments?\\)$", Pattern.MULTILINE);

  private CommentRequests() {}

  /** Whether it says {@code eventlet-guard: scan}. */
  static boolean asksForScan(String message) {
    return SCAN.matcher(message).find();
  }

  /** Whether there are inline comments with it, which may answer in a thread. */
  static boolean hasInlineComments(String message) {
    return INLINE_COMMENTS.matcher(message).find();
  }
}
