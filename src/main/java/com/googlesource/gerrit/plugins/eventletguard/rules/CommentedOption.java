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

package com.googlesource.gerrit.plugins.eventletguard.rules;

import java.util.List;
import java.util.Set;

/**
 * Makes the pattern for the lines of samples that only document an option: whatever a rule says
 * about the option when it is set, where it is commented out it is worth a note and no more.
 */
final class CommentedOption {
  private static final List<Alternative> ALTERNATIVES =
      List.of(
          Alternative.of(
              "nothing: generate the sample again with a release that has no such option, or remove"
                  + " the line"));

  private CommentedOption() {}

  static Pattern of(Pattern pattern) {
    String separator = pattern.key().equals(pattern.rule().id()) ? "/" : "-";
    return new Pattern(
        pattern.rule(),
        pattern.key() + separator + "commented",
        Set.of(UsageKind.OPTION),
        pattern.symbols().stream().map(OptionSymbol.COMMENTED::concat).toList(),
        Severity.INFO,
        "This line of a sample documents the option. " + pattern.reason(),
        ALTERNATIVES,
        pattern.guide(),
        pattern.links(),
        FixSafety.CONDITIONAL,
        pattern.deprecated(),
        pattern.removed(),
        pattern.everyStage(),
        pattern.correspondence());
  }
}
