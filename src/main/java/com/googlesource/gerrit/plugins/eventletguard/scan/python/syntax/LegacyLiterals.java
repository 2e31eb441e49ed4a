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

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites literals that are none in Python 3.12, without moving anything. */
final class LegacyLiterals {
  private static final Pattern OLD_OCTAL = Pattern.compile("0+(?=[1-7])[0-7]+[lL]?");

  /** Escapes that were plain text in the byte strings of Python 2. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U00[01][0-9a-fA-F]{5}|[^xuUN])"
              + "|(?<bad>\\\\)[xuUN]",
          Pattern.DOTALL);

  private LegacyLiterals() {}

  /** Octal numbers without {@code o}, and long ones. */
  static void number(Token token, String text, StringBuilder out) {
    String spelling = text.substring(token.start(), token.end());
    if (OLD_OCTAL.matcher(spelling).matches()) {
      for (int i = 0; spelling.charAt(i) == '0'; i++) {
        out.setCharAt(token.start() + i, ' ');
      }
    }
    if (spelling.endsWith("l") || spelling.endsWith("L")) {
      out.setCharAt(token.end() - 1, ' ');
    }
  }

  /** Strings with the prefixes {@code ur} and {@code t}, and with escapes that are none. */
  static void string(Token token, String text, StringBuilder out) {
    int quote = token.start();
    while (text.charAt(quote) != '\'' && text.charAt(quote) != '"') {
      quote++;
    }
    String prefix = text.substring(token.start(), quote).toLowerCase(Locale.ROOT);
    for (int i = 0; i < prefix.length(); i++) {
      if (prefix.charAt(i) == 't') {
        out.setCharAt(token.start() + i, 'f');
      } else if (prefix.charAt(i) == 'u' && prefix.length() > 1) {
        out.setCharAt(token.start() + i, ' ');
      }
    }
    if (!prefix.contains("r")) {
      Matcher escape = ESCAPE.matcher(text).region(quote, token.end());
      while (escape.find()) {
        if (escape.start("bad") >= 0) {
          out.setCharAt(escape.start(), '/');
        }
      }
    }
  }
}
