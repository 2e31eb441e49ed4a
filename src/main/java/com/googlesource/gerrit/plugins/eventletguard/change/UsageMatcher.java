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

import com.googlesource.gerrit.plugins.eventletguard.rules.SymbolNames;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which findings of the new side stood on the old side already, wherever they stand now.
 *
 * <p>A finding is accounted for, in this order, by the one on the same untouched line, by an equal
 * statement of its own file, by an equal statement of another file of the change (a move), and by a
 * similar statement of its own file (an edit; a statement that leaves out the module through which
 * it used to come is none, because the file depends on Eventlet itself now). Each old finding
 * accounts for one new one. What is left of the new side is introduced when it touches an added
 * line, and shifted otherwise; what is left of the old side is removed.
 */
final class UsageMatcher {
  /** What an edit of a statement keeps. */
  private record Subject(UsageKind kind, String symbol) {
    static Subject of(Finding finding) {
      return new Subject(finding.usage().kind(), SymbolNames.canonical(finding.usage().symbol()));
    }
  }

  private record Place(Subject subject, Range range) {}

  /** The findings of one file that nothing accounts for yet. */
  private static final class Open {
    final LineMap lines;
    List<Finding> before;
    List<Finding> after;

    Open(ScannedPair pair) {
      lines = pair.lines();
      before = pair.oldFindings();
      after = pair.newFindings();
    }
  }

  /** An edit is looked for among so many old usages around its place. */
  private static final int NEIGHBOURS = 16;

  /** A change that edits more statements than this costs no more; the rest counts as new. */
  private static final int MOST_COMPARISONS = 20_000;

  private final List<Open> files = new ArrayList<>();

  /** Statements of which a copy was found elsewhere than on its untouched line. */
  private final Set<UsageKey> moved = new HashSet<>();

  /** By identity: what stood on the old side, and where it stands on the new one. */
  private final IdentityHashMap<Finding, Finding> kept = new IdentityHashMap<>();

  private int comparisonsLeft = MOST_COMPARISONS;

  private UsageMatcher(Collection<ScannedPair> pairs) {
    for (ScannedPair pair : pairs) {
      files.add(new Open(pair));
    }
  }

  /** Matches the findings of all files of a change; the skipped files pass through. */
  static ChangeReport match(Collection<ScannedPair> pairs, List<SkippedFile> skipped) {
    return matched(pairs).report(skipped);
  }

  /** The findings of the old sides that still stand on a new side: old to new, by identity. */
  static IdentityHashMap<Finding, Finding> kept(Collection<ScannedPair> pairs) {
    return matched(pairs).kept;
  }

  private static UsageMatcher matched(Collection<ScannedPair> pairs) {
    UsageMatcher matcher = new UsageMatcher(pairs);
    matcher.files.forEach(matcher::matchUntouchedLines);
    matcher.files.forEach(file -> matcher.matchEqualStatements(List.of(file)));
    matcher.matchEqualStatements(matcher.files);
    matcher.files.forEach(matcher::matchEdits);
    return matcher;
  }

