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

import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.FollowedFindings;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The patch sets of a change, read as far as its threads need them. */
public interface ChangeHistory {
  /**
   * A patch set.
   *
   * @param number from 1
   */
  record PatchSet(int number, Instant created) {}

  /** All of them, the oldest first; the last is under review. */
  List<PatchSet> patchSets();

  /**
   * What a patch set does, by the rules of today and before any policy has judged it.
   *
   * @return empty when the repository no longer has its commit
   * @throws IOException if an object cannot be read
   */
  Optional<ChangeReport> report(int patchSet) throws IOException;

  /**
   * Where the findings of one patch set stand in another.
   *
   * @param paths the files of either to look at
   * @throws IOException if an object cannot be read
   */
  FollowedFindings follow(int from, int to, Set<String> paths) throws IOException;
}
