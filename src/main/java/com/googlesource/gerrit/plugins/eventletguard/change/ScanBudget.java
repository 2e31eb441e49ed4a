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

package com.googlesource.gerrit.plugins.eventletguard.change;

import java.time.Duration;

/**
 * How much of a change is looked at. What is beyond counts as skipped, so that a change of any size
 * costs a bounded effort and is never called clean unseen. Its clock starts when it is made.
 */
public final class ScanBudget {
  public static final ScanBudget UNLIMITED =
      new ScanBudget(Integer.MAX_VALUE, Duration.ofNanos(Long.MAX_VALUE));

  private final int files;
  private final Duration time;
  private final long startNanos = System.nanoTime();

  private ScanBudget(int files, Duration time) {
    this.files = files;
    this.time = time;
  }

  /**
   * A budget of which the time runs from now on.
   *
   * @param files at most so many changed files that rules could be about are scanned
   * @param time no file is begun after it
   */
  public static ScanBudget of(int files, Duration time) {
    return new ScanBudget(files, time);
  }

  /** Whether one more file may be scanned, of which so many have been. */
  boolean allows(int filesSoFar) {
    return filesSoFar < files && hasTime();
  }

  boolean hasTime() {
    return System.nanoTime() - startNanos < time.toNanos();
  }
}
