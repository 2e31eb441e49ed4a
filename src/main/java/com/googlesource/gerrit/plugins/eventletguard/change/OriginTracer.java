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
package com.googlesource.gerrit.plugins.eventletguard.change;

import com.googlesource.gerrit.plugins.eventletguard.change.CommitOrigin.Kind;
import com.googlesource.gerrit.plugins.eventletguard.change.CommitOrigin.Original;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Tells what of a change comes from the commit that it reverts or was picked from: what that commit
 * took away or brought. What the resolution of a conflict added is the change's own. Safe for use
 * by several threads.
 */
public final class OriginTracer {
  private final ChangeScanner scanner;

  /** The tip of the branch that a commit to revert has to be in; empty when it may be anywhere. */
  private final Optional<ObjectId> branch;

  private final Predicate<ObjectId> isReadable;

  /** For who can read the whole repository. */
  public OriginTracer(ChangeScanner scanner) {
    this(scanner, Optional.empty(), commit -> true);
  }

  /**
   * @param branch a commit that is reverted has to be in its history, as the other one may have
   *     been pushed for review only to be reverted; empty to believe in any that exists
   * @param isReadable whether a commit that there is may be looked at; one that may not is as if it
   *     were not there
   */
  public OriginTracer(
      ChangeScanner scanner, Optional<ObjectId> branch, Predicate<ObjectId> isReadable) {
    this.scanner = scanner;
    this.branch = branch;
    this.isReadable = isReadable;
  }

  /**
   * What of a report comes from elsewhere. When none of the commits is in the repository, the
   * message is taken at its word, and all does.
   *
   * @param reader reads the repository's objects; the caller closes it
   * @param origin what the commit says
   * @param report what the commit does
   * @throws IOException if an object cannot be read
   */
  public InheritedFindings trace(ObjectReader reader, CommitOrigin origin, ChangeReport report)
      throws IOException {
    List<Finding> own = report.brought();
    List<Finding> inherited = new ArrayList<>();
    List<Original> verified = new ArrayList<>();
    if (!own.isEmpty()) {
      for (Original original : origin.originals()) {
        Optional<List<Finding>> others = findings(reader, original);
        if (others.isPresent()) {
          // Of a chain of backports each commit does the same, so that one is enough.
          inherited.addAll(UsageMatcher.accountedFor(own, others.get()));
          verified.add(original);
        }
      }
    }
    Original named = named(origin, verified.isEmpty() ? origin.originals() : verified);
    return new InheritedFindings(
        named.kind(), named.name(), !verified.isEmpty(), verified.isEmpty() ? own : inherited);
  }

  /** The first one that tells what the change is; a backport of a revert names both. */
  private static Original named(CommitOrigin origin, List<Original> originals) {
    return originals.stream()
        .filter(original -> original.kind() == origin.kind())
        .findFirst()
        .orElseGet(originals::getFirst);
  }

  /** What a commit took away, for a revert, or brought; empty when it is not there. */
  private Optional<List<Finding>> findings(ObjectReader reader, Original original)
      throws IOException {
    try (RevWalk walk = new RevWalk(reader)) {
      Optional<RevCommit> found = resolve(walk, original.commit());
      if (found.isEmpty()) {
        return Optional.empty();
      }
      RevCommit commit = found.get();
      if (original.kind() == Kind.REVERT
          && branch.isPresent()
          && !walk.isMergedInto(commit, walk.parseCommit(branch.get()))) {
        return Optional.empty();
      }
      ChangeReport report = scan(reader, walk, commit, original.kind());
      return Optional.of(original.kind() == Kind.REVERT ? report.removed() : report.brought());
    } catch (MissingObjectException e) {
      // No commit, or one whose parents a shallow clone has not.
      return Optional.empty();
    }
  }

  /** Who reverts a merge goes back to its first parent. */
  private ChangeReport scan(ObjectReader reader, RevWalk walk, RevCommit commit, Kind kind)
      throws IOException {
    return kind == Kind.REVERT && commit.getParentCount() > 1
        ? scanner.scan(reader, walk.parseCommit(commit.getParent(0)).getTree(), commit.getTree())
        : scanner.scan(reader, commit);
  }

  /** The commit that a name stands for; what may not be read does not make a name ambiguous. */
  private Optional<RevCommit> resolve(RevWalk walk, String name) throws IOException {
    ObjectReader reader = walk.getObjectReader();
    List<ObjectId> found = new ArrayList<>();
    for (ObjectId id : reader.resolve(AbbreviatedObjectId.fromString(name))) {
      if (reader.open(id).getType() == Constants.OBJ_COMMIT && isReadable.test(id)) {
        found.add(id);
      }
    }
    return found.size() == 1 ? Optional.of(walk.parseCommit(found.getFirst())) : Optional.empty();
  }
}
