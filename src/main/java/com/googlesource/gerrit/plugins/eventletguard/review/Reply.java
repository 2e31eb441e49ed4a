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

import java.util.Optional;

/**
 * A comment in a thread that exists; it leaves the thread resolved.
 *
 * @param path the thread's file; empty when the patch set under review does not have it, and the
 *     reply stands on the patch set as a whole
 * @param inReplyTo the comment that it answers
 */
public record Reply(Optional<String> path, String inReplyTo, ReplyKind kind, String message) {
  public Reply {
    requireNonNull(path, "path");
    requireNonNull(inReplyTo, "inReplyTo");
    requireNonNull(kind, "kind");
    requireNonNull(message, "message");
  }
}
