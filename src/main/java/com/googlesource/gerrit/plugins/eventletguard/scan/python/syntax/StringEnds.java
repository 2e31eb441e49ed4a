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

/** Finds where the strings of a module end, without parsing it. */
final class StringEnds {
  /** No such offset. */
  static final int NONE = -1;

  /** The string prefixes that let braces hold code. */
  private static final String TEMPLATE_PREFIXES = "ftFT";

  private static final String TEXT_PREFIXES = "rbuRBU";
  private static final String PREFIXES = TEXT_PREFIXES + TEMPLATE_PREFIXES;
  private static final String QUOTES = "\"'";

  private final String text;
  private final byte[] bytes;
  private int position;

  /**
   * @param bytes one for each character of the text, as {@link Outline#of} takes them
   */
  StringEnds(String text, byte[] bytes) {
    this.text = text;
    this.bytes = bytes;
  }

  /**
   * The offset after a string, or {@link #NONE} where it does not end or is unusual.
   *
   * @param lineStart where its logical line starts
   * @param quote where its opening quote stands
   */
  int endOf(int lineStart, int quote) {
    position = quote;
    return skipString(startOfPrefix(lineStart)) ? position : NONE;
  }

  /** Whether one string that holds no code is all that stands between two offsets. */
  boolean isAlone(int start, int end) {
    int quote = start;
    while (quote < end && TEXT_PREFIXES.indexOf(bytes[quote]) >= 0) {
      quote++;
    }
    return quote < end && QUOTES.indexOf(bytes[quote]) >= 0 && endOf(start, quote) == end;
  }

  /** Where the prefix of the string starts whose opening quote is at the position. */
  private int startOfPrefix(int lineStart) {
    int start = position;
    while (start > lineStart && Outline.isNamePart((char) (bytes[start - 1] & 0xff))) {
      start--;
    }
    for (int i = start; i < position; i++) {
      if (PREFIXES.indexOf(bytes[i]) < 0) {
        return position;
      }
    }
    return start;
  }

  /**
   * Skips the string whose opening quote is at the position.
   *
   * @param start where its prefix starts
   */
  private boolean skipString(int start) {
    char delimiter = (char) bytes[position];
    if (isTemplate(start, position)) {
      return skipTemplate(delimiter);
    }
    return isTriple(delimiter, position)
        ? skipTripleQuoted(String.valueOf(delimiter).repeat(3))
        : skipQuoted(delimiter);
  }

  private boolean skipTripleQuoted(String delimiter) {
    int start = position + delimiter.length();
    int end = text.indexOf(delimiter, start);
    while (end >= 0 && isEscaped(start, end)) {
      end = text.indexOf(delimiter, end + 1);
    }
    position = end + delimiter.length();
    return end >= 0;
  }

  private boolean isEscaped(int start, int offset) {
    int first = offset;
    while (first > start && bytes[first - 1] == '\\') {
      first--;
    }
    return (offset - first) % 2 == 1;
  }

  private boolean skipQuoted(char delimiter) {
    position++;
    while (position < bytes.length) {
      byte one = bytes[position++];
      if (one == delimiter) {
        return true;
      }
      if (one == '\n') {
        return false;
      }
      if (one == '\\') {
        skipEscaped();
      }
    }
    return false;
  }

  /** Skips what follows a backslash; a line break may be two characters. */
  private void skipEscaped() {
    position += text.startsWith("\r\n", position) ? 2 : 1;
  }

  private boolean skipTemplate(char delimiter) {
    boolean isTriple = isTriple(delimiter, position);
    position += isTriple ? 3 : 1;
    int braces = 0;
    while (position < bytes.length) {
      byte one = bytes[position];
      if (one == delimiter && (!isTriple || isTriple(delimiter, position))) {
        position += isTriple ? 3 : 1;
        // Braces that are not closed hold a string of their own, with the same quotes.
        return braces == 0;
      }
      position++;
      switch (one) {
        case '\\' -> skipEscaped();
        case '{' -> braces++;
        case '}' -> braces--;
        case '\n' -> {
          if (!isTriple) {
            return false;
          }
        }
        default -> {}
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
      if (TEMPLATE_PREFIXES.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
