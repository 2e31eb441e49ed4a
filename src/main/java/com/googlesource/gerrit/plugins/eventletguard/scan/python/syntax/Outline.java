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

/**
 * The logical lines of a module, found without parsing it: one pass that knows strings, brackets
 * and indentation only. Where that may not be enough to be sure, because the source is broken or
 * unusual, there are none. {@link Tokenizer} is for such source.
 */
public final class Outline {
  /** What a logical line may be, as far as its first word and its last character tell. */
  public enum Kind {
    /** The header of a function or class; lines that are indented deeper are inside it. */
    DEFINITION,
    /** A decorator of the definition that follows. */
    DECORATOR,
    /**
     * Statements that only compute, bind or import by absolute names: nothing depends on them but
     * who uses the names.
     */
    PLAIN,
    /** A string alone, as documentation is: nothing depends on it, and no name in it is used. */
    TEXT,
    /** The header of a statement with blocks, after which whatever follows runs. */
    COMPOUND,
    /** The header of a further block of such a statement. */
    CLAUSE,
    /** Ends what runs, with a value that nothing here depends on. */
    EXIT,
    /** Any other statement or header: it may declare, decide what runs or import relatively. */
    OTHER
  }

  /**
   * A logical line.
   *
   * @param kind what it may be
   * @param start offset of its first character after its indentation
   * @param end offset after its last character that is neither white space nor comment
   * @param indentation number of spaces before it
   */
  public record Line(Kind kind, int start, int end, int indentation) {}

  /** What the first word of a line makes of it; other words start no statement of their own. */
  private static final Map<String, Kind> KINDS = kinds();

  private static final String ASYNC = "async ";
  private static final String FROM = "from";

  /** No such offset. */
  private static final int NONE = -1;

  /** By byte: whether nothing but who reads the line depends on it. */
  private static final boolean[] PLAIN = plain();

  private final String text;

  /** A byte for each character: it is much faster to look at those. */
  private final byte[] bytes;

  private final StringEnds strings;
  private final List<Line> lines = new ArrayList<>();
  private int position;
  private boolean hasSemicolon;

  /** At the start of a text, none of whose lines has been found. */
  Outline(String text, byte[] bytes) {
    this.text = text;
    this.bytes = bytes;
    this.strings = new StringEnds(text, bytes);
  }

  /**
   * The logical lines in source order; empty when the source is unusual.
   *
   * @param bytes one for each character of the text, that of ISO 8859-1 or a question mark
   */
  public static List<Line> of(String text, byte[] bytes) {
    Outline outline = new Outline(text, bytes);
    return outline.findAll() ? outline.lines : List.of();
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new HashMap<>();
    for (String word : List.of("def", "class")) {
      kinds.put(word, Kind.DEFINITION);
    }
    for (String word : List.of("for", "if", "try", "with")) {
      kinds.put(word, Kind.COMPOUND);
    }
    for (String word : List.of("elif", "else", "except", "finally")) {
      kinds.put(word, Kind.CLAUSE);
    }
    for (String word : List.of("raise", "return")) {
      kinds.put(word, Kind.EXIT);
    }
    // What may be but a name, as match may, is one of these as well.
    for (String word :
        List.of(
            "assert",
            "break",
            "case",
            "continue",
            "del",
            "global",
            "match",
            "nonlocal",
            "type",
            "while",
            "yield")) {
      kinds.put(word, Kind.OTHER);
    }
    return Map.copyOf(kinds);
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[1 << Byte.SIZE];
    for (char c = ' '; c < 127; c++) {
      plain[c] = "#\"'\\;()[]{}?".indexOf(c) < 0;
    }
    return plain;
  }

  private boolean findAll() {
    if (hasLoneCarriageReturn()) {
      return false;
    }
    while (!isAtEnd()) {
      if (!findNext()) {
        return false;
      }
    }
    return true;
  }

  boolean isAtEnd() {
    return position >= text.length();
  }

  /** Up to where it was looked for lines. */
  int position() {
    return position;
  }

  /** What was found so far. */
  List<Line> lines() {
    return lines;
  }

  /** Goes on at the start of a line of the text behind a line that somebody else has found. */
  void add(Line line, int next) {
    lines.add(line);
    position = next;
  }

