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
import java.util.List;
import java.util.Set;

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
    /** Statements that only compute and bind: nothing depends on them but who uses the names. */
    PLAIN,
    /** Any other statement or header: it may import, declare or decide what runs. */
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

  private static final Set<String> DEFINITIONS = Set.of("def", "class");

  /** First words of statements that do more than compute and bind, soft keywords among them. */
  private static final Set<String> OTHERS =
      Set.of(
          "assert",
          "break",
          "case",
          "continue",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "match",
          "nonlocal",
          "raise",
          "return",
          "try",
          "type",
          "while",
          "with",
          "yield");

  private static final String ASYNC = "async ";

  /** No such offset. */
  private static final int NONE = -1;

  private final String text;
  private final List<Line> lines = new ArrayList<>();
  private int position;
  private boolean hasSemicolon;

  private Outline(String text) {
    this.text = text;
  }

  /** The logical lines in source order; empty when the source is unusual. */
  public static List<Line> of(String text) {
    Outline outline = new Outline(text);
    return outline.findAll() ? outline.lines : List.of();
  }

  private boolean findAll() {
    if (hasLoneCarriageReturn()) {
      return false;
    }
    while (position < text.length()) {
      int indentation = skipIndentation();
      if (position == text.length()) {
        break;
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
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
    return position - start;
  }

  private Kind kind(int start, int last) {
    if (text.charAt(start) == '@') {
      return Kind.DECORATOR;
    }
    int first = start;
    if (text.startsWith(ASYNC, start)) {
      first += ASYNC.length();
      while (text.charAt(first) == ' ') {
        first++;
      }
    }
    String word = text.substring(first, endOfName(first));
    if (DEFINITIONS.contains(word)) {
      return Kind.DEFINITION;
    }
    return first > start || hasSemicolon || text.charAt(last) == ':' || OTHERS.contains(word)
        ? Kind.OTHER
        : Kind.PLAIN;
  }

  /**
   * Goes on to the start of the next logical line.
   *
   * @return offset of the last character of this one that is neither space nor comment, or {@link
   *     #NONE} when the line is unusual
   */
  private int skipLogicalLine() {
    int depth = 0;
    int last = NONE;
    while (position < text.length()) {
      char c = text.charAt(position);
      switch (c) {
        case '\n' -> {
          position++;
          if (depth == 0) {
            return last;
          }
        }
        case ' ' -> position++;
        case '#' -> position = endOfLine(position);
        case '"', '\'' -> {
          if (!skipString(position)) {
            return NONE;
          }
          last = position - 1;
        }
        case '\\' -> {
          if (!isLineEnd(position + 1)) {
            return NONE;
          }
          position = text.indexOf('\n', position) + 1;
        }
        case ';' -> {
          hasSemicolon = true;
          last = position++;
        }
        case '(', '[', '{' -> {
          depth++;
          last = position++;
        }
        case ')', ']', '}' -> {
          if (--depth < 0) {
            return NONE;
          }
          last = position++;
        }
        default -> {
          if (isNamePart(c)) {
            if (!skipNameOrString()) {
              return NONE;
            }
            last = position - 1;
          } else if (c > ' ' && c < 127) {
            last = position++;
          } else if (isLineEnd(position)) {
            position++;
          } else {
            return NONE;
          }
        }
      }
    }
    return depth == 0 ? last : NONE;
  }

  private boolean skipNameOrString() {
    int start = position;
    position = endOfName(start);
    boolean isPrefix =
        position < text.length()
            && (text.charAt(position) == '"' || text.charAt(position) == '\'')
            && isStringPrefix(start);
    return !isPrefix || skipString(start);
  }

  private boolean isStringPrefix(int start) {
    for (int i = start; i < position; i++) {
      if ("rbuftRBUFT".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Skips the string whose opening quote is at the position.
   *
   * @param start where its prefix starts
   */
  private boolean skipString(int start) {
    int quote = position;
    char delimiter = text.charAt(quote);
    boolean isTriple = isTriple(delimiter, quote);
    position += isTriple ? 3 : 1;
    int braces = 0;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == delimiter && (!isTriple || isTriple(delimiter, position))) {
        position += isTriple ? 3 : 1;
        // Braces that are not closed hold a string of their own, with the same quotes.
        return braces == 0 || !isTemplate(start, quote);
      }
      switch (c) {
        case '\\' -> position++;
        case '{' -> braces++;
        case '}' -> braces--;
        case '\n' -> {
          if (!isTriple) {
            return false;
          }
        }
        default -> {}
      }
      position++;
      if (c == '\\' && !isTriple && position < text.length() && text.charAt(position) == '\n') {
        // The other half of an escaped \r\n.
        position += text.charAt(position - 1) == '\r' ? 1 : 0;
      }
    }
    return false;
  }

  private boolean isTriple(char delimiter, int offset) {
    return offset + 2 < text.length()
        && text.charAt(offset) == delimiter
        && text.charAt(offset + 1) == delimiter
        && text.charAt(offset + 2) == delimiter;
  }

  private boolean isTemplate(int start, int quote) {
    for (int i = start; i < quote; i++) {
      if ("ftFT".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
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

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
