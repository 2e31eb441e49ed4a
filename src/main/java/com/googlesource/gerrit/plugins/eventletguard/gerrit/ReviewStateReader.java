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
import com.google.gerrit.extensions.api.GerritApi;
import com.google.gerrit.extensions.api.changes.ChangeApi;
import com.google.gerrit.extensions.client.ListChangesOption;
import com.google.gerrit.extensions.client.Side;
import com.google.gerrit.extensions.common.AccountInfo;
import com.google.gerrit.extensions.common.ChangeInfo;
import com.google.gerrit.extensions.common.CommentInfo;
import com.google.gerrit.extensions.common.ContextLineInfo;
import com.google.gerrit.extensions.common.LabelInfo;
import com.google.gerrit.extensions.restapi.RestApiException;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.Once;
import com.googlesource.gerrit.plugins.eventletguard.review.Ballot;
import com.googlesource.gerrit.plugins.eventletguard.review.Heading;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewState;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewThread;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.util.List;
import java.util.Map;
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
  private final Once once = new Once();

  @Inject
  ReviewStateReader(GerritApi gerrit) {
    this.gerrit = gerrit;
  }

  /**
   * The state of a change.
   *
   * @param patchSet whose files count
   * @param self the service account, in whose context this runs
   * @param label the label to vote on, if any
   * @throws RestApiException if the account cannot see the change, among other reasons
   */
  ReviewState read(ChangeKey change, int patchSet, Account.Id self, Optional<String> label)
      throws RestApiException {
    ChangeApi api = gerrit.changes().id(change.project(), change.number());
    ChangeInfo info = api.get(ListChangesOption.DETAILED_LABELS, ListChangesOption.MESSAGES);
    Set<String> paths = api.revision(patchSet).files().keySet();
    List<ReviewThread> threads =
        api.commentsRequest().withContext().getAsList().stream()
            .filter(comment -> isOf(self, comment.author))
            .flatMap(comment -> thread(comment).stream())
            .toList();
    List<String> messages =
        info.messages.stream()
            .filter(message -> isOf(self, message.author))
            .map(message -> message.message)
            .toList();
    return new ReviewState(
        paths, threads, messages, label.flatMap(name -> ballot(change, info, self, name)));
  }

  private static boolean isOf(Account.Id self, AccountInfo author) {
    return author != null && Objects.equals(author._accountId, self.get());
  }

  private static Optional<ReviewThread> thread(CommentInfo comment) {
    if (comment.inReplyTo != null || comment.range == null || comment.side == Side.PARENT) {
      return Optional.empty();
    }
    Range range =
        new Range(
            comment.range.startLine,
            comment.range.startCharacter,
            comment.range.endLine,
            comment.range.endCharacter);
    return Heading.parse(comment.message)
        .map(
            heading ->
                new ReviewThread(
                    comment.patchSet, comment.path, range, heading, sourceText(comment, range)));
  }

  private static Optional<String> sourceText(CommentInfo comment, Range range) {
    Map<Integer, String> lines =
        Stream.ofNullable(comment.contextLines)
            .flatMap(List::stream)
            .collect(Collectors.toMap(line -> line.lineNumber, line -> text(line), (a, b) -> a));
    StringBuilder text = new StringBuilder();
    for (int number = range.startLine(); number <= range.endLine(); number++) {
      String line = lines.get(number);
      if (line == null) {
        return Optional.empty();
      }
      int start = number == range.startLine() ? range.startCharacter() : 0;
      int end = number == range.endLine() ? range.endCharacter() : line.length();
      if (start > end || end > line.length()) {
        return Optional.empty();
      }
      text.append(line, start, end).append(number == range.endLine() ? "" : "\n");
    }
    return Optional.of(text.toString());
  }

  private static String text(ContextLineInfo line) {
    return line.contextLine == null ? "" : line.contextLine;
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
