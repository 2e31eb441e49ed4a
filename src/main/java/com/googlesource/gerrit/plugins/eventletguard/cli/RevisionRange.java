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

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What revisions on a command line ask for, in git's notation (gitrevisions(7)).
 *
 * @param base the old side; of a {@link Kind#COMMIT}, the same as {@code head}
 * @param head the new side
 * @param kind how the two are compared
 */
record RevisionRange(String base, String head, Kind kind) {
  /** How two revisions are compared. */
  enum Kind {
    /** The tree of the one with the tree of the other. */
    TREES,
    /** What the new side has done since the two went apart. */
    SINCE_MERGE_BASE,
    /** One commit with all its parents, so that a merge brings what no parent accounts for. */
    COMMIT
  }

  static final String HEAD = "HEAD";

  private static final String COMMIT = "^!";
  private static final Pattern PARENT = Pattern.compile("(.*)\\^-(\\d*)");
  private static final Pattern RANGE = Pattern.compile("(.*?)(\\.{2,3})(.*)");

  /**
   * Reads one or two arguments: {@code BASE}, {@code BASE HEAD}, {@code BASE..HEAD}, {@code
   * BASE...HEAD}, {@code ^BASE HEAD}, {@code COMMIT^!}, {@code COMMIT^-}.
   *
   * @throws InputException if there are none or more, or a range beside something else
   */
  static RevisionRange parse(List<String> arguments) throws InputException {
    if (arguments.isEmpty()) {
      throw new InputException(
          "name what to compare: a BASE such as origin/master, a range BASE..HEAD, one commit as"
              + " COMMIT^!, or --staged");
    }
    for (String argument : arguments) {
      if (argument.isBlank()) {
        throw new InputException("a revision is empty; name one, such as HEAD~1");
      }
    }
    if (arguments.size() == 1) {
      return parse(arguments.getFirst());
    }
    if (arguments.size() > 2) {
      throw new InputException(
          "at most two revisions can be compared, and these are %d: %s"
              .formatted(arguments.size(), String.join(" ", arguments)));
    }
    for (String argument : arguments) {
      if (isRange(argument)) {
        throw new InputException(
            "%s is a range already; name it alone, or two revisions".formatted(argument));
      }
    }
    String first = arguments.get(0);
    String second = arguments.get(1);
    if (second.startsWith("^") && !first.startsWith("^")) {
      return new RevisionRange(second.substring(1), first, Kind.TREES);
    }
    return new RevisionRange(
        first.startsWith("^") ? first.substring(1) : first, second, Kind.TREES);
  }

  private static RevisionRange parse(String argument) {
    Matcher range = RANGE.matcher(argument);
    if (range.matches()) {
      return new RevisionRange(
          range.group(1).isEmpty() ? HEAD : range.group(1),
          range.group(3).isEmpty() ? HEAD : range.group(3),
          range.group(2).length() == 2 ? Kind.TREES : Kind.SINCE_MERGE_BASE);
    }
    if (argument.endsWith(COMMIT)) {
      String commit = argument.substring(0, argument.length() - COMMIT.length());
      return new RevisionRange(commit, commit, Kind.COMMIT);
    }
    Matcher parent = PARENT.matcher(argument);
    if (parent.matches()) {
      return new RevisionRange(
          parent.group(1) + "^" + parent.group(2), parent.group(1), Kind.TREES);
    }
    return new RevisionRange(argument, HEAD, Kind.TREES);
  }

  static boolean isRange(String argument) {
    return RANGE.matcher(argument).matches()
        || argument.endsWith(COMMIT)
        || PARENT.matcher(argument).matches();
  }

  /** The same sides, compared since they went apart. */
  RevisionRange sinceMergeBase() {
    return new RevisionRange(base, head, Kind.SINCE_MERGE_BASE);
  }
}
