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

import com.google.gerrit.extensions.events.CommentAddedListener;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ServerSettings;
import java.util.Objects;

/**
 * Queues a scan when a person asks for one in a comment, or answers in a thread.
 *
 * <p>The server calls it on the thread of the person's request, so it looks at the text of the
 * event and returns. A {@code recheck} is for others: it starts test jobs, and is no wish of ours.
 */
@Singleton
final class CommentListener implements CommentAddedListener {
  private final ScanQueue queue;
  private final DemandLimit limit;
  private final String ownUserName;

  @Inject
  CommentListener(ScanQueue queue, DemandLimit limit, ServerSettings settings) {
    this.queue = queue;
    this.limit = limit;
    this.ownUserName = settings.account();
  }

  @Override
  public void onCommentAdded(CommentAddedListener.Event event) {
    String message = event.getComment();
    if (message == null || Objects.equals(event.getWho().username, ownUserName)) {
      return;
    }
    ChangeKey change = ChangeKey.of(event.getChange());
    if (CommentRequests.asksForScan(message) && limit.permits(change)) {
      queue.submit(new ScanRequest(change, event.getRevision()._number, Trigger.DEMAND));
    } else if (CommentRequests.hasInlineComments(message)) {
      queue.submit(new ScanRequest(change, event.getRevision()._number, Trigger.THREAD));
    }
  }
}
