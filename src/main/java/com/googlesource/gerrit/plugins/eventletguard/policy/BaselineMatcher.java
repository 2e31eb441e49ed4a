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

import com.googlesource.gerrit.plugins.eventletguard.change.Fingerprints;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Compares what stands in a tree with its baseline. Of equal statements of a file there may be as
 * many as the baseline has; each further one is new, whichever of them was written last.
 */
public final class BaselineMatcher {
  private static final Silence SILENCE =
      new Silence(Silence.By.BASELINE, "The baseline of the project has it.");

  private final Baseline baseline;
  private final Baseline standing;
  private final UnaryOperator<String> pathInTree;

  /**
   * @param standing all that stands in the tree
   * @param pathInTree from the path that a finding is shown under to the one from the top of its
   *     tree
   */
  public BaselineMatcher(
      Baseline baseline, Collection<Judgement> standing, UnaryOperator<String> pathInTree) {
    this.baseline = requireNonNull(baseline, "baseline");
    this.standing = Baseline.of(standing, pathInTree);
    this.pathInTree = requireNonNull(pathInTree, "pathInTree");
  }

  /** Silences what the baseline has of what stands in the tree. */
  public List<Judgement> silence(List<Judgement> judgements) {
    Map<String, Integer> known = known(judgements);
    return judgements.stream().map(judgement -> silence(judgement, known)).toList();
  }

  /** Silences what the baseline has of what a change brings into the tree. */
  public JudgedReport silence(JudgedReport report) {
    List<Judgement> brought = new ArrayList<>(report.introduced());
    brought.addAll(report.shifted());
    List<Judgement> silenced = silence(brought);
    int introduced = report.introduced().size();
    return new JudgedReport(
        silenced.subList(0, introduced),
        report.removed(),
        report.kept(),
        silenced.subList(introduced, silenced.size()),
        report.skipped(),
        report.hints());
  }

  /** What the baseline has and the tree no longer, with the number of findings that are gone. */
  public List<Baseline.Entry> stale() {
    return baseline.entries().stream()
        .filter(entry -> entry.count() > standing.count(entry.fingerprint()))
        .map(entry -> entry.with(entry.count() - standing.count(entry.fingerprint())))
        .toList();
  }

  /** By fingerprint, how many of the judgements are left when what is new of them is told. */
  private Map<String, Integer> known(List<Judgement> judgements) {
    Map<String, Integer> known = new HashMap<>();
    judgements.stream()
        .filter(Judgement::counts)
        .forEach(judgement -> known.merge(fingerprint(judgement.finding()), 1, Integer::sum));
    known.replaceAll(
        (fingerprint, number) ->
            baseline.count(fingerprint) == 0
                ? 0
                : number - Math.max(0, standing.count(fingerprint) - baseline.count(fingerprint)));
    return known;
  }

  private Judgement silence(Judgement judgement, Map<String, Integer> known) {
    if (!judgement.counts()
        || known.merge(fingerprint(judgement.finding()), -1, Integer::sum) < 0) {
      return judgement;
    }
    return new Judgement(judgement.finding(), Optional.of(SILENCE));
  }

  private String fingerprint(Finding finding) {
    return Fingerprints.of(finding, pathInTree.apply(finding.path()));
  }
}
