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

import com.google.gerrit.entities.Change;
import com.google.gerrit.entities.PatchSet;
import com.google.gerrit.entities.Project;
import com.google.gerrit.server.git.GitRepositoryManager;
import com.google.gerrit.server.query.change.ChangeData;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeScanner;
import com.googlesource.gerrit.plugins.eventletguard.change.FollowedFindings;
import com.googlesource.gerrit.plugins.eventletguard.change.TreeSurveys;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.BranchPolicyReader;
import com.googlesource.gerrit.plugins.eventletguard.review.ChangeHistory;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads the patch sets of a change from its repository. */
@Singleton
final class ChangeHistoryReader {
  private final ChangeData.Factory changes;
  private final GitRepositoryManager repositories;
  private final BranchPolicyReader policyReader;
  private final TreeSurveys surveys;

  @Inject
  ChangeHistoryReader(
      ChangeData.Factory changes,
      GitRepositoryManager repositories,
      BranchPolicyReader policyReader,
      TreeSurveys surveys) {
    this.changes = changes;
    this.repositories = repositories;
    this.policyReader = policyReader;
    this.surveys = surveys;
  }

  /**
   * The patch sets of a change.
   *
   * @param branch the full name of the ref that it is for, whose rules hold
   * @param until the one under review; later ones do not exist for it
   */
  ChangeHistory read(ChangeKey change, String branch, int until) {
    Project.NameKey project = Project.nameKey(change.project());
    Collection<PatchSet> patchSets =
        changes.create(project, Change.id(change.number())).patchSets();
    return new History(
        change.project(),
        branch,
        patchSets.stream()
            .filter(patchSet -> patchSet.number() <= until)
            .sorted(Comparator.comparingInt(PatchSet::number))
            .toList());
  }

  private final class History implements ChangeHistory {
    private final String project;
    private final String branch;
    private final List<com.google.gerrit.entities.PatchSet> patchSets;
    private final Map<Integer, ObjectId> commits;

    /** Null until a report is asked for: most changes have no threads. */
    private ChangeScanner scanner;

    History(String project, String branch, List<com.google.gerrit.entities.PatchSet> patchSets) {
      this.project = project;
      this.branch = branch;
      this.patchSets = patchSets;
      this.commits =
          patchSets.stream()
              .collect(
                  Collectors.toMap(
                      com.google.gerrit.entities.PatchSet::number,
                      com.google.gerrit.entities.PatchSet::commitId));
    }

    @Override
    public List<ChangeHistory.PatchSet> patchSets() {
      return patchSets.stream()
          .map(one -> new ChangeHistory.PatchSet(one.number(), one.createdOn()))
          .toList();
    }

    @Override
    public Optional<ChangeReport> report(int patchSet) throws IOException {
      ObjectId commit = commits.get(patchSet);
      if (commit == null) {
        return Optional.empty();
      }
      try (Repository repository = repositories.openRepository(Project.nameKey(project));
          RevWalk walk = new RevWalk(repository)) {
        return Optional.of(
            scanner(repository, walk).scan(walk.getObjectReader(), walk.parseCommit(commit)));
      } catch (MissingObjectException e) {
        return Optional.empty();
      }
    }

    @Override
    public FollowedFindings follow(int from, int to, Set<String> paths) throws IOException {
      try (Repository repository = repositories.openRepository(Project.nameKey(project));
          RevWalk walk = new RevWalk(repository)) {
        return scanner(repository, walk)
            .follow(
                walk.getObjectReader(),
                walk.parseCommit(commits.get(from)).getTree(),
                walk.parseCommit(commits.get(to)).getTree(),
                paths);
      }
    }

    private ChangeScanner scanner(Repository repository, RevWalk walk) throws IOException {
      if (scanner == null) {
        scanner =
            new ChangeScanner(
                surveys.of(policyReader.read(project, repository, walk, branch).catalog()));
      }
      return scanner;
    }
  }
}
