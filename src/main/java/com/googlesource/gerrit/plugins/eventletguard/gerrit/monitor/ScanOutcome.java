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

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * What became of one scan.
 *
 * @param kind the bounded part
 * @param skipCause present exactly when the change was not scanned
 * @param introduced how many findings the patch set introduces, by id of the rule
 */
public record ScanOutcome(
    Kind kind, Optional<SkipCause> skipCause, Map<String, Integer> introduced) {
  /** How a scan can end. */
  public enum Kind {
    /** Something was said. */
    REVIEWED("reviewed"),
    /** There was nothing to say that does not stand there already. */
    NO_NEWS("no_news"),
    /** There was something to say, and the project wants it only logged. */
    DRY_RUN("dry_run"),
    /** The change is none to scan, or not now. */
    SKIPPED("skipped"),
    /** Another patch set came, or the change was closed, while this one was scanned. */
    SUPERSEDED("superseded"),
    /** Did not come to an end, and is tried again. */
    RETRIED("retried"),
    /** Did not come to an end, and is given up. */
    FAILED("failed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As metrics, logs and JSON have it. */
    public String word() {
      return word;
    }
  }

  public ScanOutcome {
    requireNonNull(kind, "kind");
    requireNonNull(skipCause, "skipCause");
    introduced = Map.copyOf(introduced);
  }

  /** The change was not scanned. */
  public static ScanOutcome skipped(SkipCause cause) {
    return new ScanOutcome(Kind.SKIPPED, Optional.of(cause), Map.of());
  }

  /** The change was scanned. */
  public static ScanOutcome of(Kind kind, Map<String, Integer> introduced) {
    return new ScanOutcome(kind, Optional.empty(), introduced);
  }

  /** Whether the change's review is now in line with the patch set. */
  public boolean isEndOfScan() {
    return switch (kind) {
      case REVIEWED, NO_NEWS, DRY_RUN -> true;
      case SKIPPED, SUPERSEDED, RETRIED, FAILED -> false;
    };
  }

  /** As a log has it. */
  @Override
  public String toString() {
    int findings = introduced.values().stream().mapToInt(Integer::intValue).sum();
    return kind.word()
        + skipCause.map(cause -> ": " + cause.sentence()).orElse("")
        + (findings == 0 ? "" : ", introduces " + findings);
  }
}
