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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Why a finding does not count.
 *
 * @param by what silences it
 * @param reason a sentence for whoever asks
 */
public record Silence(By by, String reason) {
  /** What can silence a finding. */
  public enum By {
    /** Code around it makes it legitimate. */
    GUARD,
    /** A comment at its place asks for it. */
    SUPPRESSION,
    /** It stands in a module through which the project uses Eventlet on purpose. */
    FACADE,
    /** The branch's settings leave its file out. */
    PATH,
    /** It stands in a test, and tests are ignored. */
    TESTS,
    /** The branch's settings disable its rule. */
    RULE,
    /** What it is about still holds in the branch's series. */
    SERIES,
    /** It comes back with the revert of a commit that took it away. */
    REVERT,
    /** The commit that the change was picked from brings it. */
    BACKPORT,
    /** The commit message asks to skip the check. */
    SKIP,
    /** The project has put up with it for now. */
    BASELINE;

    /** The lower-case word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Silence {
    requireNonNull(by, "by");
    requireNonNull(reason, "reason");
  }
}
