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

import com.google.common.flogger.FluentLogger;
import com.google.gerrit.entities.Change;
import com.google.gerrit.entities.PatchSet;
import com.google.gerrit.exceptions.StorageException;
import com.google.gerrit.server.query.change.ChangeData;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeScanner;
import com.googlesource.gerrit.plugins.eventletguard.change.CommitOrigin;
import com.googlesource.gerrit.plugins.eventletguard.change.CommitOrigin.Kind;
import com.googlesource.gerrit.plugins.eventletguard.change.CommitOrigin.Original;
import com.googlesource.gerrit.plugins.eventletguard.change.InheritedFindings;
import com.googlesource.gerrit.plugins.eventletguard.change.OriginTracer;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.Inheritance;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.review.CommitRemarks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Judges what a patch set does, with what its commit says about itself and what the server has
 * recorded about its change.
 */
@Singleton
final class CommitJudge {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  private final ChangeData.Factory changes;
  private final UploaderAccess uploaders;

  @Inject
  CommitJudge(ChangeData.Factory changes, UploaderAccess uploaders) {
    this.changes = changes;
    this.uploaders = uploaders;
  }

  /**
   * A report with what the review has to heed besides.
   *
   * @param remarks what the commit says, as far as the policy lets it
   */
  record Judged(JudgedReport report, CommitRemarks remarks) {}

  /**
   * Judges a patch set.
   *
   * @param data the change as it stands now
   * @param reader reads the repository's objects; the caller closes it
   * @param commit the patch set's, parsed with its message
   * @param mergedInto the tip of the branch that a commit to revert has to be in; empty when it may
   *     be anywhere
   * @throws IOException if an object cannot be read
   */
  Judged judge(
      ChangeKey change,
      ChangeData data,
      ObjectReader reader,
      RevCommit commit,
      ChangeScanner scanner,
      BranchPolicy policy,
      Optional<ObjectId> mergedInto)
      throws IOException {
    ChangeReport report = scanner.scan(reader, commit);
    Optional<String> skip = policy.skipReason(commit.getFullMessage());
    boolean isNothingToExplain =
        report.introduced().isEmpty() && report.shifted().isEmpty() && report.dropped().isEmpty();
    List<Original> recorded = isNothingToExplain ? List.of() : recorded(change.project(), data);
    Optional<CommitOrigin> origin =
        isNothingToExplain ? Optional.empty() : CommitOrigin.of(commit.getFullMessage(), recorded);
    if (origin.isEmpty()) {
      return new Judged(policy.judge(report), new CommitRemarks(skip, Optional.empty()));
    }
    Predicate<ObjectId> isReadable =
        id ->
            recorded.stream().anyMatch(original -> original.commit().equals(id.name()))
                || uploaders.canReadCommit(data, change.project(), id);
    InheritedFindings inherited =
        new OriginTracer(scanner.withoutBudget(), mergedInto, isReadable)
            .trace(reader, origin.get(), report);
    JudgedReport judged = policy.judge(report, inherited);
    return new Judged(judged, new CommitRemarks(skip, new Inheritance(inherited).remark(judged)));
  }

  /**
   * The commits that the server knows the change to come from. One that not all uploaders can read
   * is left out: by what they add they could find out what else it does.
   */
  private List<Original> recorded(String project, ChangeData data) {
    Change change = data.change();
    List<Original> originals = new ArrayList<>();
    try {
      if (change.getRevertOf() != null && canBeRead(project, data, change.getRevertOf())) {
        PatchSet reverted = changes.create(data.project(), change.getRevertOf()).currentPatchSet();
        originals.add(original(Kind.REVERT, change.getRevertOf(), reverted));
      }
      if (change.getCherryPickOf() != null
          && canBeRead(project, data, change.getCherryPickOf().changeId())) {
        ChangeData picked = changes.create(data.project(), change.getCherryPickOf().changeId());
        // What was picked for the same branch is under review there as well as here.
        if (!picked.change().getDest().equals(change.getDest())) {
          PatchSet patchSet = picked.patchSet(change.getCherryPickOf());
          originals.add(original(Kind.BACKPORT, change.getCherryPickOf().changeId(), patchSet));
        }
      }
    } catch (StorageException e) {
      // Deleted since; the message may still tell.
      logger.atFine().withCause(e).log("cannot read where change %s comes from", data.getId());
    }
    return originals;
  }

  private boolean canBeRead(String project, ChangeData data, Change.Id original) {
    return uploaders.canReadChange(data, new ChangeKey(project, original.get()));
  }

  /**
   * It is called by the change's number, which the server shows as well: it may be private, or on a
   * branch that not everybody can read, and its commit then is for nobody else to know.
   */
  private static Original original(Kind kind, Change.Id change, PatchSet patchSet) {
    return new Original(kind, patchSet.commitId().name(), "change " + change.get());
  }
}
