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

import com.google.gerrit.extensions.common.AccountInfo;
import com.google.gerrit.extensions.common.ChangeMessageInfo;
import com.google.gerrit.extensions.common.CommentInfo;
import com.google.gerrit.server.config.GerritServerConfig;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.review.Room;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;

/** The limits that the server has for the comments of a change; what exceeds them is refused. */
@Singleton
final class ServerLimits {
  private static final String CHANGE = "change";

  /** Less than this no server can mean: a comment could not even name its rule. */
  private static final int LEAST_TEXT = 100;

  private final int commentBytes;
  private final int comments;
  private final int commentsPerUser;
  private final long totalBytes;

  @Inject
  ServerLimits(@GerritServerConfig Config config) {
    // The server counts what it stores with the text, too.
    commentBytes =
        Math.max(
            LEAST_TEXT,
            config.getInt(CHANGE, "commentSizeLimit", Room.DEFAULT.commentBytes()) - Room.OVERHEAD);
    comments = config.getInt(CHANGE, "maxComments", Room.DEFAULT.entries());
    commentsPerUser = config.getInt(CHANGE, "maxCommentsPerUser", 0);
    totalBytes = config.getLong(CHANGE, "cumulativeCommentSizeLimit", Room.DEFAULT.totalBytes());
  }

  /**
   * What is left on a change.
   *
   * @param self the id of the service account
   */
  Room room(List<CommentInfo> comments, List<ChangeMessageInfo> messages, int self) {
    int left = this.comments - comments.size() - messages.size();
    if (commentsPerUser > 0) {
      long own =
          comments.stream().filter(comment -> isOf(self, comment.author)).count()
              + messages.stream().filter(message -> isOf(self, message.author)).count();
      left = (int) Math.min(left, commentsPerUser - own);
    }
    long bytes = totalBytes;
    for (CommentInfo comment : comments) {
      bytes -= size(comment.message);
    }
    for (ChangeMessageInfo message : messages) {
      bytes -= size(message.message);
    }
    return new Room(commentBytes, Math.max(0, left), Math.max(0, bytes));
  }

  private static boolean isOf(int self, AccountInfo author) {
    return author != null && Objects.equals(author._accountId, self);
  }

  private static int size(String message) {
    return Room.OVERHEAD
        + Optional.ofNullable(message)
            .map(text -> text.getBytes(StandardCharsets.UTF_8).length)
            .orElse(0);
  }
}
