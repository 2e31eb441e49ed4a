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

package com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses Python source, whatever it is. Stateless and safe for use by several threads. */
public final class PythonParser {
  private PythonParser() {}

  /**
   * The statements of a file. What is no Python 3 is read as Python 2, and what is no Python is
   * left out; the rest is complete.
   */
  public static List<Statement> parse(String text) {
    ParserPositions positions = ParserPositions.of(text);
    return PegParser.parseFile(text, text, positions).orElseGet(() -> parseOther(text, positions));
  }

  /** The statements of an excerpt, or empty when it is no valid Python 3. */
  public static Optional<List<Statement>> parse(Excerpt excerpt) {
    return PegParser.parseFile(excerpt.text(), excerpt.original(), excerpt.positions());
  }

  private static List<Statement> parseOther(String text, ParserPositions positions) {
    String rewritten = LegacyRewriter.rewrite(text);
    return PegParser.parseFile(rewritten, text, positions)
        .orElseGet(
            () -> {
              Reindenter indented = Reindenter.of(rewritten, text);
              return PegParser.parseFile(indented.text(), text, indented.positions())
                  .orElseGet(
                      () -> new Recovery(indented.text(), text, indented.positions()).statements());
            });
  }

  /** The statements of a file, or empty when it is no valid Python 3. */
  public static Optional<List<Statement>> parseStrictly(String text) {
    return PegParser.parseFile(text, text, ParserPositions.of(text));
  }

  /** The tokens of a file, in their order; comments and line breaks are none. */
  public static List<Token> tokens(String text) {
    return Tokenizer.logicalLines(text).stream().flatMap(line -> line.tokens().stream()).toList();
  }

  /** The comments of a file, from their sign on, by the offset at which they start. */
  public static Map<Integer, String> comments(String text) {
    return Tokenizer.comments(text);
  }

  /**
   * Parses a string that holds an expression, such as an annotation in quotes.
   *
   * @param text the content of the string
   * @param offset where that stands in the file
   * @return empty when it does not parse; offsets are those of the file
   */
  public static Optional<Expression> parseExpression(String text, int offset) {
    return PegParser.parseExpression(text, offset);
  }
}
