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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * One line that git gives to the hook {@code pre-push} (githooks(5)).
 *
 * @param localId what is pushed; all zeros when the remote's reference is deleted
 * @param remoteRef where to, such as {@code refs/heads/master} or {@code refs/for/master%wip}
 * @param remoteId what it holds now; all zeros when it is new, as Gerrit's are
 */
record PushedRef(String localId, String remoteRef, String remoteId) {
  private static final Pattern LINE = Pattern.compile("\\S+ (\\S+) (\\S+) (\\S+)");
  private static final Pattern ZEROS = Pattern.compile("0+");
  private static final Pattern DESTINATION = Pattern.compile("refs/(?:heads|for)/");

  /**
   * Reads a line.
   *
   * @throws InputException if it is none that git gives
   */
  static PushedRef parse(String line) throws InputException {
    Matcher words = LINE.matcher(line);
    if (!words.matches()) {
      throw new InputException("not a line that git gives to pre-push: " + line);
    }
    return new PushedRef(words.group(1), words.group(2), words.group(3));
  }

  /** Whether it brings commits to a branch, or to the review of one. */
  boolean bringsCommits() {
    return !ZEROS.matcher(localId).matches() && DESTINATION.matcher(remoteRef).lookingAt();
  }

  /**
   * What to compare it with: what the remote has there, or else has on the branch, as far as it is
   * known here.
   *
   * @param remote its name, or its URL when it has none
   */
  Optional<String> base(Repository repository, String remote) throws IOException {
    if (!ZEROS.matcher(remoteId).matches()
        && repository.getObjectDatabase().has(ObjectId.fromString(remoteId))) {
      return Optional.of(remoteId);
    }
    String tracking = Constants.R_REMOTES + remote + "/";
    String branch = DESTINATION.matcher(remoteRef).replaceFirst("").replaceFirst("%.*", "");
    // A topic may follow the branch: refs/for/master/topic.
    while (!branch.isEmpty()) {
      if (repository.exactRef(tracking + branch) != null) {
        return Optional.of(tracking + branch);
      }
      branch = branch.substring(0, Math.max(0, branch.lastIndexOf('/')));
    }
    String head = tracking + Constants.HEAD;
    return repository.resolve(head) == null ? Optional.empty() : Optional.of(head);
  }
}
