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

import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.util.Collection;
import picocli.CommandLine.Option;

/** The options that every command with findings takes. */
final class OutputOptions {
  /** How a report is printed. */
  enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "One of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "warning",
      description =
          "Exit with 1 from this severity on: one of ${COMPLETION-CANDIDATES}; default:"
              + " ${DEFAULT-VALUE}.")
  private Severity failOn;

  Format format() {
    return format;
  }

  /** The exit status that findings give. */
  int exitStatus(Collection<Judgement> judgements) {
    return judgements.stream()
            .anyMatch(
                judgement ->
                    judgement.counts() && judgement.finding().severity().compareTo(failOn) >= 0)
        ? Main.FINDINGS
        : Main.CLEAN;
  }
}
