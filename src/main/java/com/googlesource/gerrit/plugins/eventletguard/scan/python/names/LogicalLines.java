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

package com.googlesource.gerrit.plugins.eventletguard.scan.python.names;

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.TriggerWords;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Outline.Kind;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Outline.Line;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The logical lines of a module, and what stands in them as far as that shows without parsing. */
final class LogicalLines {
  /** What every way to import has in it. */
  private static final String IMPORT = "import";

  private static final String FROM = "from ";

  private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^\\w.*]+");

  /** The words before one of several values. */
  private static final List<String> CHOICES = List.of(" or", " and", " else", "(or", "(and");

  /** Visits what stands in a logical line, rather than in a comment or in documentation. */
  @FunctionalInterface
  interface Visitor {
    void found(int word, int start, int line);
  }

  private final SourceText text;

  /** Of the text, to search in. */
  private final byte[] bytes;

  private final List<Line> lines;

  /**
   * @param bytes those that {@link RelevantWords#bytes} makes of the text
   */
  LogicalLines(SourceText text, byte[] bytes, List<Line> lines) {
    this.text = text;
    this.bytes = bytes;
    this.lines = lines;
  }

  SourceText text() {
    return text;
  }

  /** A byte for each character of the text. */
  byte[] bytes() {
    return bytes;
  }

  List<Line> all() {
    return lines;
  }

  /** The text of a line, without its indentation. */
  String text(int line) {
    return text.text().substring(lines.get(line).start(), lines.get(line).end());
  }

  /** Visits every occurrence of a word in the lines, in their order. */
  void visit(TriggerWords search, Visitor visitor) {
    search.visit(bytes, inLines(0, 0, visitor));
  }

  /** Visits every occurrence of a word in some of the lines, in their order. */
  void visit(TriggerWords search, BitSet some, Visitor visitor) {
    some.stream()
        .forEach(
            line -> {
              int start = lines.get(line).start();
              int lineBreak = text.text().indexOf('\n', lines.get(line).end());
              search.visit(
                  Arrays.copyOfRange(bytes, start, lineBreak < 0 ? bytes.length : lineBreak),
                  inLines(line, start, visitor));
            });
  }

  private TriggerWords.Visitor inLines(int first, int offset, Visitor visitor) {
    return new TriggerWords.Visitor() {
      private int line = first;

      @Override
      public boolean found(int word, int place) {
        int start = offset + place;
        while (line < lines.size() && lines.get(line).end() <= start) {
          line++;
        }
        if (line < lines.size()
            && lines.get(line).start() <= start
            && lines.get(line).kind() != Kind.TEXT) {
          visitor.found(word, start, line);
        }
        return line < lines.size();
      }
    };
  }

  boolean holdsImport(int line) {
    int found = text.text().indexOf(IMPORT, lines.get(line).start(), lines.get(line).end());
    return found >= 0;
  }

  boolean startsWithFrom(int line) {
    return text.text().startsWith(FROM, lines.get(line).start());
  }

  /** Whether a line imports, and may import what concerns the roots. */
  boolean importsAny(int line, SymbolRoots roots) {
    if (!holdsImport(line) || !startsWithFrom(line)) {
      return holdsImport(line);
    }
    List<String> names = NOT_IN_A_NAME.splitAsStream(text(line)).toList();
    String module = names.size() > 1 ? names.get(1) : "";
    return names.stream()
        .skip(3) // from module import
        .anyMatch(name -> name.equals("*") || roots.concern(module + "." + name));
  }

  /** Whether a name at an offset may come to stand for something else there. */
  boolean isBound(String name, int start, int line) {
    String before = text.text().substring(lines.get(line).start(), start);
    String after = text.text().substring(start + name.length(), lines.get(line).end());
    return (before.indexOf('=') < 0 && before.indexOf('(') < 0 && after.indexOf('=') >= 0)
        || after.stripLeading().startsWith(":=");
  }

  /**
   * Whether what stands at an offset may be given another name there: it is all or part of a value
   * that is assigned, or the default of a parameter.
   */
  boolean isGivenName(int start, int line) {
    String before = text.text().substring(lines.get(line).start(), start).stripTrailing();
    if (before.endsWith("=")) {
      return before.endsWith(":=")
          || before.indexOf('(') < 0
          || lines.get(line).kind() == Kind.DEFINITION;
    }
    return (before.indexOf('=') >= 0 && before.indexOf('(') < 0)
        || CHOICES.stream().anyMatch(before::endsWith);
  }

  /** Whether a string starts with what stands at an offset. */
  boolean isQuoted(int offset) {
    return offset > 0 && "\"'".indexOf(text.text().charAt(offset - 1)) >= 0;
  }

  /** Whether what stands between two offsets is a name, and no part of one. */
  boolean isName(int start, int end) {
    return (start == 0 || !Character.isJavaIdentifierPart(text.text().charAt(start - 1)))
        && (end == text.text().length()
            || !Character.isJavaIdentifierPart(text.text().charAt(end)));
  }

  /**
   * The names after the dot that stands at an offset, with the dots between them; empty where
   * anything else does.
   */
  Optional<String> attributes(int offset) {
    int end = offset;
    while (text.text().startsWith(".", end) && endOfName(end + 1) > end + 1) {
      end = endOfName(end + 1);
    }
    return end > offset ? Optional.of(text.text().substring(offset + 1, end)) : Optional.empty();
  }

  int endOfName(int start) {
    int end = start;
    while (end < text.text().length() && Character.isJavaIdentifierPart(text.text().charAt(end))) {
      end++;
    }
    return end;
  }
}
