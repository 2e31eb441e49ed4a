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

/** Takes the control structures of Jinja templates out of a text without moving anything. */
final class TemplateMask {
  private TemplateMask() {}

  /**
   * The text with every <code>{% … %}</code> and <code>{# … #}</code> replaced by as many spaces.
   * Line breaks stay, and so do expressions in double braces, which are values.
   */
  static String apply(String text) {
    int open = text.indexOf('{');
    if (open < 0) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text);
    boolean statements = true;
    boolean comments = true;
    while (open >= 0 && open + 1 < text.length() && (statements || comments)) {
      char second = text.charAt(open + 1);
      int next = open + 1;
      if ((second == '%' && statements) || (second == '#' && comments)) {
        int close = text.indexOf(second + "}", open + 2);
        if (close >= 0) {
          blank(masked, open, close + 2);
          next = close + 2;
        } else if (second == '%') {
          statements = false;
        } else {
          comments = false;
        }
      }
      open = text.indexOf('{', next);
    }
    return masked.toString();
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        text.setCharAt(i, ' ');
      }
    }
  }
}
