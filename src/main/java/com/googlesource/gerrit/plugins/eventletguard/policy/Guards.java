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

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Surroundings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises guards: the usual ones of OpenStack's projects, and those that a branch names. */
final class Guards {
  /** Names that ask for the concurrency mode, in any project. */
  private static final Pattern MODE =
      Pattern.compile(
          ".*(monkey_?patched|is_patched|already_patched|should_(monkey_?)?patch|concurrency_mode"
              + "|backend_?type|disable_eventlet|hub_type).*",
          Pattern.CASE_INSENSITIVE);

  /** What asks whether there is an Eventlet: {@code if eventlet:}, or whether a pool is green. */
  private static final Pattern AVAILABLE =
      Pattern.compile(
          "_*((is|has|have|use|using|with)_?)?eventlet_?"
              + "(enabled|available|mode|patched|loaded|installed|present)?"
              + "|Green(ThreadPool)?Executor",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern POISON = Pattern.compile(".*poison.*", Pattern.CASE_INSENSITIVE);

  /** Functions through which code asks for Eventlet in the mode in which it is wanted. */
  private static final Pattern HELPER = Pattern.compile("_*(get|import|load)_eventlet.*");

  /** Functions that patch; there were such before there was a mode without. */
  private static final Pattern PATCHER = Pattern.compile("_*monkey_?patch");

  private static final List<Glob> PATHS =
      List.of(Glob.of("monkey_patch.py"), Glob.of("cmd/eventlet"));

  private final BranchSettings settings;

  Guards(BranchSettings settings) {
    this.settings = settings;
  }

  /** The strongest guard of a finding in code. */
  Optional<Guard> find(Finding finding) {
    if (!Symbols.isCode(finding)) {
      return Optional.empty();
    }
    Surroundings around = finding.usage().surroundings();
    return poison(around)
        .or(() -> condition(around))
        .or(() -> definition(around, Guard.Strength.MODE, this::isHelper))
        .or(() -> definition(around, Guard.Strength.PLACE, n -> PATCHER.matcher(n).matches()))
        .or(() -> path(finding.path()))
        .or(() -> optional(finding, around));
  }

  /** What guards a name in a module of the tree through which a finding comes. */
  Optional<Guard> findOnTheWay(Finding finding) {
    return finding
        .usage()
        .via()
        .filter(
            via ->
                condition(via.offered()).isPresent()
                    || first(via.offered().definitions(), this::isHelper).isPresent())
        .map(
            via ->
                new Guard(
                    Guard.Strength.MODE,
                    "It comes through `%s`, which asks for the concurrency mode."
                        .formatted(String.join("`, `", via.modules()))));
  }

  /** Whether a place copes with Eventlet being absent. */
  static boolean isOptional(Surroundings around) {
    return around.importMayFail()
        || first(around.conditions(), name -> AVAILABLE.matcher(name).matches()).isPresent();
  }

  private static Optional<Guard> poison(Surroundings around) {
    return first(around.definitions(), name -> POISON.matcher(name).matches())
        .map(
            name ->
                new Guard(
                    Guard.Strength.POISON,
                    "It stands in `%s`, which keeps Eventlet out.".formatted(name)));
  }

  private Optional<Guard> condition(Surroundings around) {
    return first(
            around.conditions(),
            name -> MODE.matcher(name).matches() || settings.guardConditions().contains(name))
        .map(
            name ->
                new Guard(
                    Guard.Strength.MODE,
                    "It runs under a condition on the concurrency mode (`%s`).".formatted(name)));
  }

  private boolean isHelper(String name) {
    return HELPER.matcher(name).matches() || settings.guardFunctions().contains(name);
  }

  private static Optional<Guard> definition(
      Surroundings around, Guard.Strength strength, Predicate<String> wanted) {
    return first(around.definitions(), wanted).map(name -> inEventletMode(strength, name));
  }

  private static Guard inEventletMode(Guard.Strength strength, Object place) {
    return new Guard(
        strength, "It stands in `%s`, which is for the Eventlet mode.".formatted(place));
  }

  private Optional<Guard> path(String path) {
    return Stream.concat(PATHS.stream(), settings.guardPaths().stream())
        .filter(glob -> glob.matches(path))
        .findFirst()
        .map(glob -> inEventletMode(Guard.Strength.PLACE, glob));
  }

  private static Optional<Guard> optional(Finding finding, Surroundings around) {
    if (Symbols.isMonkeyPatching(finding)) {
      // Patching whenever Eventlet happens to be installed is what a second mode must not do.
      return Optional.empty();
    }
    if (around.importMayFail()) {
      return Optional.of(
          new Guard(
              Guard.Strength.OPTIONAL, "It stands where Eventlet is expected to be missing."));
    }
    return first(around.conditions(), name -> AVAILABLE.matcher(name).matches())
        .map(
            name ->
                new Guard(
                    Guard.Strength.OPTIONAL,
                    "It runs under a condition on Eventlet (`%s`).".formatted(name)));
  }

  private static Optional<String> first(Collection<String> names, Predicate<String> wanted) {
    return names.stream().filter(wanted).findFirst();
  }
}
