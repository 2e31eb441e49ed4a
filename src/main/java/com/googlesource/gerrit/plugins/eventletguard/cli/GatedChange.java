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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * A change as a gate such as Zuul lays it out for a job: the base is what the change would be
 * merged onto, and {@code HEAD} is the change's own commit where that could be fast-forwarded or
 * picked, else a merge that the gate made of both.
 *
 * @param oldTrees the base, and all parents of a change that is itself a merge: what one of them
 *     holds, the change does not introduce
 * @param newTree the tree under test
 * @param commit the change's own commit
 */
record GatedChange(List<ObjectId> oldTrees, ObjectId newTree, RevCommit commit) {
  /**
   * Finds the change.
   *
   * <p>A merge that was pushed for review looks as one that the gate made: only the message tells
   * them apart.
   *
   * @param message that of the change's commit
   * @throws InputException if one of the revisions names no commit
   */
  static GatedChange find(RevisionReader revisions, String base, String head, String message)
      throws InputException, IOException {
    RevCommit onto = revisions.existingCommit(base);
    RevCommit tested = revisions.existingCommit(head);
    RevCommit change = tested;
    if (tested.getParentCount() == 2
        && tested.getParent(0).equals(onto)
        && !normalized(tested.getFullMessage()).equals(normalized(message))) {
      change = revisions.existingCommit(tested.getParent(1).name());
    }
    Set<ObjectId> oldTrees = new LinkedHashSet<>();
    oldTrees.add(onto.getTree());
    if (change.getParentCount() > 1) {
      oldTrees.addAll(revisions.parentTrees(change));
    }
    return new GatedChange(new ArrayList<>(oldTrees), tested.getTree(), change);
  }

  /** Without what is lost on a message's way through servers and variables. */
  private static String normalized(String message) {
    return message.replace("\r\n", "\n").strip();
  }
}
