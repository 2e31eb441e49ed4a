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

/**
 * How much the server still takes on a change.
 *
 * @param commentBytes the size of the text of one comment or message, in bytes of UTF-8
 * @param entries how many comments and messages, of this reviewer
 * @param totalBytes the size of all of them together, in bytes of UTF-8, each with {@link
 *     #OVERHEAD}
 */
public record Room(int commentBytes, int entries, long totalBytes) {
  /** What the server counts of a comment beside its text, at most: ids, names, a range. */
  public static final int OVERHEAD = 300;

  /** Where nothing is said yet on a server with the limits that servers have by default. */
  public static final Room DEFAULT = new Room(16_384, 5_000, 3 << 20);
}
