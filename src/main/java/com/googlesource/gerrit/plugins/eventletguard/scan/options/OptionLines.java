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

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Reads sections and options line by line, as oslo.config does: {@code [section]}, {@code key =
 * value} or {@code key: value}, indented lines that continue a value, comments. Of comments it
 * takes only those that are an option commented out, as in generated samples.
 */
final class OptionLines {
  /** Longer lists, in characters, are cut off. */
  private static final int LONGEST_LIST = 1000;

  private final OptionNames names;
  private final SourceText text;
  private final String view;
  private final boolean indentationContinues;
  private final List<Usage> usages = new ArrayList<>();

  private OptionNames.Place place;
  private boolean inValue;
  private int margin;
  private int last;

  /**
   * @param owner whose configuration it is; empty where nothing proves it
   * @param view what is read: the text, or the text with parts of it blanked out
   * @param indentationContinues whether an indented line continues a value; where it does not, any
   *     line may hold an option, also as an entry of a mapping in YAML or JSON
   */
  OptionLines(
      OptionNames names, SourceText text, String owner, String view, boolean indentationContinues) {
    this.names = names;
    this.text = text;
    this.view = view;
    this.indentationContinues = indentationContinues;
    this.place = new OptionNames.Place(owner, "");
  }

  /** The usages of the whole text. */
  List<Usage> readAll() {
    return read(1, text.lineCount(), 0);
  }

  /**
   * The usages of some lines.
   *
   * @param first the first line, from 1
   * @param last the last line
   * @param margin how many characters of each line do not count, because all lines have them
   */
  List<Usage> read(int first, int last, int margin) {
    this.margin = margin;
    this.last = last;
    for (int line = first; line <= last; line++) {
      int lineStart = text.lineStart(line);
      int end = trimEnd(lineStart, lineStart + text.line(line).length());
      int marginEnd = Math.min(lineStart + margin, end);
      int start = trimStart(marginEnd, end);
      if (start == end) {
        inValue = false;
      } else if (start == marginEnd || !indentationContinues || !inValue) {
        readLine(start, end);
      }
    }
    return usages;
  }

  private void readLine(int start, int end) {
    inValue = false;
    switch (view.charAt(start)) {
      case '[' -> place = placeOf(start, end);
      case '#', ';' -> readCommented(start, end);
      default -> readOption(start, end);
    }
  }

  /** After {@code [section]}, or {@code [[phase|file]]} as DevStack's local.conf has it. */
  private OptionNames.Place placeOf(int start, int end) {
    int open = start;
    while (open < end && view.charAt(open) == '[') {
      open++;
    }
    int close = view.indexOf(']', open);
    String name = close < 0 || close > end ? "" : view.substring(open, close).strip();
    int bar = name.indexOf('|');
    return open - start == 2 && bar >= 0
        ? new OptionNames.Place(names.owners().ofReference(name.substring(bar + 1)), "")
        : place.withSection(name);
  }

  /** {@code #key = value} without further words, so that prose about an option is nothing. */
  private void readCommented(int start, int end) {
    int keyStart = trimStart(start + 1, end);
    int separator = view.indexOf('=', keyStart);
    if (separator < 0 || separator >= end) {
      return;
    }
    String value = view.substring(separator + 1, end).strip();
    if (value.indexOf(' ') < 0) {
      names
          .findCommented(place, view.substring(keyStart, separator).strip(), value)
          .ifPresent(option -> usages.add(option.usage(text, start, end)));
    }
  }

  private void readOption(int start, int end) {
    int keyStart = indentationContinues ? start : entryStart(start, end);
    int separator = separator(keyStart, end);
    if (separator == end) {
      return;
    }
    inValue = true;
    String key = view.substring(keyStart, separator).strip();
    boolean quoted =
        key.length() > 1 && isQuote(key.charAt(0)) && key.endsWith(key.substring(0, 1));
    String name = quoted ? key.substring(1, key.length() - 1) : key;
    int valueEnd = indentationContinues ? end : entryEnd(separator, end, quoted);
    String value = view.substring(Math.min(separator + 1, valueEnd), valueEnd).strip();
    Optional<OptionNames.Option> option = names.find(place, name, value);
    if (option.isPresent()) {
      usages.add(option.get().usage(text, keyStart, valueEnd));
    } else if (value.isEmpty() && indentationContinues) {
      readList(keyStart, end, name);
    }
  }

  /** A value that starts on the next line and has a line for each of its parts. */
  private void readList(int keyStart, int keyEnd, String name) {
    StringJoiner value = new StringJoiner(",");
    int end = keyEnd;
    for (int line = text.lineAt(keyEnd) + 1;
        line <= last && value.length() < LONGEST_LIST;
        line++) {
      int lineStart = text.lineStart(line);
      int partEnd = trimEnd(lineStart, lineStart + text.line(line).length());
      int partStart = trimStart(Math.min(lineStart + margin, partEnd), partEnd);
      if (partStart == partEnd || partStart == lineStart + margin) {
        break;
      }
      value.add(view.substring(partStart, partEnd));
      end = partEnd;
    }
    int listEnd = end;
    if (listEnd > keyEnd) {
      names
          .find(place, name, value.toString())
          .ifPresent(option -> usages.add(option.usage(text, keyStart, listEnd)));
    }
  }

  private int separator(int from, int end) {
    int at = from;
    while (at < end && view.charAt(at) != '=' && view.charAt(at) != ':') {
      at++;
    }
    return at;
  }

  /** After the hyphens of YAML's sequences. */
  private int entryStart(int start, int end) {
    int at = start;
    while (at + 1 < end && view.charAt(at) == '-' && view.charAt(at + 1) == ' ') {
      at = trimStart(at + 1, end);
    }
    return at;
  }

  /** Before a comment of YAML and a comma of JSON. */
  private int entryEnd(int separator, int end, boolean quoted) {
    int comment = view.charAt(separator) == ':' ? view.indexOf(" #", separator) : -1;
    int cut = comment >= 0 && comment < end ? trimEnd(separator + 1, comment) : end;
    return quoted && view.charAt(cut - 1) == ',' ? cut - 1 : cut;
  }

  private static boolean isQuote(char one) {
    return one == '"' || one == '\'';
  }

  private int trimStart(int from, int end) {
    int at = from;
    while (at < end && Character.isWhitespace(view.charAt(at))) {
      at++;
    }
    return at;
  }

  private int trimEnd(int start, int from) {
    int at = from;
    while (at > start && Character.isWhitespace(view.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
