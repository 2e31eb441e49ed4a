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
package com.googlesource.gerrit.plugins.eventletguard.change;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of a revert or a backport comes from the commit that it names. */
class OriginTracerTest {
  private static final String WITH = "import eventlet\n\neventlet.spawn(poll)\n";
  private static final String WITHOUT = "import threading\n\nthreading.Thread(target=poll)\n";
  private static final String REVERTS = "Revert\n\nThis reverts commit %s.\n";
  private static final String PICKED = "Fix\n\n(cherry picked from commit %s)\n";

  private final TestRepository repository = new TestRepository();

  @AfterEach
  void close() {
    repository.close();
  }

  private ObjectId commit(String text, ObjectId... parents) throws Exception {
    return repository.commit(repository.tree(Map.of("a.py", text)), parents);
  }

  private static List<String> symbols(List<Finding> findings) {
    return findings.stream().map(finding -> finding.usage().symbol()).toList();
  }

  /** The findings of a commit that come from elsewhere, and those that are its own. */
  private record Traced(InheritedFindings all, List<String> inherited, List<String> own) {}

  private Traced trace(ObjectId commit, String message) throws Exception {
    ChangeReport report = repository.scan(commit);
    InheritedFindings inherited = repository.trace(CommitOrigin.of(message).orElseThrow(), report);
    return new Traced(
        inherited,
        symbols(report.introduced().stream().filter(inherited::contain).toList()),
        symbols(report.introduced().stream().filter(one -> !inherited.contain(one)).toList()));
  }

  @Test
  void revertBringsBackWhatTheOtherCommitTookAway() throws Exception {
    ObjectId base = commit(WITH);
    ObjectId removal = commit(WITHOUT, base);
    ObjectId revert = commit(WITH, removal);

    Traced traced = trace(revert, REVERTS.formatted(removal.name()));

    assertThat(traced.inherited()).containsExactly("eventlet", "eventlet.spawn");
    assertThat(traced.own()).isEmpty();
    assertThat(traced.all().verified()).isTrue();
    assertThat(traced.all().original()).isEqualTo(removal.name().substring(0, 10));
  }

  @Test
  void revertedCommitHasToBeInTheBranchWhereThatIsAskedFor() throws Exception {
    ObjectId base = commit(WITHOUT);
    ObjectId pushed = commit(WITHOUT, commit(WITH, base));
    ObjectId revert = commit(WITH, base);
    ChangeReport report = repository.scan(revert);
    CommitOrigin origin = CommitOrigin.of(REVERTS.formatted(pushed.name())).orElseThrow();

    assertThat(repository.trace(origin, report).verified()).isTrue();
    assertThat(repository.trace(origin, report, pushed).verified()).isTrue();
    assertThat(repository.trace(origin, report, base).verified()).isFalse();
    assertThat(repository.trace(origin, report, ObjectId.zeroId()).verified()).isFalse();
  }

  @Test
  void whatTheResolutionOfAConflictAddsIsOwn() throws Exception {
    ObjectId base = commit(WITH);
    ObjectId removal = commit(WITHOUT, base);
    ObjectId revert = commit(WITH + "eventlet.sleep(0)\neventlet.spawn(poll)\n", removal);

    assertThat(trace(revert, REVERTS.formatted(removal.name())).own())
        .containsExactly("eventlet.sleep", "eventlet.spawn");
  }

  @Test
  void statementThatTheResolutionAdaptsIsNotNew() throws Exception {
    ObjectId base = commit(WITH);
    ObjectId removal = commit(WITHOUT, base);
    ObjectId revert = commit(WITH.replace("(poll)", "(poll, once)"), removal);

    assertThat(trace(revert, REVERTS.formatted(removal.name())).own()).isEmpty();
  }

  @Test
  void revertOfAnIntroductionExplainsNothingThatIsIntroduced() throws Exception {
    ObjectId base = commit(WITHOUT);
    ObjectId other = commit(WITH, base);
    ObjectId liar = commit(WITH + "eventlet.sleep(0)\n", other);

    assertThat(trace(liar, REVERTS.formatted(other.name())).own())
        .containsExactly("eventlet.sleep");
  }

  @Test
  void backportBringsWhatTheOtherCommitBrought() throws Exception {
    ObjectId master = commit("pass\n");
    ObjectId fix = commit(WITH, master);
    ObjectId stable = commit("old = 1\n");
    ObjectId backport = commit("old = 1\n" + WITH + "eventlet.sleep(0)\n", stable);

    Traced traced = trace(backport, PICKED.formatted(fix.name()));

    assertThat(traced.inherited()).containsExactly("eventlet", "eventlet.spawn");
    assertThat(traced.own()).containsExactly("eventlet.sleep");
  }

  @Test
  void chainOfBackportsExplainsEachFindingOnce() throws Exception {
    ObjectId first = commit(WITH, commit("pass\n"));
    ObjectId second = commit("old = 1\n" + WITH, commit("old = 1\n"));
    ObjectId third = commit("older = 1\n" + WITH + "eventlet.spawn(poll)\n", commit("older = 1\n"));

    assertThat(trace(third, PICKED.formatted(first.name()) + PICKED.formatted(second.name())).own())
        .containsExactly("eventlet.spawn");
  }

