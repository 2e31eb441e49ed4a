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

import com.googlesource.gerrit.plugins.eventletguard.inventory.Activity;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/** Tells how a repository lives. */
final class LastCommits {
  /** So many commits of bots in a row are nobody's work. */
  private static final int MOST_COMMITS = 5_000;

  /** Who commits without being a person: OpenStack's Proposal Bot and Release Bot, Zuul. */
  private static final Pattern BOT =
      Pattern.compile(".*\\b(bot|zuul|jenkins)\\b.*", Pattern.CASE_INSENSITIVE);

  private LastCommits() {}

  /** How a repository lives; empty when it has no commit yet. */
  static Optional<Activity> of(Repository repository) throws IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(repository)) {
      walk.sort(RevSort.COMMIT_TIME_DESC);
      walk.markStart(walk.parseCommit(head));
      for (int i = 0; i < MOST_COMMITS; i++) {
        RevCommit commit = walk.next();
        if (commit == null) {
          break;
        }
        if (commit.getParentCount() < 2
            && !BOT.matcher(commit.getAuthorIdent().getName()).matches()) {
          return Optional.of(new Activity(head.name(), Optional.of(day(commit))));
        }
      }
    }
    return Optional.of(new Activity(head.name(), Optional.empty()));
  }

  private static LocalDate day(RevCommit commit) {
    return LocalDate.ofInstant(commit.getCommitterIdent().getWhenAsInstant(), ZoneOffset.UTC);
  }
}
