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

package com.googlesource.gerrit.plugins.eventletguard.scan.packaging;

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import java.util.List;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * Finds where strings and entries of a TOML file begin and end. The parser tells a position at or
 * before each; the rest is read from the text.
 */
public final class TomlText {
  /** A part of the text, by offsets; the end is exclusive. */
  public record Span(int start, int end) {}

  private final SourceText source;
  private final String text;

  public TomlText(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  /** What stands at a path, or null when nothing does or a part of the path is no table. */
  public static Object at(TomlTable root, List<String> path) {
    Object found = root;
    for (String key : path) {
      found = found instanceof TomlTable table ? table.get(List.of(key)) : null;
    }
    return found;
  }

  /** The offset of a position, whose columns count code points from 1. */
  public int offset(TomlPosition position) {
    int line = Math.min(position.line(), source.lineCount());
    String content = source.line(line);
    int column = Math.min(position.column() - 1, content.codePointCount(0, content.length()));
    return source.lineStart(line) + content.offsetByCodePoints(0, column);
  }

  /** The inside of the first string from an offset on; comments between do not count. */
  Span stringFrom(int offset) {
    int at = offset;
    while (at < text.length() && !isQuote(at)) {
      at = text.charAt(at) == '#' ? endOfLine(at) : at + 1;
    }
    int end = endOfString(at);
    int quotes = quotesAt(at);
    int start = Math.min(at + quotes, end);
    return new Span(start, Math.max(start, end - quotes));
  }

  /** An entry that starts with its key at an offset: to the end of its value, or of its header. */
  public Span entryFrom(int offset) {
    int depth = 0;
    int at = offset;
    while (at < text.length()) {
      char one = text.charAt(at);
      if (isQuote(at)) {
        at = endOfString(at);
        continue;
      }
      boolean ends = one == '\n' || one == ',' || isClosing(one);
      if (one == '#' || (ends && depth == 0)) {
        break;
      }
      if (one == '[' || one == '{') {
        depth++;
      } else if (isClosing(one)) {
        depth--;
      }
      at++;
    }
    while (at > offset && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return new Span(offset, at);
  }

  private static boolean isClosing(char one) {
    return one == ']' || one == '}';
  }

  private boolean isQuote(int at) {
    return text.charAt(at) == '"' || text.charAt(at) == '\'';
  }

  private int quotesAt(int at) {
    return at < text.length() && text.startsWith(text.substring(at, at + 1).repeat(3), at) ? 3 : 1;
  }

  /** After the closing quotes of the string that starts at an offset, or after its line. */
  private int endOfString(int start) {
    if (start >= text.length()) {
      return text.length();
    }
    char quote = text.charAt(start);
    int quotes = quotesAt(start);
    String close = String.valueOf(quote).repeat(quotes);
    int at = start + quotes;
    while (at < text.length() && !text.startsWith(close, at)) {
      if (quotes == 1 && text.charAt(at) == '\n') {
        return at;
      }
      at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + quotes, text.length());
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
