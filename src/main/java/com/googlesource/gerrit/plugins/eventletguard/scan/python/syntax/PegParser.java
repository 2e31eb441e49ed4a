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

import com.oracle.graal.python.pegparser.AbstractParser;
import com.oracle.graal.python.pegparser.InputType;
import com.oracle.graal.python.pegparser.Parser;
import com.oracle.graal.python.pegparser.ParserCallbacks;
import com.oracle.graal.python.pegparser.sst.ModTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The parser library: GraalPy's, which is CPython's own grammar (3.12) in Java. */
final class PegParser {
  private static final int FEATURE_VERSION = 12;

  private PegParser() {}

  /**
   * Parses a file.
   *
   * @param parsed what the parser reads
   * @param original what stands in the file, at the same positions
   * @param positions from those of {@code parsed} to offsets of {@code original}
   * @return empty when it is not Python 3.12
   */
  static Optional<List<Statement>> parseFile(
      String parsed, String original, ParserPositions positions) {
    return parse(parsed, InputType.FILE)
        .map(
            module ->
                new StatementBuilder(
                        new ExpressionBuilder(original, positions), new LegacySyntax(original))
                    .all(((ModTy.Module) module).body));
  }

  /** Parses one expression; empty when it is none. */
  static Optional<Expression> parseExpression(String text, int offset) {
    return parse(text, InputType.EVAL)
        .map(
            module ->
                new ExpressionBuilder(text, ParserPositions.inside(text, offset))
                    .build(((ModTy.Expression) module).body));
  }

  private static Optional<SSTNode> parse(String text, InputType type) {
    try {
      Parser parser =
          new Parser(
              text,
              new FailFast(),
              type,
              EnumSet.noneOf(AbstractParser.Flags.class),
              FEATURE_VERSION);
      return Optional.ofNullable(parser.parse());
    } catch (NotPython e) {
      return Optional.empty();
    } catch (IndexOutOfBoundsException | IllegalArgumentException | NullPointerException e) {
      // The library trips over some input that is no Python, instead of saying so.
      return Optional.empty();
    }
  }

  /** Thrown at the first syntax error; where it is does not matter, so it has no stack trace. */
  private static final class NotPython extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPython(String message) {
      super(message, null, false, false);
    }
  }

  private static final class FailFast implements ParserCallbacks {
    @Override
    public void safePointPoll() {}

    @Override
    public RuntimeException reportIncompleteSource(int line) {
      return new NotPython("incomplete");
    }

    @Override
    public RuntimeException onError(ErrorType type, SourceRange range, String message) {
      return new NotPython(message);
    }

    @Override
    public void onWarning(WarningType type, SourceRange range, String message) {}
  }
}
