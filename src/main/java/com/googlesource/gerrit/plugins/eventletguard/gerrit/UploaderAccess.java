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
import com.google.gerrit.entities.Account;
import com.google.gerrit.entities.PatchSet;
import com.google.gerrit.extensions.api.GerritApi;
import com.google.gerrit.extensions.restapi.AuthException;
import com.google.gerrit.extensions.restapi.ResourceNotFoundException;
import com.google.gerrit.extensions.restapi.RestApiException;
import com.google.gerrit.server.query.change.ChangeData;
import com.google.gerrit.server.util.ManualRequestContext;
import com.google.gerrit.server.util.OneOffRequestContext;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Tells whether everybody who has uploaded a patch set of a change can read what it says to come
 * from. Each of them counts, as the last one may have rebased what another one wrote to find out
 * about a commit that is hidden from them.
 */
@Singleton
final class UploaderAccess {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  private final GerritApi gerrit;
  private final OneOffRequestContext requestContext;

  @Inject
  UploaderAccess(GerritApi gerrit, OneOffRequestContext requestContext) {
    this.gerrit = gerrit;
    this.requestContext = requestContext;
  }

  /** Looks at something in the name of whoever is asked for, which fails where they cannot. */
  interface Look {
    void take() throws RestApiException;
  }

  /**
   * Whether they can read another change.
   *
   * @param data the change that they have uploaded
   */
  boolean canReadChange(ChangeData data, ChangeKey other) {
    return canAll(
        data,
        () -> {
          var unused = gerrit.changes().id(other.project(), other.number());
        });
  }

  /**
   * Whether they can read a commit as the server sees it: it is on a branch that they can read, or
   * of a change.
   *
   * @param data the change that they have uploaded
   * @param project the name of its project
   * @param commit one that is in the project's repository
   */
  boolean canReadCommit(ChangeData data, String project, ObjectId commit) {
    return canAll(
        data,
        () -> {
          var unused = gerrit.projects().name(project).commit(commit.name());
        });
  }

  @SuppressWarnings("try") // closing the context leaves it
  private boolean canAll(ChangeData data, Look look) {
    Set<Account.Id> uploaders =
        data.patchSets().stream().map(PatchSet::uploader).collect(Collectors.toSet());
    for (Account.Id uploader : uploaders) {
      try (ManualRequestContext context = requestContext.openAs(uploader)) {
        if (!succeeds(look, data.getId())) {
          return false;
        }
      }
    }
    return true;
  }

  /** What goes wrong here must neither show something nor keep the change from being reviewed. */
  static boolean succeeds(Look look, Object change) {
    try {
      look.take();
      return true;
    } catch (ResourceNotFoundException | AuthException e) {
      return false;
    } catch (RestApiException | RuntimeException e) {
      logger.atWarning().withCause(e).log(
          "cannot tell what an uploader of change %s can read, who is taken to read nothing",
          change);
      return false;
    }
  }
}
