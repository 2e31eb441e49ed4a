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
import com.googlesource.gerrit.plugins.eventletguard.change.CommitOrigin;
import com.googlesource.gerrit.plugins.eventletguard.change.InheritedFindings;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Silences what a change has from the commit that it reverts or was picked from. */
public final class Inheritance {
  private final InheritedFindings inherited;

  /**
   * @param inherited what comes from the other commit
   */
  public Inheritance(InheritedFindings inherited) {
    this.inherited = inherited;
  }

  /**
   * The report with what the change has from there silenced. Hints are left out: what a revert
   * deletes was new, and a backport does what another branch was advised on.
   */
  JudgedReport silence(ChangeReport report, JudgedReport judged) {
    return new JudgedReport(
        silence(report.introduced(), judged.introduced()),
        judged.removed(),
        judged.kept(),
        silence(report.shifted(), judged.shifted()),
        judged.skipped());
  }

  private List<Judgement> silence(List<Finding> findings, List<Judgement> judgements) {
    Silence silence = new Silence(by(), reason());
    List<Judgement> silenced = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Judgement judgement = judgements.get(i);
      silenced.add(
          judgement.counts() && inherited.contain(findings.get(i))
              ? new Judgement(judgement.finding(), Optional.of(silence))
              : judgement);
    }
    return silenced;
  }

  /**
   * A sentence on what is left out of the verdict, with its number.
   *
   * @param judged the report with what was silenced
   * @return empty when nothing is left out
   */
  public Optional<String> remark(JudgedReport judged) {
    long number =
        judged.introduced().stream()
            .flatMap(judgement -> judgement.silence().stream())
            .filter(silence -> silence.by() == by())
            .count();
    return number == 0
        ? Optional.empty()
        : Optional.of(
            "%s What comes with it is not judged: %d %s."
                .formatted(subject(), number, number == 1 ? "finding" : "findings"));
  }

  private Silence.By by() {
    return inherited.kind() == CommitOrigin.Kind.REVERT ? Silence.By.REVERT : Silence.By.BACKPORT;
  }

  private String reason() {
    if (!inherited.verified()) {
      return subject();
    }
    return inherited.kind() == CommitOrigin.Kind.REVERT
        ? "It comes back with the revert of %s.".formatted(inherited.original())
        : "It was picked from %s, which brings it, too.".formatted(inherited.original());
  }

  private String subject() {
    String doing =
        inherited.kind() == CommitOrigin.Kind.REVERT
            ? "reverts " + inherited.original()
            : "was picked from " + inherited.original();
    return inherited.verified()
        ? "This change %s.".formatted(doing)
        : "The commit message says that this change %s, which was not found in this repository."
            .formatted(doing);
  }
}
