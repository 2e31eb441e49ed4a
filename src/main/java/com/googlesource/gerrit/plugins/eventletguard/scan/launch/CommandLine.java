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

package com.googlesource.gerrit.plugins.eventletguard.scan.launch;

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * One command of a line, as words. It serves shells, container files, units, YAML and JSON alike:
 * white space, quotes, commas and brackets around words separate them, and a backslash at the end
 * of a line continues it. What is quoted twice over is read as if it were not.
 *
 * @param words at least one
 */
public record CommandLine(List<Word> words) {
  /**
   * One word.
   *
   * @param start offset of its first character in the file
   * @param end offset after its last one
   */
  public record Word(int start, int end, String text) {
    /** The program that a path names. */
    public String program() {
      return text.substring(text.lastIndexOf('/') + 1);
    }
  }

  private static final String COMMAND_ENDS = ";|&\n";
  private static final String SEPARATORS = " \t\r\"'`,()";

  public CommandLine {
    words = List.copyOf(words);
  }

  /** Every command of a text, comments left out. */
  public static List<CommandLine> of(SourceText text) {
    return new Reader(text.text()).read();
  }

  /** The words after one. */
  public List<Word> after(int index) {
    return words.subList(index + 1, words.size());
  }

  /** Reads a text once from its start to its end. */
  private static final class Reader {
    private final String text;
    private final List<CommandLine> commands = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private int wordStart = -1;
    private int brackets;

    Reader(String text) {
      this.text = text;
    }

    List<CommandLine> read() {
      int at = 0;
      while (at < text.length()) {
        char one = text.charAt(at);
        if (one == '#' && startsComment(at)) {
          endWord(at);
          at = endOfLine(at);
        } else if (one == '\\' && isEndOfLine(at + 1)) {
          endWord(at);
          at = endOfLine(at) + 1;
        } else {
          read(one, at);
          at++;
        }
      }
      endWord(text.length());
      endCommand();
      return commands;
    }

    private void read(char one, int at) {
      if (COMMAND_ENDS.indexOf(one) >= 0) {
        endWord(at);
        endCommand();
      } else if (SEPARATORS.indexOf(one) >= 0
          || (one == '[' && wordStart < 0)
          || (one == ']' && brackets == 0)) {
        endWord(at);
      } else {
        if (wordStart < 0) {
          wordStart = at;
        }
        if (one == '[') {
          brackets++;
        } else if (one == ']') {
          brackets--;
        }
      }
    }

    private boolean startsComment(int at) {
      return at == 0 || Character.isWhitespace(text.charAt(at - 1));
    }

    private boolean isEndOfLine(int at) {
      return at < text.length()
          && (text.charAt(at) == '\n' || (text.charAt(at) == '\r' && isEndOfLine(at + 1)));
    }

    private int endOfLine(int from) {
      int end = text.indexOf('\n', from);
      return end < 0 ? text.length() : end;
    }

    private void endWord(int end) {
      if (wordStart >= 0) {
        words.add(new Word(wordStart, end, text.substring(wordStart, end)));
        wordStart = -1;
        brackets = 0;
      }
    }

    private void endCommand() {
      if (!words.isEmpty()) {
        commands.add(new CommandLine(words));
        words.clear();
      }
    }
  }
}
