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

import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Release;
import java.util.Optional;

/** How what a pattern speaks about stands in the series of a branch. */
public final class Releases {
  private final Series series;

  public Releases(Series series) {
    this.series = series;
  }

  /** Whether it is gone in this series. */
  public boolean isGone(Pattern pattern) {
    return pattern.removed().filter(this::isReached).isPresent();
  }

  /** Whether it will go, but not in this series yet. */
  public boolean stillWorks(Pattern pattern) {
    return pattern.removed().filter(release -> !isReached(release)).isPresent();
  }

  /** Whether not even its deprecation has reached this series. */
  public boolean isNotDeprecatedYet(Pattern pattern) {
    return pattern.deprecated().filter(release -> !isReached(release)).isPresent();
  }

  /** The sentence on when it goes, for what still works. */
  Optional<String> remark(Pattern pattern) {
    return pattern
        .removed()
        .filter(release -> !isReached(release))
        .map(
            release ->
                "In %s, the series of this branch, it still works; it is gone from %s on."
                    .formatted(series, release));
  }

  private boolean isReached(Release release) {
    return series.compareTo(new Series(release.series())) >= 0;
  }
}
