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

package com.googlesource.gerrit.plugins.eventletguard.report;

import static java.util.stream.Collectors.joining;

import com.googlesource.gerrit.plugins.eventletguard.rules.Alternative;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;

/** The sentences that every form of a report shares. */
final class Sentences {
  private Sentences() {}

  /** Why the usage has to go and what to use instead, as plain text on one line. */
  static String message(Finding finding) {
    String reason = finding.reason();
    return finding.pattern().alternatives().isEmpty()
        ? reason
        : finding.pattern().alternatives().stream()
            .map(Alternative::toString)
            .collect(joining("; ", reason + " Instead: ", "."));
  }

  /** A number with its noun, in the plural where English wants it. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
