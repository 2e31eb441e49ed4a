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

import com.googlesource.gerrit.plugins.eventletguard.scan.ScanTrace;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Excerpt;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Outline;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.PlainImport;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a module's source that can matter for its usages. A line is relevant when it holds
 * words that stand together where a usage is, a name that may start a root, or a name that stands
 * for what leads to one; no line of documentation is. A definition with no relevant line is left
 * out, and so is each other statement that only computes or binds, and each compound one after
 * which the rest runs whatever happens in it. What decides which statements run stays, without the
 * value that a function returns. As parsing costs far more than searching, and few lines are
 * relevant, this decides how long a file takes.
 */
public final class RelevantSource {
  /** A file that needs more rounds than this is read as a whole. */
  private static final int MAX_ROUNDS = 4;

  private final LogicalLines lines;
  private final BitSet relevant = new BitSet();

  /** Lines that tell by themselves that the file can hold anything. */
  private final BitSet proofs = new BitSet();

  /** What has marked the lines, and what was parsed in between. */
  private final List<LineSearch> searches = new ArrayList<>();

  private final List<ReducedSource> parsed = new ArrayList<>();

  /** The followed names that were searched for, and what they may stand for. */
  private final Map<String, FollowedNames.Meaning> searched = new HashMap<>();

  private int rounds;

  private RelevantSource(LogicalLines lines) {
    this.lines = lines;
  }

  /**
   * The relevant part of a file, or empty when nothing in it can matter.
   *
   * @param words what makes a line relevant
   * @param offered which of the lines that import make up for the word; empty when all do
   */
  public static Optional<RelevantSource> of(
      SourceText text, RelevantWords words, Optional<OfferedImports> offered) {
    byte[] bytes = RelevantWords.bytes(text.text());
    RelevantSource source =
        new RelevantSource(new LogicalLines(text, bytes, Outline.of(text.text(), bytes)));
    return source.mark(new WordSearch(words, offered)) ? Optional.of(source) : Optional.empty();
  }

  /**
   * Marks the lines that hold what matters.
   *
   * @return whether anything can matter; the words may all have stood in comments
   */
  private boolean mark(WordSearch search) {
    searches.add(search);
    boolean matters = search.markAll(lines, relevant, proofs);
    return (matters && !relevant.isEmpty()) || lines.all().isEmpty();
  }

  SourceText text() {
    return lines.text();
  }

  /** The relevant lines that import, as far as they can be read without the parser. */
  List<Statement> plainImports() {
    return relevant.stream()
        .mapToObj(line -> PlainImport.read(lines.text(line)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** As much of the source as is going to be parsed first. */
  public String parsedText() {
    return isReduced() ? ReducedSource.of(lines, relevant).text() : text().text();
  }

  /** Whether some of the source may be left out. */
  boolean isReduced() {
    return relevant.cardinality() < lines.all().size();
  }

  /** Leaves nothing out any more. */
  void restore() {
    relevant.set(0, lines.all().size());
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
        && extend(new NameSearch(names, followed::leadOn, followed::standsForItself));
  }

  /**
   * Makes the lines relevant that hold one of these names.
   *
   * @return whether that are more lines than before
   */
  boolean extend(Set<String> names) {
    return !names.isEmpty()
        && isReduced()
        && extend(new NameSearch(names, (name, attributes) -> true, (name, line) -> true));
  }

  private boolean extend(NameSearch search) {
    int before = relevant.cardinality();
    searches.add(search);
    search.markAll(lines, relevant);
    boolean grown = relevant.cardinality() > before;
    if (grown && ++rounds == MAX_ROUNDS) {
      restore();
    }
    return grown;
  }

  /** What to parse of a source that is reduced. */
  Excerpt excerpt() {
    ReducedSource reduced = ReducedSource.of(lines, relevant);
    parsed.add(reduced);
    return reduced.excerpt();
  }

  /** How the lines were chosen; empty where none may be left out. */
  public Optional<ScanTrace> trace() {
    return isReduced()
        ? Optional.of(SourceTrace.of(lines, searches, parsed, proofs))
        : Optional.empty();
  }
}
