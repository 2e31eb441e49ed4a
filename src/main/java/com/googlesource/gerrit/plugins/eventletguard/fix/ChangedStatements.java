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

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.PythonParser;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a module stays valid with some edits, by parsing only the statements that they
 * change. That is enough: a module, and each block in it, is a sequence of statements, so where
 * some of them, on lines that hold nothing else, give way to others of the same indentation, it is
 * valid when these are.
 */
final class ChangedStatements {
  /** Makes the statements of a block those of a module. */
  private static final String HEADER = "if 1:\n";

  private static final String CONTINUED = "\\";

  private final PythonSource source;
  private final SourceText text;
  private final Edits edits;

  private ChangedStatements(PythonSource source, Edits edits) {
    this.source = source;
    this.text = source.text();
    this.edits = edits;
  }

  /**
   * Whether a module parses with the edits.
   *
   * @param source a valid module
   */
  static boolean parse(PythonSource source, Edits edits) {
    ChangedStatements changed = new ChangedStatements(source, edits);
    return edits.edits().stream().allMatch(changed::parseAround);
  }

  /**
   * Whole lines with whole statements of one block.
   *
   * @param start where the first line starts
   * @param end where the line after the last one does
   * @param indentation what stands before the first statement; empty in no block but the module
   */
  private record Part(int start, int end, String indentation) {}

  /** Whether what one edit changes parses, with the other edits of the same lines. */
  private boolean parseAround(Edit edit) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(0, text.text().length(), ""));
    Optional<List<Statement>> block = Optional.of(source.statements());
    while (block.isPresent()) {
      part(block.get(), block.get() != source.statements(), edit).ifPresent(parts::add);
      block =
          block.get().stream()
              .filter(statement -> startOf(statement) <= edit.start())
              .filter(statement -> edit.end() <= statement.end())
              .flatMap(statement -> statement.blocks().stream())
              .filter(inner -> !inner.isEmpty())
              .filter(inner -> lineStart(inner.getFirst().start()) <= edit.start())
              .filter(inner -> edit.end() <= lineEnd(inner.getLast().end()))
              .findFirst();
    }
    // What does not parse by itself, such as a branch without its condition, is no part to look at.
    return parts.reversed().stream().anyMatch(this::parses);
  }

  /** The statements of a block whose lines an edit touches. */
  private Optional<Part> part(List<Statement> block, boolean indented, Edit edit) {
    int start = lineStart(edit.start());
    int end = lineEnd(Math.max(edit.start(), edit.end() - 1));
    List<Statement> touched = List.of();
    int before = -1;
    // A line that starts with one statement may hold others, which go on over more lines.
    while (before < touched.size()) {
      before = touched.size();
      int from = start;
      int to = end;
      touched =
          block.stream()
              .filter(one -> lineStart(startOf(one)) < to && from < lineEnd(one.end()))
              .toList();
      if (!touched.isEmpty()) {
        start = Math.min(start, lineStart(startOf(touched.getFirst())));
        end = Math.max(end, lineEnd(touched.getLast().end()));
      }
    }
    if (!indented) {
      return Optional.of(new Part(start, end, "")).filter(this::isWhole);
    }
    if (touched.isEmpty()) {
      return Optional.empty();
    }
    int first = startOf(touched.getFirst());
    String indentation = text.text().substring(lineStart(first), first);
    return indentation.isBlank() && !indentation.isEmpty()
        ? Optional.of(new Part(start, end, indentation)).filter(this::isWhole)
        : Optional.empty();
  }

  /** Whether the lines before and in a part do not go on after their ends. */
  private boolean isWhole(Part part) {
    return !goesOn(part.start()) && !goesOn(part.end());
  }

  private boolean goesOn(int lineStart) {
    int line = text.lineAt(lineStart);
    return line > 1 && text.lineStart(line) == lineStart && text.line(line - 1).endsWith(CONTINUED);
  }

  private boolean parses(Part part) {
    return edits
        .apply(text.text(), part.start(), part.end())
        .filter(
            edited ->
                parses(text.text().substring(part.start(), part.end()), part.indentation())
                    && parses(edited, part.indentation()))
        .isPresent();
  }

  private static boolean parses(String lines, String indentation) {
    if (indentation.isEmpty()) {
      return PythonParser.parseStrictly(lines).isPresent();
    }
    String module = HEADER + lines;
    return PythonParser.parseStrictly(module)
        .filter(statements -> statements.size() == 1)
        .map(List::getFirst)
        .filter(Statement.If.class::isInstance)
        .map(statement -> startOf(((Statement.If) statement).body().getFirst()))
        .filter(
            start ->
                module.substring(module.lastIndexOf('\n', start) + 1, start).equals(indentation))
        .isPresent();
  }

  /** Where a statement starts, its decorators included. */
  private static int startOf(Statement statement) {
    List<Expression> decorators = decorators(statement);
    return decorators.isEmpty()
        ? statement.start()
        : Math.min(statement.start(), decorators.getFirst().start());
  }

  private static List<Expression> decorators(Statement statement) {
    if (statement instanceof Statement.FunctionDefinition function) {
      return function.decorators();
    }
    return statement instanceof Statement.ClassDefinition definition
        ? definition.decorators()
        : List.of();
  }

  private int lineStart(int offset) {
    return text.lineStart(text.lineAt(offset));
  }

  private int lineEnd(int offset) {
    int line = text.lineAt(offset);
    return line < text.lineCount() ? text.lineStart(line + 1) : text.text().length();
  }
}
