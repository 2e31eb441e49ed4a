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

import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.util.Collection;

/** How many findings a report has to count. */
final class Counts {
  private Counts() {}

  /** Those of a severity that count. */
  static int of(Collection<Judgement> judgements, Severity severity) {
    return (int)
        judgements.stream()
            .filter(judgement -> judgement.counts() && judgement.finding().severity() == severity)
            .count();
  }

  /** Those that do not count. */
  static int silenced(Collection<Judgement> judgements) {
    return (int) judgements.stream().filter(judgement -> !judgement.counts()).count();
  }
}
