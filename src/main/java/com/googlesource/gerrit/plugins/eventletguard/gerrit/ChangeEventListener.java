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

import com.google.gerrit.extensions.events.ChangeRestoredListener;
import com.google.gerrit.extensions.events.PrivateStateChangedListener;
import com.google.gerrit.extensions.events.RevisionCreatedListener;
import com.google.gerrit.extensions.events.RevisionEvent;
import com.google.gerrit.extensions.events.WorkInProgressStateChangedListener;
import com.google.inject.Inject;
import com.google.inject.Singleton;

/**
 * Queues a scan when a patch set arrives, or when a change comes into sight that was not scanned
 * before: it is ready, no longer private, or restored.
 *
 * <p>The server calls it on the thread of the push, which waits. So it copies a name and two
 * numbers and returns; the events are shared with other listeners and are not kept.
 */
@Singleton
final class ChangeEventListener
    implements RevisionCreatedListener,
        WorkInProgressStateChangedListener,
        PrivateStateChangedListener,
        ChangeRestoredListener {
  private final ScanQueue queue;

  @Inject
  ChangeEventListener(ScanQueue queue) {
    this.queue = queue;
  }

  @Override
  public void onRevisionCreated(RevisionCreatedListener.Event event) {
    queue(event, Trigger.PATCH_SET);
  }

  @Override
  public void onWorkInProgressStateChanged(WorkInProgressStateChangedListener.Event event) {
    queue(event, Trigger.STATE);
  }

  @Override
  public void onPrivateStateChanged(PrivateStateChangedListener.Event event) {
    queue(event, Trigger.STATE);
  }

  @Override
  public void onChangeRestored(ChangeRestoredListener.Event event) {
    queue(event, Trigger.STATE);
  }

  private void queue(RevisionEvent event, Trigger trigger) {
    queue.submit(
        new ScanRequest(ChangeKey.of(event.getChange()), event.getRevision()._number, trigger));
  }
}
