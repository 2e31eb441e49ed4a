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

package com.googlesource.gerrit.plugins.eventletguard.inventory;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a repository lives.
 *
 * @param commit the commit at its head, in hexadecimal
 * @param lastCommit the day, in UTC, on which a person committed last; empty when no commit of a
 *     person is there
 */
public record Activity(String commit, Optional<LocalDate> lastCommit) {
  public Activity {
    requireNonNull(commit, "commit");
    requireNonNull(lastCommit, "lastCommit");
  }

  /** Whether nobody committed in the year before a day; merges and bots do not count. */
  public boolean isInactive(LocalDate today) {
    return lastCommit.filter(day -> day.isAfter(today.minusYears(1))).isEmpty();
  }
}
