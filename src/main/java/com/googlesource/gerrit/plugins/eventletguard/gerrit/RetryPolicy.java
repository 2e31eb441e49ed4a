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

import com.google.gerrit.git.LockFailureException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether and when a failed scan is worth another attempt. */
final class RetryPolicy {
  private static final List<Duration> DELAYS =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));

  private RetryPolicy() {}

  /**
   * How long to wait before the next attempt.
   *
   * @param failures how often the scan has failed, from 1
   * @return empty when the failure is not one that passes, or has lasted too long
   */
  static Optional<Duration> delayAfter(Exception failure, int failures) {
    return isLockFailure(failure) && failures <= DELAYS.size()
        ? Optional.of(DELAYS.get(failures - 1))
        : Optional.empty();
  }

  /** Another writer was faster; the server wraps that in exceptions of its layers. */
  private static boolean isLockFailure(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof LockFailureException) {
        return true;
      }
    }
    return false;
  }
}
