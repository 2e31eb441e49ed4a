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

package com.googlesource.gerrit.plugins.eventletguard.demo;

import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints a review as a person reads one in the browser: the code, and what is said of it. */
final class ReviewPrinter {
  private static final String INDENT = "      ";
  private static final int WIDTH = 90;

  private final PrintStream out;

  ReviewPrinter(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints a review.
   *
   * @param workTree holds the files as the reviewed patch set has them
   */
  void print(ChangeReview review, Path workTree) throws IOException {
    review.messages().forEach(message -> out.println(indented(message, "  ")));
    for (ChangeReview.InlineComment comment : review.comments()) {
      out.println();
      printCode(comment, Files.readAllLines(workTree.resolve(comment.path())));
      out.println(indented(comment.message(), INDENT));
    }
    out.println();
    review.votes().forEach((label, value) -> out.println("  Vote: %s %+d".formatted(label, value)));
  }

  private void printCode(ChangeReview.InlineComment comment, List<String> lines) {
    Range range = comment.range();
    out.println("  %s, line %d".formatted(comment.path(), range.startLine()));
    out.println();
    for (int number = range.startLine(); number <= range.endLine(); number++) {
      String line = lines.get(number - 1);
      int start = number == range.startLine() ? range.startCharacter() : 0;
      int end = number == range.endLine() ? range.endCharacter() : line.length();
      out.println("  %4d | %s".formatted(number, line));
      out.println("       | %s%s".formatted(" ".repeat(start), "^".repeat(end - start)));
    }
    out.println();
  }

  private static String indented(String text, String indent) {
    return text.strip()
        .lines()
        .flatMap(line -> wrapped(line).stream())
        .map(line -> (indent + line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  /** A line broken between words; what follows the first part of a list entry is set in. */
  private static List<String> wrapped(String line) {
    String hang = line.startsWith("- ") ? "  " : "";
    List<String> parts = new ArrayList<>();
    String rest = line;
    while (rest.length() > WIDTH) {
      int space = rest.lastIndexOf(' ', WIDTH);
      if (space <= hang.length()) {
        break; // one long word, such as an address
      }
      parts.add(rest.substring(0, space));
      rest = hang + rest.substring(space + 1);
    }
    parts.add(rest);
    return parts;
  }
}
