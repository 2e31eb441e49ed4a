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

package com.googlesource.gerrit.plugins.eventletguard.scan.options;

import java.util.ArrayList;
import java.util.List;

/**
 * A manifest of Puppet as tokens: words, variables, strings and marks, with comments left out. Of a
 * string only its characters are kept, whatever they interpolate.
 */
final class PuppetText {
  /**
   * One token.
   *
   * @param text a word, the inside of a string, or a mark such as {@code =>}
   * @param string whether it was quoted
   * @param start offset of its first character, a quote included
   * @param end offset after its last one
   */
  record Token(String text, boolean string, int start, int end) {
    boolean is(String mark) {
      return !string && text.equals(mark);
    }
  }

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private PuppetText(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    return new PuppetText(text).read();
  }

  private List<Token> read() {
    int at = 0;
    while (at < text.length()) {
      char one = text.charAt(at);
      if (Character.isWhitespace(one)) {
        at++;
      } else if (one == '#') {
        at = end(text.indexOf('\n', at), 0);
      } else if (text.startsWith("/*", at)) {
        at = end(text.indexOf("*/", at + 2), 2);
      } else if (one == '"' || one == '\'') {
        int end = endOfString(at);
        int inside = Math.max(at + 1, end - 1);
        tokens.add(new Token(text.substring(at + 1, inside), true, at, end));
        at = end;
      } else {
        int end = at + 1;
        if (text.startsWith("=>", at)) {
          end = at + 2;
        } else if (isWord(at)) {
          while (isWord(end)) {
            end += text.startsWith("::", end) ? 2 : 1;
          }
        }
        tokens.add(new Token(text.substring(at, end), false, at, end));
        at = end;
      }
    }
    return tokens;
  }

  private int end(int found, int length) {
    return found < 0 ? text.length() : found + length;
  }

  private int endOfString(int start) {
    char quote = text.charAt(start);
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }

  private boolean isWord(int at) {
    return isNamePart(at) || (text.startsWith("::", at) && isNamePart(at + 2));
  }

  private boolean isNamePart(int at) {
    return at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at))
            || text.charAt(at) == '_'
            || text.charAt(at) == '$');
  }
}
