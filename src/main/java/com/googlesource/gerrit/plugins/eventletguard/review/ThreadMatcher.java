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

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Finds for each finding the thread that says it already. One thread stands for one finding: of two
 * equal usages with one thread, one is still to be told.
 */
final class ThreadMatcher {
  private final Set<String> pathsNow;

  /**
   * @param pathsNow the files of the patch set under review
   */
  ThreadMatcher(Set<String> pathsNow) {
    this.pathsNow = pathsNow;
  }

  /**
   * The threads of findings: the one at the same place before the nearest in the same file, before
   * one in a file that the change no longer has, as after a rename.
   *
   * @return the findings that have a thread
   */
  Map<Finding, ReviewThread> match(List<Finding> findings, List<ReviewThread> threads) {
    Map<Finding, ReviewThread> matched = new LinkedHashMap<>();
    List<ReviewThread> free = new ArrayList<>(threads);
    take(findings, free, matched, (f, t) -> samePath(f, t) && f.range().equals(t.range()));
    take(findings, free, matched, ThreadMatcher::samePath);
    take(findings, free, matched, (f, t) -> !pathsNow.contains(t.path()));
    return matched;
  }

  private static void take(
      List<Finding> findings,
      List<ReviewThread> free,
      Map<Finding, ReviewThread> matched,
      BiPredicate<Finding, ReviewThread> condition) {
    for (Finding finding : findings) {
      if (matched.containsKey(finding)) {
        continue;
      }
      free.stream()
          .filter(thread -> sameUsage(finding, thread) && condition.test(finding, thread))
          .min(Comparator.comparingInt(thread -> distance(finding, thread)))
          .ifPresent(
              thread -> {
                matched.put(finding, thread);
                free.remove(thread);
              });
    }
  }

  private static boolean sameUsage(Finding finding, ReviewThread thread) {
    return Heading.of(finding).equals(thread.heading())
        && thread.sourceText().map(finding.usage().sourceText()::equals).orElse(true);
  }

  private static boolean samePath(Finding finding, ReviewThread thread) {
    return finding.path().equals(thread.path());
  }

  private static int distance(Finding finding, ReviewThread thread) {
    return Math.abs(finding.range().startLine() - thread.range().startLine());
  }
}
