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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.PythonParser;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A module as tokens and, when it is valid Python, as statements. It is parsed when that is asked
 * for first, and once, because parsing costs far more than all the rest. For one thread.
 */
final class PythonSource {
  private static final Pattern FORMATTED = Pattern.compile("[rR]?[fF]");
  private static final Pattern SPACE = Pattern.compile("\\s");

  private final SourceText text;
  private final List<Token> tokens;
  private boolean parsed;
  private Optional<List<Statement>> statements = Optional.empty();

  PythonSource(SourceText text) {
    this.text = text;
    this.tokens = PythonParser.tokens(text.text());
  }

  SourceText text() {
    return text;
  }

  /** Its tokens, in their order. */
  List<Token> tokens() {
    return tokens;
  }

  /** Whether it is valid Python 3. */
  boolean isValid() {
    if (!parsed) {
      statements = PythonParser.parseStrictly(source());
      parsed = true;
    }
    return statements.isPresent();
  }

  /**
   * Its statements.
   *
   * @throws IllegalStateException if it is not valid
   */
  List<Statement> statements() {
    if (!isValid()) {
      throw new IllegalStateException(text.path() + " does not parse");
    }
    return statements.get();
  }

  String source() {
    return text.text();
  }

  int start(Range range) {
    return text.start(range);
  }

  int end(Range range) {
    return text.end(range);
  }

  String spelling(Token token) {
    return source().substring(token.start(), token.end());
  }

  /** The index of the first token that starts at or after an offset. */
  int tokenFrom(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean isAt(int index, String spelling) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(spelling, source());
  }

  /** The index of the token that closes the bracket at an index. */
  int closing(int open) {
    int depth = tokens.get(open).depth();
    int index = open + 1;
    while (index < tokens.size() && tokens.get(index).depth() > depth) {
      index++;
    }
    return index;
  }

  /**
   * Where a name may stand for what it is bound to: as a word of the code that follows no dot, and
   * in strings that may be evaluated or name it, such as formatted ones, annotations and {@code
   * __all__}.
   */
  List<Token> occurrences(String name) {
    Pattern word = Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w)");
    List<Token> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean occurs =
          switch (token.type()) {
            case NAME -> token.is(name, source()) && !isAt(i - 1, ".");
            case STRING -> mayHoldCode(token) && word.matcher(spelling(token)).find();
            default -> false;
          };
      if (occurs) {
        found.add(token);
      }
    }
    return found;
  }

  private boolean mayHoldCode(Token string) {
    String spelling = spelling(string);
    return FORMATTED.matcher(spelling).lookingAt() || !SPACE.matcher(spelling).find();
  }

  /** Visits every statement with the block that it stands in. */
  void forEach(Consumer<Placed> action) {
    forEach(statements(), true, action);
  }

  private static void forEach(List<Statement> block, boolean top, Consumer<Placed> action) {
    for (Statement statement : block) {
      action.accept(new Placed(statement, block, top));
      statement.blocks().forEach(inner -> forEach(inner, false, action));
    }
  }

  /**
   * A statement and where it stands.
   *
   * @param block all statements of its block
   * @param top whether that is the module itself
   */
  record Placed(Statement statement, List<Statement> block, boolean top) {}
}
