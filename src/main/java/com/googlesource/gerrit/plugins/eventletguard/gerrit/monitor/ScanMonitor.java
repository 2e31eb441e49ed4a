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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;

/** Tells everyone who wants to know what becomes of scans. */
@Singleton
public final class ScanMonitor implements ScanListener {
  private final List<ScanListener> listeners;

  @Inject
  ScanMonitor(ScanLog log, ScanMetrics metrics, ScanHistory history) {
    this.listeners = List.of(log, metrics, history);
  }

  @Override
  public void ended(String request, ScanOutcome outcome, Times times) {
    listeners.forEach(listener -> listener.ended(request, outcome, times));
  }

  @Override
  public void failed(String request, Throwable failure, boolean again) {
    listeners.forEach(listener -> listener.failed(request, failure, again));
  }
}
