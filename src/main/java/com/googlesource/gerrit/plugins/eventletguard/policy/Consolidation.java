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

import com.googlesource.gerrit.plugins.eventletguard.rules.SymbolNames;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells usages that a change moves behind a facade: it takes them away elsewhere and imports the
 * same thing in the facade.
 */
final class Consolidation {
  private final Paths paths;
  private final Set<String> takenAway = new HashSet<>();

  /**
   * @param paths tells facades
   * @param removed what the change takes away
   */
  Consolidation(Paths paths, List<Finding> removed) {
    this.paths = paths;
    for (Finding finding : removed) {
      if (!paths.isFacade(finding.path())) {
        takenAway.add(SymbolNames.canonical(finding.usage().symbol()));
      }
    }
  }

  /** The judgements with those silenced that only moved behind a facade. */
  List<Judgement> silence(List<Judgement> introduced) {
    return introduced.stream().map(this::silence).toList();
  }

  private Judgement silence(Judgement judgement) {
    Finding finding = judgement.finding();
    String symbol = SymbolNames.canonical(finding.usage().symbol());
    return judgement.counts() && paths.isFacade(finding.path()) && isTakenAway(symbol)
        ? new Judgement(
            finding,
            Optional.of(
                new Silence(
                    Silence.By.FACADE,
                    "The change moves `%s` behind this facade.".formatted(symbol))))
        : judgement;
  }

  /** Whether the symbol, or something inside it, is no longer used directly elsewhere. */
  private boolean isTakenAway(String symbol) {
    return takenAway.stream()
        .anyMatch(taken -> taken.equals(symbol) || taken.startsWith(symbol + "."));
  }
}