  /**
   * Goes on behind the next logical line, or behind what stands before one.
   *
   * @return false where the source is unusual
   */
  boolean findNext() {
    int indentation = skipIndentation();
    if (isAtEnd()) {
      return true;
    }
    if (text.charAt(position) == '#') {
      position = endOfLine(position);
    } else if (isLineEnd(position)) {
      position = text.indexOf('\n', position) + 1;
    } else {
      int start = position;
      hasSemicolon = false;
      int last = skipLogicalLine();
      if (last == NONE) {
        return false;
      }
      lines.add(new Line(kind(start, last), start, last + 1, indentation));
    }
    return true;
  }

  /** The parser takes it for the end of a line. */
  private boolean hasLoneCarriageReturn() {
    int at = text.indexOf('\r');
    while (at >= 0 && isLineEnd(at)) {
      at = text.indexOf('\r', at + 1);
    }
    return at >= 0;
  }

  private int skipIndentation() {
    int start = position;
    position = skipSpaces(start);
    return position - start;
  }

  private Kind kind(int start, int last) {
    if (text.charAt(start) == '@') {
      return Kind.DECORATOR;
    }
    int first = start;
    if (text.startsWith(ASYNC, start)) {
      first = skipSpaces(first + ASYNC.length());
    }
    String word = text.substring(first, endOfName(first));
    Kind kind = KINDS.getOrDefault(word, Kind.PLAIN);
    if (kind == Kind.DEFINITION) {
      return kind;
    }
    boolean isHeader = text.charAt(last) == ':';
    boolean shouldBeHeader = kind == Kind.COMPOUND || kind == Kind.CLAUSE;
    if (first > start || hasSemicolon || isHeader != shouldBeHeader) {
      return Kind.OTHER;
    }
    if (kind != Kind.PLAIN) {
      return kind;
    }
    if (word.equals(FROM) && text.startsWith(".", skipSpaces(first + FROM.length()))) {
      return Kind.OTHER;
    }
    return strings.isAlone(start, last + 1) ? Kind.TEXT : Kind.PLAIN;
  }

  /**
   * Goes on to the start of the next logical line.
   *
   * @return offset of the last character of this one that is neither space nor comment, or {@link
   *     #NONE} when the line is unusual
   */
  private int skipLogicalLine() {
    int start = position;
    int depth = 0;
    while (position < bytes.length) {
      byte one = bytes[position];
      if (PLAIN[one & 0xff]) {
        position++;
        continue;
      }
      switch (one) {
        case '\n' -> {
          position++;
          if (depth == 0) {
            return lastOfLine(start, position - 1);
          }
        }
        case '#' -> {
          int end = position;
          position = endOfLine(position);
          if (depth == 0) {
            position = Math.min(position + 1, bytes.length);
            return lastOfLine(start, end);
          }
        }
        case '"', '\'' -> {
          position = strings.endOf(start, position);
          if (position == StringEnds.NONE) {
            return NONE;
          }
        }
        case '\\' -> {
          if (!isLineEnd(position + 1)) {
            return NONE;
          }
          position = text.indexOf('\n', position) + 1;
        }
        case ';' -> {
          hasSemicolon = true;
          position++;
        }
        case '(', '[', '{' -> {
          depth++;
          position++;
        }
        case ')', ']', '}' -> {
          if (--depth < 0) {
            return NONE;
          }
          position++;
        }
        default -> {
          // What is no character of ISO 8859-1 is a question mark there.
          if (!isLineEnd(position) && text.charAt(position) != '?') {
            return NONE;
          }
          position++;
        }
      }
    }
    return depth == 0 ? lastOfLine(start, bytes.length) : NONE;
  }

  /** The last character before an offset that is no space and joins no lines, or {@link #NONE}. */
  private int lastOfLine(int start, int end) {
    int last = end - 1;
    while (last > start && (" \r\n".indexOf(bytes[last]) >= 0 || joinsLines(last))) {
      last--;
    }
    return joinsLines(last) ? NONE : last;
  }

  private boolean joinsLines(int offset) {
    return bytes[offset] == '\\' && isLineEnd(offset + 1);
  }

  private int skipSpaces(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  private int endOfName(int start) {
    int end = start;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int endOfLine(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end;
  }

  /** Whether a line ends here, with {@code \n} or {@code \r\n}. */
  private boolean isLineEnd(int offset) {
    return text.startsWith("\n", offset) || text.startsWith("\r\n", offset);
  }

  static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
