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

package com.googlesource.gerrit.plugins.eventletguard.review;

import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.FollowedFindings;
import com.googlesource.gerrit.plugins.eventletguard.change.Location;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds out what became of the findings that threads are about: each is looked up in the report of
 * the patch set that its thread stands on, and followed from patch set to patch set up to the one
 * under review, by the matcher that compares a change with its base.
 */
final class ThreadTracer {
  /**
   * Besides those with threads, so many patch sets are looked at, the newest. It bounds the work
   * for a change with hundreds of them; what was gone for a while before that is not noticed.
   */
  private static final int RECENT = 20;

  private record Step(int from, int to) {}

  private final ChangeHistory history;
  private final Map<Integer, Optional<ChangeReport>> reports = new HashMap<>();
  private final Map<Step, FollowedFindings> steps = new HashMap<>();
  private final Map<Integer, Set<Location>> claimed = new HashMap<>();

  ThreadTracer(ChangeHistory history) {
    this.history = history;
  }

  /** Traces threads, in their order. */
  Map<ReviewThread, Trace> trace(List<ReviewThread> threads) throws IOException {
    List<ChangeHistory.PatchSet> route = route(threads);
    Map<ReviewThread, Trace> traces = new LinkedHashMap<>();
    for (ReviewThread thread : threads) {
      traces.put(thread, trace(thread, route));
    }
    return traces;
  }

  private List<ChangeHistory.PatchSet> route(List<ReviewThread> threads) {
    Set<Integer> withThreads =
        threads.stream().map(ReviewThread::patchSet).collect(Collectors.toSet());
    List<ChangeHistory.PatchSet> all = history.patchSets();
    int firstRecent = Math.max(0, all.size() - RECENT);
    List<ChangeHistory.PatchSet> route = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i >= firstRecent || withThreads.contains(all.get(i).number())) {
        route.add(all.get(i));
      }
    }
    return route;
  }

  private Trace trace(ReviewThread thread, List<ChangeHistory.PatchSet> route) throws IOException {
    Optional<ChangeReport> own = report(thread.patchSet());
    if (own.isEmpty() || own.get().isHidden(thread.path())) {
      return Trace.UNKNOWN;
    }
    Optional<Location> root = root(thread, own.get().introduced());
    if (root.isEmpty()) {
      return Trace.NOT_RECOGNISED;
    }
    Location seen = root.get();
    int seenIn = thread.patchSet();
    int goneSince = 0;
    Optional<Instant> backSince = Optional.empty();
    boolean known = true;
    for (ChangeHistory.PatchSet next : route) {
      if (next.number() <= thread.patchSet()) {
        continue;
      }
      Optional<ChangeReport> report = report(next.number());
      known = report.isPresent() && !report.get().isHidden(seen.path());
      if (!known) {
        continue;
      }
      Optional<Location> there = find(seen, seenIn, next.number());
      if (there.isPresent()) {
        seen = there.get();
        seenIn = next.number();
        if (goneSince > 0) {
          goneSince = 0;
          backSince = Optional.of(next.created());
        }
      } else if (goneSince == 0) {
        goneSince = next.number();
      }
    }
    if (!known) {
      return Trace.UNKNOWN;
    }
    return goneSince > 0 ? Trace.gone(goneSince) : Trace.there(seen, backSince);
  }

  /**
   * The finding that a thread is about: of its rule and at its range. Should a newer version of the
   * rules see the range a little differently, one that overlaps will do.
   */
  private Optional<Location> root(ReviewThread thread, List<Finding> introduced) {
    return root(thread, introduced, range -> range.equals(thread.range()))
        .or(() -> root(thread, introduced, range -> overlap(range, thread.range())));
  }

  private Optional<Location> root(
      ReviewThread thread, List<Finding> introduced, Predicate<Range> isRight) {
    Set<Location> taken = claimed.computeIfAbsent(thread.patchSet(), key -> new HashSet<>());
    List<Location> candidates =
        introduced.stream()
            .filter(finding -> finding.rule().id().equals(thread.ruleId()))
            .filter(finding -> finding.path().equals(thread.path()))
            .filter(finding -> isRight.test(finding.range()))
            .map(Location::of)
            .toList();
    Optional<Location> root =
        candidates.stream()
            .filter(candidate -> !taken.contains(candidate))
            .findFirst()
            .or(() -> candidates.stream().findFirst());
    root.ifPresent(taken::add);
    return root;
  }

  private static boolean overlap(Range one, Range other) {
    return isBefore(one.startLine(), one.startCharacter(), other)
        && isBefore(other.startLine(), other.startCharacter(), one);
  }

  private static boolean isBefore(int line, int character, Range range) {
    return line < range.endLine() || (line == range.endLine() && character < range.endCharacter());
  }

  /** Where a finding of one patch set stands among what another introduces. */
  private Optional<Location> find(Location seen, int from, int to) throws IOException {
    Set<Location> introduced =
        report(to).orElseThrow().introduced().stream()
            .map(Location::of)
            .collect(Collectors.toSet());
    return follow(new Step(from, to)).find(seen).filter(introduced::contains);
  }

  private FollowedFindings follow(Step step) throws IOException {
    FollowedFindings followed = steps.get(step);
    if (followed == null) {
      Set<String> paths = new TreeSet<>();
      for (int end : List.of(step.from(), step.to())) {
        report(end).orElseThrow().introduced().forEach(finding -> paths.add(finding.path()));
      }
      followed = history.follow(step.from(), step.to(), paths);
      steps.put(step, followed);
    }
    return followed;
  }

  private Optional<ChangeReport> report(int patchSet) throws IOException {
    Optional<ChangeReport> report = reports.get(patchSet);
    if (report == null) {
      report = history.report(patchSet);
      reports.put(patchSet, report);
    }
    return report;
  }
}
