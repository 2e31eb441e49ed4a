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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import com.googlesource.gerrit.plugins.eventletguard.fix.Fixes;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands that go on from a list of findings, for those who see one for the first time. */
final class NextSteps {
  private NextSteps() {}

  /**
   * A line for each command.
   *
   * @param paths what was scanned
   * @return empty when nothing counts
   */
  static List<String> of(List<Path> paths, List<Judgement> judgements, Fixes fixes) {
    List<Finding> findings =
        judgements.stream().filter(Judgement::counts).map(Judgement::finding).toList();
    Optional<Finding> gravest =
        findings.stream().max((one, other) -> one.severity().compareTo(other.severity()));
    if (gravest.isEmpty()) {
      return List.of();
    }
    String arguments =
        paths.stream().map(path -> quoted(path.toString())).collect(Collectors.joining(" "));
    List<String> lines = new ArrayList<>();
    lines.add("Next:");
    lines.add(line("explain " + gravest.get().rule().id(), "more about a rule, with an example"));
    long fixable = findings.stream().filter(finding -> fixes.of(finding).isPresent()).count();
    if (fixable > 0) {
      lines.add(
          line(
              "fix --dry-run " + arguments,
              fixable == 1 ? "the safe fix" : "the %d safe fixes".formatted(fixable)));
    }
    if (paths.stream().allMatch(Files::isDirectory)) {
      lines.add(line("inventory " + arguments, "how far it is, and what to do first"));
    }
    return lines;
  }

  private static String line(String command, String what) {
    return "  eventlet-guard %s: %s".formatted(command, what);
  }

  /** An argument as a shell takes it. */
  private static String quoted(String argument) {
    return argument.matches("[\\w@%+=:,./-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
