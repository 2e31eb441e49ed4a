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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits source that does not parse into logical lines and tokens. Unlike a compiler's tokenizer it
 * goes on after errors: a string that is not closed ends with its line, and so does a bracket
 * before a line that can only be a new statement.
 */
final class Tokenizer {
  private static final int TAB_WIDTH = 8;

  /** Keywords that can stand at the start of a statement only. */
  private static final Set<String> STATEMENTS =
      Set.of(
          "assert",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "except",
          "finally",
          "global",
          "import",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with");

  private static final Pattern FROM_IMPORT = Pattern.compile("from[ \\t]+[\\w.]+[ \\t]+import\\b");

  private static final Pattern NUMBER =
      Pattern.compile(
          "0[xXoObB][0-9a-fA-F_]+[lL]?|(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][-+]?\\d+)?[jJlL]?");

  private static final List<String> LONG_OPERATORS =
      List.of(
          "**=", "//=", ">>=", "<<=", "...", "<>", "!=", "==", "<=", ">=", "->", ":=", "**", "//",
          ">>", "<<", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=");

  private final String text;
  private final List<LogicalLine> lines = new ArrayList<>();
  private final Map<Integer, String> comments = new TreeMap<>();
  private List<Token> tokens = new ArrayList<>();
  private int lineStart;
  private int depth;
  private int position;

  private Tokenizer(String text) {
    this.text = text;
  }

  static List<LogicalLine> logicalLines(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    tokenizer.run();
    return tokenizer.lines;
  }

  static Map<Integer, String> comments(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    tokenizer.run();
    return tokenizer.comments;
  }

  private void run() {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '\n' || c == '\r') {
        lineBreak();
      } else if (c == ' ' || c == '\t' || c == '\f' || c == 0) {
        position++;
      } else if (c == '#') {
        int end = endOfLine(position);
        comments.put(position, text.substring(position, end));
        position = end;
      } else if (c == '\\') {
        position = Math.min(endOfLine(position) + 1, text.length());
      } else {
        token(c);
      }
    }
    endLogicalLine(text.length());
  }

  private void lineBreak() {
    int end = position;
    position++;
    if (depth > 0 && startsStatement(position)) {
      depth = 0;
    }
    if (depth == 0) {
      endLogicalLine(end);
      lineStart = position;
    }
  }

  private void endLogicalLine(int end) {
    if (!tokens.isEmpty()) {
      lines.add(new LogicalLine(lineStart, end, indentation(lineStart), tokens));
      tokens = new ArrayList<>();
    }
    depth = 0;
  }

  private boolean startsStatement(int offset) {
    int start = offset;
    while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
      start++;
    }
    int end = endOfName(start);
    if (end == start) {
      return false;
    }
    String word = text.substring(start, end);
    return STATEMENTS.contains(word)
        || (word.equals("from")
            && FROM_IMPORT.matcher(text).region(start, text.length()).lookingAt());
  }

  private int indentation(int start) {
    int width = 0;
    for (int i = start; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case ' ' -> width++;
        case '\t' -> width = (width / TAB_WIDTH + 1) * TAB_WIDTH;
        case '\f' -> width = 0;
        default -> {
          return width;
        }
      }
    }
    return width;
  }

  private void token(char c) {
    int start = position;
    if (Character.isDigit(c) || (c == '.' && isDigit(position + 1))) {
      Matcher number = NUMBER.matcher(text).region(start, text.length());
      add(Token.Type.NUMBER, start, number.lookingAt() ? number.end() : start + 1);
    } else if (c == '\'' || c == '"') {
      add(Token.Type.STRING, start, endOfString(start));
    } else if (isNamePart(start)) {
      int end = endOfName(start);
      boolean isPrefix =
          end - start <= 3
              && end < text.length()
              && (text.charAt(end) == '\'' || text.charAt(end) == '"')
              && text.substring(start, end).matches("[bBfFrRtTuU]+");
      if (isPrefix) {
        add(Token.Type.STRING, start, endOfString(end));
      } else {
        add(Token.Type.NAME, start, end);
      }
    } else {
      operator(c, start);
    }
  }

  private void operator(char c, int start) {
    int length = operatorLength(start);
    if (c == ')' || c == ']' || c == '}') {
      depth = Math.max(depth - 1, 0);
    }
    add(Token.Type.OPERATOR, start, start + length);
    if (c == '(' || c == '[' || c == '{') {
      depth++;
    }
  }

  private int operatorLength(int start) {
    for (String operator : LONG_OPERATORS) {
      if (text.startsWith(operator, start)) {
        return operator.length();
      }
    }
    return 1;
  }

  private void add(Token.Type type, int start, int end) {
    tokens.add(new Token(type, start, end, depth));
    position = end;
  }

  private boolean isDigit(int offset) {
    return offset < text.length() && Character.isDigit(text.charAt(offset));
  }

  private boolean isNamePart(int offset) {
    char c = text.charAt(offset);
    return Character.isUnicodeIdentifierPart(c) || c == '_' || Character.isSurrogate(c);
  }

  private int endOfName(int start) {
    int end = start;
    while (end < text.length() && isNamePart(end)) {
      end++;
    }
    return end;
  }

  private int endOfLine(int offset) {
    int end = offset;
    while (end < text.length() && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  private int endOfString(int quote) {
    String triple = text.substring(quote, quote + 1).repeat(3);
    boolean isTriple = text.startsWith(triple, quote);
    int i = quote + (isTriple ? 3 : 1);
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (isTriple ? text.startsWith(triple, i) : c == text.charAt(quote)) {
        return i + (isTriple ? 3 : 1);
      } else if (c == '\n' && !isTriple) {
        return i;
      }
      i++;
    }
    return isTriple ? endOfLine(quote) : text.length();
  }
}
