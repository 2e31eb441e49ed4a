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

import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the team of a project says about one of its branches, in {@value #FILE} on that branch.
 *
 * @param stage empty to compute it
 * @param series empty to tell it by the branch's name
 * @param tests what findings in tests are worth; empty for what fits the stage
 * @param testPaths paths of tests besides those that look like it
 * @param guardConditions names that ask for the concurrency mode, besides the usual ones
 * @param guardFunctions functions and classes that run in one mode only, besides the usual ones
 * @param guardPaths paths that run in one mode only, besides the usual ones
 * @param facades modules through which the project uses Eventlet on purpose
 * @param ignoredPaths paths that are left out
 * @param disabledRules ids of rules that do not speak
 * @param severities by id of a rule, what its findings are worth at any stage
 * @param offersFixes whether reports offer fixes
 */
public record BranchSettings(
    Optional<Stage> stage,
    Optional<Series> series,
    Optional<TestsPolicy> tests,
    List<Glob> testPaths,
    Set<String> guardConditions,
    Set<String> guardFunctions,
    List<Glob> guardPaths,
    List<Glob> facades,
    List<Glob> ignoredPaths,
    Set<String> disabledRules,
    Map<String, Severity> severities,
    boolean offersFixes) {
  /** Where the settings stand, at the top of the tree. */
  public static final String FILE = ".eventlet-guard.config";

  /** What holds without such a file. */
  public static final BranchSettings DEFAULT =
      new BranchSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Set.of(),
          Set.of(),
          List.of(),
          List.of(),
          List.of(),
          Set.of(),
          Map.of(),
          /* offersFixes= */ true);

  public BranchSettings {
    requireNonNull(stage, "stage");
    requireNonNull(series, "series");
    requireNonNull(tests, "tests");
    testPaths = List.copyOf(testPaths);
    guardConditions = Set.copyOf(guardConditions);
    guardFunctions = Set.copyOf(guardFunctions);
    guardPaths = List.copyOf(guardPaths);
    facades = List.copyOf(facades);
    ignoredPaths = List.copyOf(ignoredPaths);
    disabledRules = Set.copyOf(disabledRules);
    severities = Map.copyOf(severities);
  }
}
