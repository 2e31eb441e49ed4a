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

import com.google.gerrit.extensions.events.LifecycleListener;
import com.google.gerrit.extensions.registration.RegistrationHandle;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.ScanMetrics;

/** Shows the length of the queue among the metrics while the plugin runs. */
@Singleton
final class QueueGauge implements LifecycleListener {
  private final ScanQueue queue;
  private final ScanMetrics metrics;
  private RegistrationHandle shown;

  @Inject
  QueueGauge(ScanQueue queue, ScanMetrics metrics) {
    this.queue = queue;
    this.metrics = metrics;
  }

  @Override
  public void start() {
    shown = metrics.showQueue(queue::size);
  }

  @Override
  public void stop() {
    shown.remove();
  }
}
