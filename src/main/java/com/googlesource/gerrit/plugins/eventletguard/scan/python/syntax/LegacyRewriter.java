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
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rewrites what is no Python 3.12 to something that is, character for character, so that every
 * position stays: Python 2, what came after 3.12, conflict markers, lines of templates. {@link
 * LegacySyntax} reads it back from the tree.
 */
final class LegacyRewriter {
  private static final Set<String> COMPOUND =
      Set.of(
          "if", "elif", "else", "for", "while", "try", "except", "finally", "with", "def", "class");

  /** After a name {@code print}, these go on with an expression. */
  private static final Set<String> INFIX_WORDS = Set.of("and", "if", "in", "is", "or");

  private static final Pattern MARKER_LINE =
      Pattern.compile(
          "(?m)^(?:(?:<{7}|>{7}|\\|{7})(?:[ \\t][^\\r"
              + "\\n"
              + "]*)?|={7}|[ \\t]*\\{[%#][^\\r"
              + "\\n"
              + "]*[%#]\\}[ \\t]*)$");

  private final String text;
  private final StringBuilder out;
  private boolean backtickOpen;

  private LegacyRewriter(String text) {
    this.text = text;
    this.out = new StringBuilder(text);
  }

  /** The text with the same length and line breaks in the syntax of Python 3.12. */
  static String rewrite(String text) {
    String plain =
        MARKER_LINE.matcher(text).replaceAll(match -> " ".repeat(match.group().length()));
    LegacyRewriter rewriter = new LegacyRewriter(plain.replace('\0', ' '));
    for (LogicalLine line : Tokenizer.logicalLines(rewriter.text)) {
      rewriter.line(line.tokens());
    }
    return rewriter.out.toString();
  }

