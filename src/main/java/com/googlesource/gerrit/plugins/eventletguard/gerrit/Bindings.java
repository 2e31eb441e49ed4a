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
import com.google.gerrit.extensions.events.CommentAddedListener;
import com.google.gerrit.extensions.events.PrivateStateChangedListener;
import com.google.gerrit.extensions.events.RevisionCreatedListener;
import com.google.gerrit.extensions.events.WorkInProgressStateChangedListener;
import com.google.gerrit.extensions.registration.DynamicSet;
import com.google.gerrit.lifecycle.LifecycleModule;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.ScanHistory;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.ScanMetrics;

/** What this package binds: its listeners, and what is started and stopped with the plugin. */
public final class Bindings extends LifecycleModule {
  @Override
  protected void configure() {
    DynamicSet.bind(binder(), RevisionCreatedListener.class).to(ChangeEventListener.class);
    DynamicSet.bind(binder(), WorkInProgressStateChangedListener.class)
        .to(ChangeEventListener.class);
    DynamicSet.bind(binder(), PrivateStateChangedListener.class).to(ChangeEventListener.class);
    DynamicSet.bind(binder(), ChangeRestoredListener.class).to(ChangeEventListener.class);
    DynamicSet.bind(binder(), CommentAddedListener.class).to(CommentListener.class);
    // The commands live in a child of this injector, which would make itself others of those that
    // it does not find bound.
    bind(ScanQueue.class);
    bind(DemandLimit.class);
    bind(ServiceAccount.class);
    bind(EligibilityCheck.class);
    bind(ScanHistory.class);
    bind(ScanMetrics.class);
    // What is bound later is stopped earlier: the sweep ends with the queue.
    listener().to(Sweep.class);
    listener().to(ScanQueue.class);
    listener().to(QueueGauge.class);
    listener().to(ServiceAccountCheck.class);
  }
}