  /**
   * Which findings others account for, whatever file they stand in now: by an equal statement, or
   * by a similar one of a file with the same path. Each of the others accounts for one.
   *
   * @return by identity; in the order of the findings
   */
  static List<Finding> accountedFor(List<Finding> findings, List<Finding> others) {
    Map<UsageKey, Deque<Finding>> byKey = new HashMap<>();
    others.forEach(
        other -> byKey.computeIfAbsent(UsageKey.of(other), key -> new ArrayDeque<>()).add(other));
    Set<Finding> accounted = identitySet();
    Set<Finding> used = identitySet();
    for (Finding finding : findings) {
      Deque<Finding> equal = byKey.getOrDefault(UsageKey.of(finding), new ArrayDeque<>());
      if (!equal.isEmpty()) {
        accounted.add(finding);
        used.add(equal.remove());
      }
    }
    record Described(String path, Subject subject) {
      static Described of(Finding finding) {
        return new Described(finding.path(), Subject.of(finding));
      }
    }
    Map<Described, List<Finding>> left = new HashMap<>();
    without(others, used)
        .forEach(
            other ->
                left.computeIfAbsent(Described.of(other), key -> new ArrayList<>()).add(other));
    int comparisons = MOST_COMPARISONS;
    for (Finding finding : without(findings, accounted)) {
      if (comparisons <= 0) {
        break;
      }
      for (Finding other : left.getOrDefault(Described.of(finding), List.of())) {
        if (!used.contains(other)
            && !leavesModuleOut(other, finding)
            && comparisons-- > 0
            && StatementSimilarity.of(other.usage().statement(), finding.usage().statement())
                >= StatementSimilarity.SAME_STATEMENT_EDITED) {
          accounted.add(finding);
          used.add(other);
          break;
        }
      }
    }
    return findings.stream().filter(accounted::contains).toList();
  }

  private void matchUntouchedLines(Open file) {
    Map<Place, Finding> oldPlaces = new HashMap<>();
    for (Finding finding : file.before) {
      oldPlaces.put(new Place(Subject.of(finding), finding.range()), finding);
    }
    Set<Finding> matched = identitySet();
    List<Finding> left = new ArrayList<>();
    for (Finding finding : file.after) {
      Range range = finding.range();
      Finding old =
          file.lines.touchesAdded(range)
              ? null
              : oldPlaces.get(new Place(Subject.of(finding), oldRange(file.lines, range)));
      if (old != null) {
        matched.add(old);
        kept.put(old, finding);
      } else {
        left.add(finding);
      }
    }
    file.after = left;
    file.before = without(file.before, matched);
  }

  private static Range oldRange(LineMap lines, Range range) {
    return new Range(
        lines.oldLine(range.startLine()),
        range.startCharacter(),
        lines.oldLine(range.endLine()),
        range.endCharacter());
  }

  private void matchEqualStatements(List<Open> group) {
    Map<UsageKey, Deque<Finding>> oldByKey = new HashMap<>();
    for (Open file : group) {
      for (Finding finding : file.before) {
        oldByKey.computeIfAbsent(UsageKey.of(finding), key -> new ArrayDeque<>()).add(finding);
      }
    }
    if (oldByKey.isEmpty()) {
      return;
    }
    Set<Finding> matched = identitySet();
    for (Open file : group) {
      List<Finding> left = new ArrayList<>();
      for (Finding finding : file.after) {
        Deque<Finding> candidates = oldByKey.get(UsageKey.of(finding));
        if (candidates == null || candidates.isEmpty()) {
          left.add(finding);
        } else {
          Finding old = candidates.remove();
          matched.add(old);
          moved.add(UsageKey.of(finding));
          kept.put(old, finding);
        }
      }
      file.after = left;
    }
    for (Open file : group) {
      file.before = without(file.before, matched);
    }
  }

  private void matchEdits(Open file) {
    Map<Subject, List<Finding>> oldBySubject = new HashMap<>();
    for (Finding finding : file.before) {
      oldBySubject.computeIfAbsent(Subject.of(finding), key -> new ArrayList<>()).add(finding);
    }
    record Candidate(Finding before, Finding after, double similarity) {}
    List<Candidate> candidates = new ArrayList<>();
    for (Finding after : file.after) {
      if (moved.contains(UsageKey.of(after))) {
        // One more copy of a statement that moved in this change is a copy, not an edit.
        continue;
      }
      for (Finding before :
          nearest(file, after, oldBySubject.getOrDefault(Subject.of(after), List.of()))) {
        if (leavesModuleOut(before, after)) {
          continue;
        }
        double similarity =
            StatementSimilarity.of(before.usage().statement(), after.usage().statement());
        if (similarity >= StatementSimilarity.SAME_STATEMENT_EDITED) {
          candidates.add(new Candidate(before, after, similarity));
        }
      }
    }
    candidates.sort((one, other) -> Double.compare(other.similarity(), one.similarity()));
    Set<Finding> matchedBefore = identitySet();
    Set<Finding> matchedAfter = identitySet();
    for (Candidate candidate : candidates) {
      if (!matchedBefore.contains(candidate.before())
          && !matchedAfter.contains(candidate.after())) {
        matchedBefore.add(candidate.before());
        matchedAfter.add(candidate.after());
        kept.put(candidate.before(), candidate.after());
      }
    }
    file.before = without(file.before, matchedBefore);
    file.after = without(file.after, matchedAfter);
  }

