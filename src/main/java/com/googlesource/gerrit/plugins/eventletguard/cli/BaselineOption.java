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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import com.googlesource.gerrit.plugins.eventletguard.policy.Baseline;
import com.googlesource.gerrit.plugins.eventletguard.policy.BaselineMatcher;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The option that names what the project puts up with for now. */
final class BaselineOption {
  /** So many entries are named that stand no more. */
  private static final int MOST_NAMED = 5;

  private final OptionSpec option =
      Arguments.file(
          "--baseline",
          "Do not count the findings that this file lists; scan --write-baseline writes it.");

  void addTo(CommandSpec spec) {
    spec.addOption(option);
  }

  /** Whether the option is given. */
  boolean isGiven() {
    return option.getValue() != null;
  }

  /**
   * What the file lists; empty when no option names one.
   *
   * @throws InputException if the file cannot be read or is no baseline
   */
  Optional<Baseline> read() throws InputException {
    return isGiven() ? Optional.of(new BaselineFile(option.getValue()).read()) : Optional.empty();
  }

  /** Tells what the file lists and no longer stands. */
  void tellStale(BaselineMatcher matcher, TreePaths scanned, PrintWriter err) {
    tellStale(matcher.stale().stream().filter(entry -> scanned.cover(entry.path())).toList(), err);
  }

  /** Tells what the file lists and no longer stands in the whole tree. */
  void tellStale(BaselineMatcher matcher, PrintWriter err) {
    tellStale(matcher.stale(), err);
  }

  private void tellStale(List<Baseline.Entry> stale, PrintWriter err) {
    if (stale.isEmpty()) {
      return;
    }
    int findings = stale.stream().mapToInt(Baseline.Entry::count).sum();
    err.println(
        "eventlet-guard: %s lists %s that no longer %s; write it again: %s%s"
            .formatted(
                option.getValue(),
                findings == 1 ? "one finding" : findings + " findings",
                findings == 1 ? "stands" : "stand",
                stale.stream()
                    .limit(MOST_NAMED)
                    .map(entry -> entry.path() + " " + entry.rule() + " " + entry.symbol())
                    .collect(Collectors.joining(", ")),
                stale.size() > MOST_NAMED ? ", …" : ""));
    err.flush();
  }
}
