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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.admin;

import com.google.gerrit.entities.Account;
import com.google.gerrit.extensions.api.GerritApi;
import com.google.gerrit.extensions.api.changes.NotifyHandling;
import com.google.gerrit.extensions.api.changes.ReviewInput;
import com.google.gerrit.extensions.api.changes.ReviewInput.CommentInput;
import com.google.gerrit.extensions.client.ListChangesOption;
import com.google.gerrit.extensions.common.ApprovalInfo;
import com.google.gerrit.extensions.common.ChangeInfo;
import com.google.gerrit.extensions.common.CommentInfo;
import com.google.gerrit.extensions.common.LabelInfo;
import com.google.gerrit.extensions.restapi.ResourceConflictException;
import com.google.gerrit.extensions.restapi.RestApiException;
import com.google.gerrit.server.permissions.PermissionBackendException;
import com.google.gerrit.server.util.ManualRequestContext;
import com.google.gerrit.server.util.OneOffRequestContext;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.ChangeKey;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.ReviewPoster;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.ServiceAccount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.ConfigInvalidException;

/**
 * Resolves the account's threads on open changes and takes its votes back, so that nothing of it
 * keeps a change from being submitted once the plugin is gone. Nobody gets a mail.
 */
@Singleton
public final class Cleanup {
  private static final String REPLY =
      "Resolved by an administrator: Eventlet Guard no longer reviews this change.";

  private final Access access;
  private final GerritApi gerrit;
  private final ServiceAccount serviceAccount;
  private final OneOffRequestContext requestContext;

  @Inject
  Cleanup(
      Access access,
      GerritApi gerrit,
      ServiceAccount serviceAccount,
      OneOffRequestContext requestContext) {
    this.access = access;
    this.gerrit = gerrit;
    this.serviceAccount = serviceAccount;
    this.requestContext = requestContext;
  }

  /**
   * Cleans up every change that is open and on which the account has said something.
   *
   * @param project whose changes; empty for those of all projects
   * @param dryRun whether to tell only what would be done
   * @param done told of each change that had something to clean up
   * @throws RestApiException if the person who asks does not have the plugin's capability, or a
   *     change cannot be read or written to
   */
  public void run(Optional<String> project, boolean dryRun, Consumer<CleanupInfo> done)
      throws RestApiException, PermissionBackendException, IOException, ConfigInvalidException {
    access.checkAdministrate();
    Account.Id self = self();
    for (ChangeKey change : changes(self, project)) {
      clean(change, self, dryRun).ifPresent(done);
    }
  }

  /**
   * Cleans up one change.
   *
   * @param dryRun whether to tell only what would be done
   * @return empty when there is nothing to clean up
   * @throws RestApiException if the person who asks does not have the plugin's capability, or the
   *     change cannot be read or written to
   */
  public Optional<CleanupInfo> run(ChangeKey change, boolean dryRun)
      throws RestApiException, PermissionBackendException, IOException, ConfigInvalidException {
    access.checkAdministrate();
    return clean(change, self(), dryRun);
  }

  private Account.Id self() throws ResourceConflictException, IOException, ConfigInvalidException {
    return serviceAccount
        .id()
        .orElseThrow(() -> new ResourceConflictException("there is no account that reviews"));
  }

  private List<ChangeKey> changes(Account.Id self, Optional<String> project)
      throws RestApiException {
    try (ManualRequestContext context = requestContext.openAs(self)) {
      String query =
          "status:open commentby:%d%s"
              .formatted(
                  context.getUser().getAccountId().get(),
                  project.map(name -> " project:{" + name + "}").orElse(""));
      return gerrit.changes().query(query).withNoLimit().get().stream()
          .map(info -> new ChangeKey(info.project, info._number))
          .toList();
    }
  }

  private Optional<CleanupInfo> clean(ChangeKey change, Account.Id self, boolean dryRun)
      throws RestApiException {
    try (ManualRequestContext context = requestContext.openAs(self)) {
      Account.Id author = context.getUser().getAccountId();
      List<CommentInfo> open = openThreads(change, author);
      Set<String> labels = votes(change, author);
      if (open.isEmpty() && labels.isEmpty()) {
        return Optional.empty();
      }
      if (!dryRun) {
        ReviewInput input = new ReviewInput();
        input.tag = ReviewPoster.TAG;
        input.message = REPLY;
        input.notify = NotifyHandling.NONE;
        input.comments = replies(open);
        labels.forEach(label -> input.label(label, 0));
        var unused = gerrit.changes().id(change.project(), change.number()).current().review(input);
      }
      return Optional.of(new CleanupInfo(change.toString(), open.size(), labels.size()));
    }
  }

  /** The last comment of each thread that the account began and that is not resolved. */
  private List<CommentInfo> openThreads(ChangeKey change, Account.Id self) throws RestApiException {
    List<CommentInfo> comments =
        new ArrayList<>(
            gerrit.changes().id(change.project(), change.number()).commentsRequest().getAsList());
    comments.sort(Comparator.comparing(CommentInfo::getUpdated));
    Map<String, String> threadOf = new HashMap<>();
    Map<String, CommentInfo> lastOf = new HashMap<>();
    for (CommentInfo comment : comments) {
      boolean begins = comment.inReplyTo == null;
      if (begins && !Objects.equals(comment.author._accountId, self.get())) {
        continue;
      }
      String thread = begins ? comment.id : threadOf.get(comment.inReplyTo);
      if (thread != null) {
        threadOf.put(comment.id, thread);
        lastOf.put(thread, comment);
      }
    }
    return lastOf.values().stream()
        .filter(last -> Boolean.TRUE.equals(last.unresolved))
        .sorted(Comparator.comparing(last -> last.id))
        .toList();
  }

  /** The labels on which the account has a vote other than 0. */
  private Set<String> votes(ChangeKey change, Account.Id self) throws RestApiException {
    ChangeInfo info =
        gerrit
            .changes()
            .id(change.project(), change.number())
            .get(ListChangesOption.DETAILED_LABELS);
    Set<String> labels = new HashSet<>();
    for (Map.Entry<String, LabelInfo> label : info.labels.entrySet()) {
      for (ApprovalInfo approval :
          Objects.requireNonNullElse(label.getValue().all, List.<ApprovalInfo>of())) {
        if (Objects.equals(approval._accountId, self.get())
            && approval.value != null
            && approval.value != 0) {
          labels.add(label.getKey());
        }
      }
    }
    return labels;
  }

  private static Map<String, List<CommentInput>> replies(List<CommentInfo> open) {
    Map<String, List<CommentInput>> replies = new HashMap<>();
    for (CommentInfo last : open) {
      CommentInput reply = new CommentInput();
      reply.path = last.path;
      reply.side = last.side;
      reply.line = last.line;
      reply.range = last.range;
      reply.inReplyTo = last.id;
      reply.message = REPLY;
      reply.unresolved = false;
      replies.computeIfAbsent(last.path, path -> new ArrayList<>()).add(reply);
    }
    return replies;
  }
}
