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

import java.time.Duration;

/** Is told what becomes of scans, on the thread that ran them; must be quick and never throw. */
public interface ScanListener {
  /** Hears nothing. */
  ScanListener NONE = (request, outcome, times) -> {};

  /**
   * How long a scan took.
   *
   * @param waited in the queue before it began
   * @param ran from then to its end
   */
  record Times(Duration waited, Duration ran) {}

  /**
   * A scan has ended.
   *
   * @param request the change and patch set, as {@code project~number/patchSet}
   */
  void ended(String request, ScanOutcome outcome, Times times);

  /**
   * A scan has failed.
   *
   * @param request the change and patch set, as {@code project~number/patchSet}
   * @param again whether it is tried again
   */
  default void failed(String request, Throwable failure, boolean again) {}
}
