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
import java.util.Set;

/**
 * What stands on a change before a review.
 *
 * @param paths the files of the patch set's diff, which are those that can have a comment
 * @param threads the reviewer's own, of all patch sets
 * @param messages the reviewer's own, of all patch sets, with whatever the server put around them
 * @param ballot empty when the reviewer does not vote, or the change has no such label
 * @param acceptance the vote whose permission makes a word accept a finding; empty when the change
 *     has no such label, so that nobody's does
 * @param room how much the server still takes
 */
public record ReviewState(
    Set<String> paths,
    List<ReviewThread> threads,
    List<String> messages,
    Optional<Ballot> ballot,
    Optional<Vote> acceptance,
    Room room) {
  public ReviewState {
    paths = Set.copyOf(paths);
    threads = List.copyOf(threads);
    messages = List.copyOf(messages);
    requireNonNull(ballot, "ballot");
    requireNonNull(acceptance, "acceptance");
    requireNonNull(room, "room");
  }
}
