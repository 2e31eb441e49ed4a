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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Understands what it can of source that does not parse: statement by statement, and inside a
 * compound one whose parts do not all parse, its headers and then its blocks.
 */
final class Recovery {
  /** Python itself allows no more levels of indentation. */
  private static final int MAX_DEPTH = 100;

  private static final Set<String> CONTINUING = Set.of("elif", "else", "except", "finally");

  private static final String PASS = "pass";

  /**
   * The lines inside a header.
   *
   * @param start index of the first logical line
   * @param end index after the last one
   * @param content what was understood of them
   */
  private record Block(int start, int end, List<Statement> content) {}

  private final String text;
  private final String original;
  private final ParserPositions positions;
  private final List<LogicalLine> lines;
  private final ParsedLines parsedLines;

  /**
   * @param text what is parsed
   * @param original what stands in the file, with the same lines
   * @param positions from those of {@code text} to offsets of {@code original}
   */
  Recovery(String text, String original, ParserPositions positions) {
    this.text = text;
    this.original = original;
    this.positions = positions;
    this.lines = Tokenizer.logicalLines(text);
    this.parsedLines = ParsedLines.of(text);
  }

  List<Statement> statements() {
    return statements(0, lines.size(), 0);
  }

  private List<Statement> statements(int from, int to, int depth) {
    List<Statement> found = new ArrayList<>();
    int start = from;
    while (start < to) {
      int end = endOfStatement(start, to);
      found.addAll(statement(start, end, depth));
      start = end;
    }
    return found;
  }

  /** The index after the last line of the statement that starts at a line. */
  private int endOfStatement(int start, int to) {
    int indentation = lines.get(start).indentation();
    boolean decorated = isAt(start, "@");
    int end = start + 1;
    while (end < to) {
      LogicalLine line = lines.get(end);
      boolean isInside = line.indentation() > indentation;
      boolean goesOn = line.indentation() == indentation && (decorated || continues(end));
      if (!isInside && !goesOn) {
        return end;
      }
      decorated = decorated && isAt(end, "@");
      end++;
    }
    return end;
  }

  private boolean isAt(int line, String spelling) {
    return lines.get(line).first().is(spelling, text);
  }

  private boolean continues(int line) {
    Token first = lines.get(line).first();
    return CONTINUING.contains(text.substring(first.start(), first.end()));
  }

  private List<Statement> statement(int start, int end, int depth) {
    int lastOffset = lines.get(end - 1).end();
    Optional<List<Statement>> whole = parse(start, lastOffset, List.of());
    if (whole.isPresent() || end == start + 1 || depth >= MAX_DEPTH) {
      return whole.orElse(List.of());
    }
    List<Block> blocks = blocks(start, end, depth);
    return parseWithBlocks(start, end, blocks).orElseGet(() -> lineByLine(start, end, blocks));
  }

  private Optional<List<Statement>> parseWithBlocks(int start, int end, List<Block> blocks) {
    Map<Integer, List<Statement>> contents = new HashMap<>();
    for (Block block : blocks) {
      contents.put(originalStart(lines.get(block.start())), block.content());
    }
    return parse(start, lines.get(end - 1).end(), blocks)
        .map(headers -> new BlockGraft(contents).all(headers));
  }

  /** The blocks directly inside a statement, understood on their own. */
  private List<Block> blocks(int start, int end, int depth) {
    List<Block> blocks = new ArrayList<>();
    int indentation = lines.get(start).indentation();
    int line = start;
    while (line < end) {
      int blockStart = line;
      while (line < end && lines.get(line).indentation() > indentation) {
        line++;
      }
      if (line > blockStart) {
        blocks.add(new Block(blockStart, line, statements(blockStart, line, depth + 1)));
      } else {
        line++;
      }
    }
    return blocks;
  }

  /** What can be understood when the headers do not parse together: each by itself. */
  private List<Statement> lineByLine(int start, int end, List<Block> blocks) {
    List<Statement> found = new ArrayList<>();
    int line = start;
    for (Block block : blocks) {
      for (; line < block.start() - 1; line++) {
        found.addAll(parseLine(line));
      }
      int header = line;
      found.addAll(
          parseWithBlocks(header, block.end(), List.of(block))
              .orElseGet(
                  () -> {
                    List<Statement> parts = new ArrayList<>(parseLine(header));
                    parts.addAll(block.content());
                    return parts;
                  }));
      line = block.end();
    }
    for (; line < end; line++) {
      found.addAll(parseLine(line));
    }
    return found;
  }

  private List<Statement> parseLine(int line) {
    return parse(line, lines.get(line).end(), List.of()).orElse(List.of());
  }

  /** Where the first token of a line stands in the original. */
  private int originalStart(LogicalLine line) {
    int offset = line.first().start();
    int number = parsedLines.line(offset);
    return positions.offset(number, text.codePointCount(parsedLines.start(number), offset));
  }

  /**
   * Parses lines on their own.
   *
   * @param start index of the first logical line
   * @param lastOffset where the last one ends
   * @param blocks what to parse as {@code pass}
   */
  private Optional<List<Statement>> parse(int start, int lastOffset, List<Block> blocks) {
    LogicalLine first = lines.get(start);
    StringBuilder part = new StringBuilder();
    int firstLine = parsedLines.line(first.start());
    boolean isIndented = first.indentation() > 0;
    if (isIndented) {
      part.append("if 1:\n");
    }
    int copied = first.start();
    for (Block block : blocks) {
      int blockStart = lines.get(block.start()).first().start();
      int blockEnd = lines.get(block.end() - 1).end();
      int lineBreaks = parsedLines.line(blockEnd) - parsedLines.line(blockStart);
      part.append(text, copied, blockStart).append(PASS).append("\n".repeat(lineBreaks));
      copied = blockEnd;
    }
    part.append(text, copied, lastOffset).append('\n');
    ParserPositions partPositions = positions.from(isIndented ? firstLine - 1 : firstLine);
    return PegParser.parseFile(part.toString(), original, partPositions)
        .map(
            statements ->
                isIndented && statements.getFirst() instanceof Statement.If wrapper
                    ? wrapper.body()
                    : statements);
  }
}
