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
import com.google.gerrit.entities.Change;
import com.google.gerrit.entities.LabelType;
import com.google.gerrit.entities.Project;
import com.google.gerrit.extensions.api.GerritApi;
import com.google.gerrit.extensions.api.changes.ChangeApi;
import com.google.gerrit.extensions.client.ListChangesOption;
import com.google.gerrit.extensions.common.AccountInfo;
import com.google.gerrit.extensions.common.ChangeInfo;
import com.google.gerrit.extensions.common.CommentInfo;
import com.google.gerrit.extensions.common.LabelInfo;
import com.google.gerrit.extensions.restapi.RestApiException;
import com.google.gerrit.server.query.change.ChangeData;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.Once;
import com.googlesource.gerrit.plugins.eventletguard.review.Ballot;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewSettings;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewState;
import com.googlesource.gerrit.plugins.eventletguard.review.Vote;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads what stands on a change, as the service account sees it. */
@Singleton
final class ReviewStateReader {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  private final GerritApi gerrit;
  private final ChangeData.Factory changes;
  private final Speakers speakers;
  private final ServerLimits limits;
  private final Once once = new Once();

  @Inject
  ReviewStateReader(
      GerritApi gerrit, ChangeData.Factory changes, Speakers speakers, ServerLimits limits) {
    this.gerrit = gerrit;
    this.changes = changes;
    this.speakers = speakers;
    this.limits = limits;
  }

  /**
   * The state of a change.
   *
   * @param patchSet whose files count
   * @param self the service account, in whose context this runs
   * @param settings name the labels
   * @throws RestApiException if the account cannot see the change, among other reasons
   */
  ReviewState read(ChangeKey change, int patchSet, Account.Id self, ReviewSettings settings)
      throws RestApiException {
    ChangeApi api = gerrit.changes().id(change.project(), change.number());
    ChangeInfo info = api.get(ListChangesOption.DETAILED_LABELS, ListChangesOption.MESSAGES);
    Set<String> paths = api.revision(patchSet).files().keySet();
    List<CommentInfo> comments = api.commentsRequest().getAsList();
    List<String> messages =
        info.messages.stream()
            .filter(message -> isOf(self, message.author))
            .map(message -> message.message)
            .toList();
    ChangeData data = changes.create(Project.nameKey(change.project()), Change.id(change.number()));
    Optional<LabelType> acceptLabel = data.getLabelTypes().byLabel(settings.acceptLabel());
    Speakers.Roles roles = speakers.of(data, self, acceptLabel);
    return new ReviewState(
        paths,
        new ThreadReader(roles::speaker).threads(comments),
        messages,
        settings.label().flatMap(name -> ballot(change, info, self, name)),
        acceptLabel.map(label -> new Vote(label.getName(), label.getMaxPositive())),
        limits.room(comments, List.copyOf(info.messages), self.get()));
  }

  private static boolean isOf(Account.Id self, AccountInfo author) {
    return author != null && Objects.equals(author._accountId, self.get());
  }

  private Optional<Ballot> ballot(
      ChangeKey change, ChangeInfo info, Account.Id self, String label) {
    LabelInfo labelInfo = info.labels == null ? null : info.labels.get(label);
    if (labelInfo == null) {
      if (once.first(change.project() + " " + label)) {
        logger.atWarning().log(
            "changes of %s have no label %s, so comments are posted without a vote; define the "
                + "label, or correct label in [plugin \"eventlet-guard\"] of project.config",
            change.project(), label);
      }
      return Optional.empty();
    }
    int current =
        Stream.ofNullable(labelInfo.all)
            .flatMap(List::stream)
            .filter(approval -> isOf(self, approval) && approval.value != null)
            .flatMapToInt(approval -> IntStream.of(approval.value))
            .findFirst()
            .orElse(0);
    return Optional.of(new Ballot(permitted(info, label), current));
  }

  private static Set<Integer> permitted(ChangeInfo info, String label) {
    return Stream.ofNullable(info.permittedLabels)
        .flatMap(labels -> Stream.ofNullable(labels.get(label)))
        .flatMap(values -> values.stream())
        .map(value -> Integer.valueOf(value.strip()))
        .collect(Collectors.toSet());
  }
}
