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
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Excerpt;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Outline;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Outline.Kind;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Outline.Line;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.PlainImport;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The part of a module's source that can matter for its usages. A line is relevant when it holds
 * words that stand together where a usage is, a name that may start a root, or a name that stands
 * for what leads to one. A definition with no relevant line is left out, and so is each other
 * statement that only computes or binds and is not relevant. What decides which statements run
 * stays. As parsing costs far more than searching, and few lines are relevant, this decides how
 * long a file takes.
 */
public final class RelevantSource {
  /** A file that needs more rounds than this is read as a whole. */
  private static final int MAX_ROUNDS = 4;

  /** What every way to import has in it. */
  private static final String IMPORT = "import";

  private static final String FROM = "from ";

  private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^\\w.*]+");

  /** The words before one of several values. */
  private static final List<String> CHOICES = List.of(" or", " and", " else", "(or", "(and");

  private final SourceText text;

  /** Of the text, to search in. */
  private final byte[] bytes;

  private final List<Line> lines;
  private final BitSet relevant;

  /** The followed names that were searched for, and what they may stand for. */
  private final Map<String, FollowedNames.Meaning> searched = new HashMap<>();

  private int rounds;

  private RelevantSource(SourceText text, byte[] bytes) {
    this.text = text;
    this.bytes = bytes;
    this.lines = Outline.of(text.text(), bytes);
    this.relevant = new BitSet(lines.size());
  }

  /**
   * The relevant part of a file, or empty when nothing in it can matter.
   *
   * @param words what makes a line relevant
   * @param offered which of the lines that import make up for the word; empty when all do
   */
  public static Optional<RelevantSource> of(
      SourceText text, RelevantWords words, Optional<OfferedImports> offered) {
    RelevantSource source = new RelevantSource(text, RelevantWords.bytes(text.text()));
    return source.mark(words, offered) ? Optional.of(source) : Optional.empty();
  }

  /** Visits what stands in a logical line, rather than in a comment. */
  @FunctionalInterface
  private interface InLine {
    void found(int word, int start, int line);
  }

  private TriggerWords.Visitor inLines(InLine visitor) {
    return new TriggerWords.Visitor() {
      private int line;

      @Override
      public boolean found(int word, int start) {
        while (line < lines.size() && lines.get(line).end() <= start) {
          line++;
        }
        if (line < lines.size() && lines.get(line).start() <= start) {
          visitor.found(word, start, line);
        }
        return line < lines.size();
      }
    };
  }

  /**
   * Marks the lines that hold what matters.
   *
   * @return whether anything can matter; the words may all have stood in comments
   */
  private boolean mark(RelevantWords words, Optional<OfferedImports> offered) {
    Marker marker = new Marker(words, offered);
    words.visit(bytes, inLines(marker));
    return (marker.matters && !relevant.isEmpty()) || lines.isEmpty();
  }

  /** Marks lines and notes whether all the words of a set stand anywhere. */
  private final class Marker implements InLine {
    private final RelevantWords words;
    private final Optional<OfferedImports> offered;

    /** The words that were asked for in the line, and in the text. */
    private final BitSet inThisLine = new BitSet();

    private final BitSet inAnyLine = new BitSet();
    private int thisLine;
    private boolean matters;

    Marker(RelevantWords words, Optional<OfferedImports> offered) {
      this.words = words;
      this.offered = offered;
    }

    @Override
    public void found(int word, int start, int line) {
      if (line != thisLine) {
        inThisLine.clear();
        thisLine = line;
      }
      if (!matters && !inAnyLine.get(word)) {
        inAnyLine.set(word);
        matters = words.completesIn(text.text(), 0, text.text().length(), word);
      }
      if (relevant.get(line)) {
        return;
      }
      if (!inThisLine.get(word)) {
        inThisLine.set(word);
        if (words.completesIn(text.text(), lines.get(line).start(), lines.get(line).end(), word)) {
          relevant.set(line);
        } else if (words.isOfImports(word)) {
          markImports(line);
        }
      }
      words.firstPart(word).ifPresent(name -> markRoot(name, start, line));
    }

    /** Looks at a line that may import anything. */
    private void markImports(int line) {
      if (offered.isPresent() && holdsImport(line) && offered.get().mayComeWith(text(line))) {
        relevant.set(line);
        matters = true;
      }
      int start = lines.get(line).start();
      while (start < lines.get(line).end()) {
        int end = endOfName(start);
        String name = text.text().substring(start, end);
        if (words.roots().firstParts().contains(name)) {
          markRoot(name, start, line);
        }
        start = Math.max(end, start + 1);
      }
    }

    private void markRoot(String name, int start, int line) {
      markName(
          name,
          start,
          line,
          attribute -> words.roots().concern(name + "." + attribute),
          () -> importsAny(line, words.roots()) || isQuoted(start));
    }
  }

  /**
   * Makes a line relevant that holds a name, unless what stands there leads to nothing that is
   * looked for.
   *
   * @param leadsOn whether an attribute of it does; an import of one binds the name itself
   * @param standsForItself whether the name alone does
   */
  private void markName(
      String name,
      int start,
      int line,
      Predicate<String> leadsOn,
      BooleanSupplier standsForItself) {
    int end = start + name.length();
    if (relevant.get(line) || !isName(start, end)) {
      return;
    }
    Optional<String> attribute = attribute(end);
    boolean matters =
        attribute.isPresent()
            ? leadsOn.test(attribute.get()) || (holdsImport(line) && !startsWithFrom(line))
            : standsForItself.getAsBoolean();
    if (matters) {
      relevant.set(line);
    }
  }

  private boolean holdsImport(int line) {
    int found = text.text().indexOf(IMPORT, lines.get(line).start(), lines.get(line).end());
    return found >= 0;
  }

  /** Whether a line imports, and may import what concerns the roots. */
  private boolean importsAny(int line, SymbolRoots roots) {
    if (!holdsImport(line) || !startsWithFrom(line)) {
      return holdsImport(line);
    }
    List<String> names = NOT_IN_A_NAME.splitAsStream(text(line)).toList();
    String module = names.size() > 1 ? names.get(1) : "";
    return names.stream()
        .skip(3) // from module import
        .anyMatch(name -> name.equals("*") || roots.concern(module + "." + name));
  }

  private String text(int line) {
    return text.text().substring(lines.get(line).start(), lines.get(line).end());
  }

  /** Whether a name at an offset may come to stand for something else there. */
  private boolean isBound(String name, int start, int line) {
    String before = text.text().substring(lines.get(line).start(), start);
    String after = text.text().substring(start + name.length(), lines.get(line).end());
    return (before.indexOf('=') < 0 && before.indexOf('(') < 0 && after.indexOf('=') >= 0)
        || after.stripLeading().startsWith(":=");
  }

  /**
   * Whether what stands at an offset may be given another name there: it is all or part of a value
   * that is assigned, or the default of a parameter.
   */
  private boolean isGivenName(int start, int line) {
    String before = text.text().substring(lines.get(line).start(), start).stripTrailing();
    if (before.endsWith("=")) {
      return before.endsWith(":=")
          || before.indexOf('(') < 0
          || lines.get(line).kind() == Kind.DEFINITION;
    }
    return (before.indexOf('=') >= 0 && before.indexOf('(') < 0)
        || CHOICES.stream().anyMatch(before::endsWith);
  }

  private boolean startsWithFrom(int line) {
    return text.text().startsWith(FROM, lines.get(line).start());
  }

  /** Whether a string starts with what stands at an offset. */
  private boolean isQuoted(int offset) {
    return offset > 0 && "\"'".indexOf(text.text().charAt(offset - 1)) >= 0;
  }

  /** The name after the dot that stands at an offset; empty where anything else does. */
  private Optional<String> attribute(int offset) {
    if (!text.text().startsWith(".", offset)) {
      return Optional.empty();
    }
    int end = endOfName(offset + 1);
    return end > offset + 1
        ? Optional.of(text.text().substring(offset + 1, end))
        : Optional.empty();
  }

  private int endOfName(int start) {
    int end = start;
    while (end < text.text().length() && Character.isJavaIdentifierPart(text.text().charAt(end))) {
      end++;
    }
    return end;
  }

  SourceText text() {
    return text;
  }

  /** The relevant lines that import, as far as they can be read without the parser. */
  List<Statement> plainImports() {
    return relevant.stream()
        .mapToObj(line -> PlainImport.read(text(line)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** As much of the source as is going to be parsed first. */
  public String parsedText() {
    return isReduced() ? excerpt().text() : text.text();
  }

  /** Whether some of the source may be left out. */
  boolean isReduced() {
    return relevant.cardinality() < lines.size();
  }

  /** Leaves nothing out any more. */
  void restore() {
    relevant.set(0, lines.size());
  }

  /**
   * Makes the lines relevant that hold one of these names.
   *
   * @return whether that are more lines than before
   */
  boolean extend(FollowedNames followed) {
    Set<String> names = new LinkedHashSet<>(followed.names());
    if (!names.isEmpty()) {
      names.add(StarNames.ALL);
    }
    // What a name that means the same made relevant is relevant.
    names.removeIf(
        name -> followed.meaning(name).equals(searched.put(name, followed.meaning(name))));
    return !names.isEmpty()
        && isReduced()
        && extend(names, followed::leadOn, followed::standsForItself);
  }

  /**
   * Makes the lines relevant that hold one of these names.
   *
   * @return whether that are more lines than before
   */
  boolean extend(Set<String> names) {
    return !names.isEmpty()
        && isReduced()
        && extend(names, (name, attribute) -> true, (name, line) -> true);
  }

  /**
   * @param leadsOn whether an attribute of a name leads to what is looked for
   * @param standsForItself whether a name without one matters in a line with this text
   */
  private boolean extend(
      Set<String> wanted,
      BiPredicate<String, String> leadsOn,
      BiPredicate<String, String> standsForItself) {
    int before = relevant.cardinality();
    List<String> names = List.copyOf(wanted);
    TriggerWords.asSpelled(names)
        .visit(
            bytes,
            inLines(
                (name, start, line) ->
                    markName(
                        names.get(name),
                        start,
                        line,
                        attribute -> leadsOn.test(names.get(name), attribute),
                        () ->
                            standsForItself.test(names.get(name), text(line))
                                || holdsImport(line)
                                || isBound(names.get(name), start, line)
                                || isGivenName(start, line))));
    boolean grown = relevant.cardinality() > before;
    if (grown && ++rounds == MAX_ROUNDS) {
      restore();
    }
    return grown;
  }

  /** What to parse of a source that is reduced. */
  Excerpt excerpt() {
    Excerpt excerpt = new Excerpt(text.text());
    int line = 0;
    while (line < lines.size()) {
      int header = header(line);
      int end = endOfBlock(header);
      int nextRelevant = relevant.nextSetBit(line);
      if (end > header && (nextRelevant < 0 || nextRelevant >= end)) {
        excerpt.leaveOut(lines.get(line));
        line = end;
      } else {
        lines.subList(line, header + 1).forEach(excerpt::add);
        line = header + 1;
      }
    }
    return excerpt;
  }

  /** The index of the line that a line decorates, or its own. */
  private int header(int line) {
    int header = line;
    while (lines.get(header).kind() == Kind.DECORATOR && header + 1 < lines.size()) {
      header++;
    }
    return header;
  }

  /**
   * The index after the last line of what may be blanked as a whole: a definition with its body or
   * a plain statement. The line's own index when it is neither.
   */
  private int endOfBlock(int header) {
    return switch (lines.get(header).kind()) {
      case PLAIN -> header + 1;
      case DEFINITION -> {
        int end = header + 1;
        while (end < lines.size()
            && lines.get(end).indentation() > lines.get(header).indentation()) {
          end++;
        }
        yield end;
      }
      case DECORATOR, OTHER -> header;
    };
  }

  private boolean isName(int start, int end) {
    return (start == 0 || !Character.isJavaIdentifierPart(text.text().charAt(start - 1)))
        && (end == text.text().length()
            || !Character.isJavaIdentifierPart(text.text().charAt(end)));
  }
}
