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

package com.googlesource.gerrit.plugins.eventletguard.review;

import java.nio.charset.StandardCharsets;

/** Text from a change, made fit to stand in a message. */
final class Markdown {
  private static final int MAX_CODE_CHARACTERS = 200;
  private static final String CUT = "…";

  private Markdown() {}

  /** Text that can stand between two backticks on one line: nothing in it ends either. */
  static String codeText(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(MAX_CODE_CHARACTERS)
        .map(c -> c == '`' ? '\'' : Character.isISOControl(c) ? ' ' : c)
        .forEach(shown::appendCodePoint);
    if (text.codePointCount(0, text.length()) > MAX_CODE_CHARACTERS) {
      shown.append(CUT);
    }
    return shown.isEmpty() ? " " : shown.toString();
  }

  /** The text between backticks. */
  static String code(String text) {
    return "`" + codeText(text) + "`";
  }

  /**
   * A text cut to a size.
   *
   * @param maxBytes what the result has at most in UTF-8
   */
  static String cut(String text, int maxBytes) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= maxBytes) {
      return text;
    }
    int end = maxBytes - CUT.getBytes(StandardCharsets.UTF_8).length;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--; // inside a character
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8) + CUT;
  }
}