  /** Whether what came through another module of the tree comes from Eventlet itself now. */
  private static boolean leavesModuleOut(Finding before, Finding after) {
    return before.usage().via().isPresent() && after.usage().via().isEmpty();
  }

  /**
   * The old findings around where a new one would have stood, while comparisons are left.
   *
   * @param before in the order of their lines
   */
  private List<Finding> nearest(Open file, Finding after, List<Finding> before) {
    int place = file.lines.oldLine(after.range().startLine());
    int end = firstAtOrAfter(place, before);
    int start = end;
    int most = Math.min(NEIGHBOURS, Math.min(comparisonsLeft, before.size()));
    while (end - start < most) {
      boolean isAboveNearer =
          end == before.size()
              || (start > 0 && place - line(before, start - 1) <= line(before, end) - place);
      if (isAboveNearer) {
        start--;
      } else {
        end++;
      }
    }
    comparisonsLeft -= most;
    return before.subList(start, end).stream()
        .sorted((one, other) -> Integer.compare(distance(one, place), distance(other, place)))
        .toList();
  }

  private static int distance(Finding finding, int line) {
    return Math.abs(finding.range().startLine() - line);
  }

  /** Index of the first finding that starts at a line or after it, by bisection. */
  private static int firstAtOrAfter(int place, List<Finding> findings) {
    int low = 0;
    int high = findings.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (line(findings, middle) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int line(List<Finding> findings, int index) {
    return findings.get(index).range().startLine();
  }

  /** By identity: every finding is an object of its own, and comparing their rules is slow. */
  private static Set<Finding> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static List<Finding> without(List<Finding> findings, Set<Finding> matched) {
    return matched.isEmpty()
        ? findings
        : findings.stream().filter(finding -> !matched.contains(finding)).toList();
  }

  /**
   * What says less about a requirement that is new itself: its version matters only to those who
   * keep it.
   */
  private static Set<Finding> secondRemarks(List<Finding> introduced) {
    record Specifier(String path, Range range) {}
    Map<Specifier, Finding> gravest = new HashMap<>();
    for (Finding finding : introduced) {
      if (finding.usage().kind() == UsageKind.REQUIREMENT) {
        gravest.merge(
            new Specifier(finding.path(), finding.range()),
            finding,
            (one, next) -> one.severity().compareTo(next.severity()) >= 0 ? one : next);
      }
    }
    Set<Finding> first = identitySet();
    first.addAll(gravest.values());
    Set<Finding> second = identitySet();
    for (Finding finding : introduced) {
      if (finding.usage().kind() == UsageKind.REQUIREMENT && !first.contains(finding)) {
        second.add(finding);
      }
    }
    return second;
  }

  private ChangeReport report(List<SkippedFile> skipped) {
    List<Finding> introduced = new ArrayList<>();
    List<Finding> shifted = new ArrayList<>();
    List<Finding> removed = new ArrayList<>();
    for (Open file : files) {
      for (Finding finding : file.after) {
        (file.lines.touchesAdded(finding.range()) ? introduced : shifted).add(finding);
      }
      removed.addAll(file.before);
    }
    introduced.removeIf(secondRemarks(introduced)::contains);
    introduced.sort(Finding.ORDER);
    shifted.sort(Finding.ORDER);
    removed.sort(Finding.ORDER);
    return new ChangeReport(introduced, removed, kept.size(), shifted, skipped);
  }
}
