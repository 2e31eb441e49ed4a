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

import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.SkippedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What a change does, as the policy of its branch sees it.
 *
 * @param introduced every finding that the change brings, those that do not count included
 * @param removed every finding that it takes away
 * @param kept how many findings of the changed files stood before and still stand
 * @param shifted every finding on untouched lines whose names now lead to Eventlet
 * @param skipped changed files that were not scanned
 * @param hints advice on options that it deletes; for the summary, never inline
 */
public record JudgedReport(
    List<Judgement> introduced,
    List<Judgement> removed,
    int kept,
    List<Judgement> shifted,
    List<SkippedFile> skipped,
    List<DeprecationHint> hints) {
  public JudgedReport {
    introduced = List.copyOf(introduced);
    removed = List.copyOf(removed);
    shifted = List.copyOf(shifted);
    skipped = List.copyOf(skipped);
    hints = List.copyOf(hints);
  }

  /** What a change does on which there is no advice. */
  public JudgedReport(
      List<Judgement> introduced,
      List<Judgement> removed,
      int kept,
      List<Judgement> shifted,
      List<SkippedFile> skipped) {
    this(introduced, removed, kept, shifted, skipped, List.of());
  }

  /**
   * The report of a change whose author asks to skip the check: nothing that it brings counts.
   *
   * @param reason a sentence
   */
  public JudgedReport skipped(String reason) {
    Silence silence = new Silence(Silence.By.SKIP, reason);
    return new JudgedReport(
        silenced(introduced, silence), removed, kept, silenced(shifted, silence), skipped);
  }

  private static List<Judgement> silenced(List<Judgement> judgements, Silence silence) {
    return judgements.stream()
        .map(
            judgement ->
                judgement.counts()
                    ? new Judgement(judgement.finding(), Optional.of(silence))
                    : judgement)
        .toList();
  }

  /** The report without what does not count: what a review is about. */
  public ChangeReport counted() {
    return new ChangeReport(counted(introduced), counted(removed), kept, counted(shifted), skipped);
  }

  private static List<Finding> counted(List<Judgement> judgements) {
    return judgements.stream().filter(Judgement::counts).map(Judgement::finding).toList();
  }
}