  private void line(List<Token> tokens) {
    boolean isCompound = COMPOUND.contains(spelling(tokens.getFirst()));
    backtickOpen = false;
    boolean startsStatement = true;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      switch (token.type()) {
        case NAME -> name(tokens, i, startsStatement);
        case NUMBER -> LegacyLiterals.number(token, text, out);
        case STRING -> LegacyLiterals.string(token, text, out);
        case OPERATOR -> operator(token);
      }
      boolean endsHeader = isCompound && token.depth() == 0 && token.is(":", text);
      startsStatement = endsHeader || (token.depth() == 0 && token.is(";", text));
    }
  }

  private String spelling(Token token) {
    return text.substring(token.start(), token.end());
  }

  private boolean isAt(List<Token> tokens, int index, String spelling) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(spelling, text);
  }

  private void replace(Token token, String replacement) {
    out.replace(token.start(), token.start() + replacement.length(), replacement);
  }

  private void blank(Token token) {
    replace(token, " ".repeat(token.length()));
  }

  private void operator(Token token) {
    if (token.is("<>", text)) {
      replace(token, "!=");
    } else if (token.is("`", text)) {
      replace(token, backtickOpen ? ")" : "(");
      backtickOpen = !backtickOpen;
    }
  }

  private void name(List<Token> tokens, int index, boolean startsStatement) {
    Token token = tokens.get(index);
    switch (spelling(token)) {
      case "print" -> {
        if (startsStatement && startsOperand(tokens, index + 1)) {
          replace(token, "yield");
        }
      }
      case "exec" -> {
        if (startsStatement && startsOperand(tokens, index + 1)) {
          replace(token, "not ");
        }
      }
      case "raise" -> {
        if (startsStatement && hasComma(tokens, index + 1)) {
          replace(token, "yield");
        }
      }
      case "except" -> {
        if (startsStatement) {
          except(tokens, index + 1);
        }
      }
      case "async" -> {
        boolean isKeyword =
            isAt(tokens, index + 1, "def")
                || isAt(tokens, index + 1, "for")
                || isAt(tokens, index + 1, "with");
        if (!isKeyword) {
          replace(token, "asynC");
        }
      }
      case "await" -> {
        if (isAt(tokens, index - 1, ".") || isAt(tokens, index + 1, "=")) {
          replace(token, "awaiT");
        }
      }
      case "lambda" -> tupleParameters(tokens, index + 1, token.depth(), /* isLambda= */ true);
      case "def" -> {
        typeParameterDefaults(tokens, index + 2);
        int parameters = index + 2;
        while (parameters < tokens.size() && !isAt(tokens, parameters, "(")) {
          parameters++;
        }
        tupleParameters(tokens, parameters + 1, token.depth() + 1, /* isLambda= */ false);
      }
      case "class", "type" -> typeParameterDefaults(tokens, index + 2);
      default -> {}
    }
  }

  /** Whether a token can follow {@code print} only where that is a statement. */
  private boolean startsOperand(List<Token> tokens, int index) {
    if (index >= tokens.size()) {
      return false;
    }
    Token token = tokens.get(index);
    return switch (token.type()) {
      case STRING, NUMBER -> true;
      case NAME -> !INFIX_WORDS.contains(spelling(token));
      case OPERATOR -> token.is("`", text) || token.is("{", text) || token.is("~", text);
    };
  }

  private boolean hasComma(List<Token> tokens, int from) {
    for (int i = from; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.depth() == 0 && token.is(";", text)) {
        return false;
      }
      if (token.depth() == 0 && token.is(",", text)) {
        return true;
      }
    }
    return false;
  }

  private void except(List<Token> tokens, int from) {
    for (int i = from; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.depth() > 0) {
        continue;
      }
      if (token.is(":", text)) {
        return;
      }
      if (token.is(",", text)) {
        replace(token, "|");
      } else if (token.is("as", text) && !isAt(tokens, i + 2, ":")) {
        replace(token, "| ");
      }
    }
  }

  /** Takes the brackets off parameters that are tuples; the names in them become parameters. */
  private void tupleParameters(List<Token> tokens, int from, int depth, boolean isLambda) {
    int tupleDepth = -1;
    for (int i = from; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean closes = token.is(")", text);
      if (tupleDepth >= 0) {
        if (closes || token.is("(", text)) {
          blank(token);
        }
        if (closes && isAt(tokens, i - 1, ",")) {
          blank(tokens.get(i - 1));
        }
        if (closes && token.depth() == tupleDepth) {
          tupleDepth = -1;
        }
      } else if (token.depth() < depth || (isLambda && token.is(":", text))) {
        return;
      } else if (token.depth() == depth
          && token.is("(", text)
          && (i == from || isAt(tokens, i - 1, ","))) {
        tupleDepth = depth;
        blank(token);
      }
    }
  }

  /** Makes the default of a type parameter (3.13) its bound, or a part of it. */
  private void typeParameterDefaults(List<Token> tokens, int open) {
    if (!isAt(tokens, open, "[")) {
      return;
    }
    int depth = tokens.get(open).depth() + 1;
    boolean hasBound = false;
    for (int i = open + 1; i < tokens.size() && tokens.get(i).depth() >= depth; i++) {
      Token token = tokens.get(i);
      if (token.depth() > depth) {
        continue;
      }
      if (token.is(",", text)) {
        hasBound = false;
      } else if (token.is(":", text)) {
        hasBound = true;
      } else if (token.is("=", text)) {
        if (isAt(tokens, i - 2, "*") || isAt(tokens, i - 2, "**")) {
          i = blankDefault(tokens, i, depth);
        } else {
          replace(token, hasBound ? "|" : ":");
        }
      }
    }
  }

  private int blankDefault(List<Token> tokens, int from, int depth) {
    int i = from;
    while (i < tokens.size()
        && tokens.get(i).depth() >= depth
        && !(tokens.get(i).depth() == depth && isAt(tokens, i, ","))) {
      blank(tokens.get(i));
      i++;
    }
    return i - 1;
  }
}