  @Test
  void backportOfARevertIsNamedAfterTheCommitThatItWasPickedFrom() throws Exception {
    ObjectId base = commit(WITH);
    ObjectId removal = commit(WITHOUT, base);
    ObjectId revert = commit(WITH, removal);
    ObjectId backport = commit("old = 1\n" + WITH, commit("old = 1\n" + WITHOUT));

    Traced traced =
        trace(backport, REVERTS.formatted(removal.name()) + "\n" + PICKED.formatted(revert.name()));

    assertThat(traced.own()).isEmpty();
    assertThat(traced.all().kind()).isEqualTo(CommitOrigin.Kind.BACKPORT);
    assertThat(traced.all().original()).isEqualTo(revert.name().substring(0, 10));
  }

  @Test
  void backportOfARevertWhoseOriginalIsMissingIsTheRevert() throws Exception {
    ObjectId base = commit(WITH);
    ObjectId removal = commit(WITHOUT, base);
    ObjectId backport = commit("old = 1\n" + WITH, commit("old = 1\n" + WITHOUT));

    Traced traced =
        trace(
            backport,
            REVERTS.formatted(removal.name())
                + "\n"
                + PICKED.formatted("0123456789012345678901234567890123456789"));

    assertThat(traced.own()).isEmpty();
    assertThat(traced.all().kind()).isEqualTo(CommitOrigin.Kind.REVERT);
    assertThat(traced.all().original()).isEqualTo(removal.name().substring(0, 10));
  }

  @Test
  void revertOfAMergeGoesBackToItsFirstParent() throws Exception {
    ObjectId base = commit(WITH);
    ObjectId side = commit(WITHOUT, base);
    ObjectId merge = commit(WITHOUT, base, side);
    ObjectId revert = commit(WITH, merge);

    assertThat(trace(revert, REVERTS.formatted(merge.name())).own()).isEmpty();
  }

  @Test
  void abbreviatedNameIsResolved() throws Exception {
    ObjectId base = commit(WITH);
    ObjectId removal = commit(WITHOUT, base);
    ObjectId revert = commit(WITH, removal);

    assertThat(trace(revert, REVERTS.formatted(removal.name().substring(0, 8))).all().verified())
        .isTrue();
  }

  @Test
  void commitThatMayNotBeReadIsAsOneThatIsMissing() throws Exception {
    ObjectId removal = commit(WITHOUT, commit(WITH));
    ChangeReport report = repository.scan(commit(WITH, commit(WITHOUT)));

    for (int digits : List.of(40, 39, 7)) {
      String name = removal.name().substring(0, digits);
      CommitOrigin origin = CommitOrigin.of(REVERTS.formatted(name)).orElseThrow();

      assertThat(repository.trace(origin, report).verified()).isTrue();
      assertThat(repository.trace(origin, report, commit -> false).verified()).isFalse();
    }
  }

  @Test
  void abbreviationOfTwoCommitsIsTheOneThatMayBeRead() throws Exception {
    List<ObjectId> alike =
        repository.commitsAlikeInSevenDigits(
            repository.tree(Map.of("a.py", WITHOUT)), commit(WITH));
    ChangeReport report = repository.scan(commit(WITH, commit(WITHOUT)));
    CommitOrigin origin =
        CommitOrigin.of(REVERTS.formatted(alike.getFirst().name().substring(0, 7))).orElseThrow();

    assertThat(repository.trace(origin, report).verified()).isFalse();
    assertThat(repository.trace(origin, report, commit -> false).verified()).isFalse();
    for (ObjectId readable : alike) {
      assertThat(repository.trace(origin, report, readable::equals).verified()).isTrue();
    }
  }

  @Test
  void onlyWhatIsThereIsAskedFor() throws Exception {
    List<ObjectId> asked = new ArrayList<>();
    ObjectId base = commit(WITH);
    ObjectId removal = commit(WITHOUT, base);
    String tree = repository.tree(Map.of("a.py", WITH)).name();
    ObjectId revert = commit(WITH, removal);

    for (ObjectId change : List.of(revert, removal)) {
      for (String name :
          List.of(removal.name(), tree, "0123456789012345678901234567890123456789")) {
        var unused =
            repository.trace(
                CommitOrigin.of(REVERTS.formatted(name)).orElseThrow(),
                repository.scan(change),
                asked::add);
      }
    }

    assertThat(asked).containsExactly(removal);
  }

  @Test
  void messageIsTakenAtItsWordWhenTheCommitIsMissing() throws Exception {
    ObjectId change = commit(WITH, commit(WITHOUT));

    Traced traced = trace(change, PICKED.formatted("0123456789012345678901234567890123456789"));

    assertThat(traced.own()).isEmpty();
    assertThat(traced.all().verified()).isFalse();
    assertThat(traced.all().original()).isEqualTo("0123456789");
  }

  @Test
  void nameOfATreeIsNoCommit() throws Exception {
    ObjectId change = commit(WITH, commit(WITHOUT));
    String tree = repository.tree(Map.of("a.py", WITH)).name();

    assertThat(trace(change, REVERTS.formatted(tree)).all().verified()).isFalse();
  }
}
