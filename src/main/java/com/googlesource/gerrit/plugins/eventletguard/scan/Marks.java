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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Comments that tell a checker to leave a place alone: {@code noqa} in Python, {@code
 * eventlet-guard:} everywhere.
 */
public final class Marks {
  /** The word with which a comment addresses Eventlet Guard; it is for any kind of file. */
  public static final String OWN = "eventlet-guard:";

  /** The word with which a comment addresses Python's checkers. */
  public static final String NOQA = "noqa";

  /** How comments begin in the kinds of files that are scanned. */
  private static final String SIGN = "#|;|//|--|%|<!--|\\{#|/\\*";

  private static final Pattern OWN_COMMENT =
      Pattern.compile("(?i)(?:" + SIGN + ")\\s*" + Pattern.quote(OWN) + ".*");

  /** What stands further up speaks of something else; every usage of a line is told all of it. */
  private static final int MOST_LINES_ABOVE = 100;

  private static final Pattern COMMENT_ONLY = Pattern.compile("\\s*(?:" + SIGN + ").*");

  private static final TriggerWords OWN_WORD = TriggerWords.inAnyCase(List.of(OWN));
  private static final TriggerWords WORDS = TriggerWords.inAnyCase(List.of(OWN, NOQA));

  private Marks() {}

  /** Whether a text can hold a mark at all. */
  public static boolean mayStandIn(String text) {
    return mayStandIn(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Whether a file can hold a mark at all. */
  public static boolean mayStandIn(byte[] content) {
    return WORDS.occurIn(content);
  }

  /** The offsets, ascending, at which marks may stand in a file. */
  public static int[] places(byte[] content) {
    IntStream.Builder places = IntStream.builder();
    WORDS.visit(
        content,
        (word, start) -> {
          places.add(start);
          return true;
        });
    return places.build().toArray();
  }

  /** Whether a text can hold a mark for Eventlet Guard. */
  static boolean mayHoldOwn(String text) {
    return OWN_WORD.occurIn(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The marks for Eventlet Guard on the lines of a range, and on the lines of comments above. */
  static List<String> around(SourceText text, Range range) {
    List<String> marks = new ArrayList<>();
    for (int line = range.startLine(); line <= range.endLine(); line++) {
      own(text.line(line)).ifPresent(marks::add);
    }
    marks.addAll(above(text, range.startLine()));
    return marks;
  }

  /**
   * The marks for Eventlet Guard in the comments that stand directly above a line, at most {@value
   * #MOST_LINES_ABOVE} lines of them.
   */
  public static List<String> above(SourceText text, int line) {
    List<String> marks = new ArrayList<>();
    int first = Math.max(line - MOST_LINES_ABOVE, 1);
    for (int above = line - 1; above >= first && isCommentOnly(text.line(above)); above--) {
      own(text.line(above)).ifPresent(marks::add);
    }
    return marks;
  }

  private static boolean isCommentOnly(String line) {
    return COMMENT_ONLY.matcher(line).matches();
  }

  private static Optional<String> own(String line) {
    if (!mayHoldOwn(line)) {
      return Optional.empty();
    }
    Matcher comment = OWN_COMMENT.matcher(line);
    return comment.find() ? Optional.of(comment.group()) : Optional.empty();
  }
}
