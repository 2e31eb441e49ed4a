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

import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of formats that comment on a change. */
final class CommentOptions {
  private final OptionSpec mostComments =
      OptionSpec.builder("--max-comments")
          .paramLabel("N")
          .type(Integer.class)
          .description(
              "At most so many inline comments, the gravest first; default: 10 with --format zuul,"
                  + " 50 with --format gerrit.")
          .build();
  private final OptionSpec errorsOnly =
      Arguments.flag(
          "With --format zuul: comments on errors alone; the warning counts the rest.",
          "--errors-only");

  void addTo(CommandSpec spec) {
    spec.addOption(mostComments);
    spec.addOption(errorsOnly);
  }

  /**
   * Looks at the numbers before anything is done.
   *
   * @throws InputException if a negative one is asked for
   */
  void check() throws InputException {
    Integer most = mostComments.getValue();
    if (most != null && most < 0) {
      throw new InputException(
          "--max-comments takes a number from 0, and %d is none".formatted(most));
    }
  }

  /** How many inline comments there are at most. */
  int mostComments(int byDefault) {
    Integer most = mostComments.getValue();
    return most == null ? byDefault : most;
  }

  /** The least severity that gets a comment from a job. */
  Severity commentsFrom() {
    return Arguments.isGiven(errorsOnly) ? Severity.ERROR : Severity.WARNING;
  }
}
