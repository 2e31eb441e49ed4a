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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the place for a new import of the standard library, as isort and hacking's H306 want it:
 * among the others of the standard library, in the order of the alphabet.
 */
final class ImportPlace {
  private static final String FUTURE = "__future__";

  private final PythonSource source;
  private final List<Statement> removed;

  /**
   * @param removed imports that another edit deletes
   */
  ImportPlace(PythonSource source, List<Statement> removed) {
    this.source = source;
    this.removed = List.copyOf(removed);
  }

  /**
   * The edit that imports a module.
   *
   * @param before the offset of what needs it
   * @return empty when there is no import at the top to stand next to
   */
  Optional<Edit> insert(String module, int before) {
    List<Statement> imports =
        source.statements().stream()
            .filter(one -> isImport(one) && one.start() < before && standsAlone(one))
            .filter(one -> !moduleOf(one).equals(FUTURE))
            .toList();
    List<Statement> standard =
        imports.stream().filter(one -> StandardModules.contain(moduleOf(one))).toList();
    String line = "import " + module;
    if (!standard.isEmpty()) {
      List<Statement> group = group(standard);
      Optional<Statement> previous = previous(group, module);
      return Optional.of(
          previous.isPresent()
              ? after(previous.get(), line)
              : Edit.insert(lineStart(group.getFirst()), line + lineEnd(group.getFirst())));
    }
    if (imports.isEmpty()) {
      return Optional.empty();
    }
    Statement first = imports.getFirst();
    // In the place of one that goes, it is set off already unless another one follows at once.
    int next = source.text().lineAt(first.end()) + 1;
    boolean setOff =
        removed.contains(first)
            && (next > source.text().lineCount() || source.text().line(next).isBlank());
    String end = lineEnd(first);
    return Optional.of(Edit.insert(lineStart(first), line + end + (setOff ? "" : end)));
  }

  /** The first run of them without a blank line in between. */
  private List<Statement> group(List<Statement> standard) {
    List<Statement> group = new ArrayList<>();
    for (Statement one : standard) {
      if (!group.isEmpty()
          && source.text().lineAt(one.start()) > source.text().lineAt(group.getLast().end()) + 1) {
        break;
      }
      group.add(one);
    }
    return group;
  }

  /** The one to stand after: by name in a group that is ordered so, else after plain imports. */
  private static Optional<Statement> previous(List<Statement> group, String module) {
    boolean byName = isOrdered(group);
    return group.stream()
        .filter(one -> byName || one instanceof Statement.Import)
        .filter(one -> key(one).compareTo(module) < 0)
        .reduce((first, second) -> second);
  }

  private static boolean isOrdered(List<Statement> group) {
    List<String> keys = group.stream().map(ImportPlace::key).toList();
    return keys.equals(keys.stream().sorted(Comparator.naturalOrder()).toList());
  }

  private static String key(Statement statement) {
    return (statement instanceof Statement.ImportFrom from
            ? from.module() + "." + from.names().getFirst().name()
            : moduleOf(statement))
        .toLowerCase(Locale.ROOT);
  }

  private static boolean isImport(Statement statement) {
    return statement instanceof Statement.Import
        || (statement instanceof Statement.ImportFrom from && from.level() == 0);
  }

  private static String moduleOf(Statement statement) {
    return statement instanceof Statement.Import one
        ? one.names().getFirst().name()
        : ((Statement.ImportFrom) statement).module();
  }

  private boolean standsAlone(Statement statement) {
    EntryLines lines = new EntryLines(source.text());
    String after = lines.after(statement.end());
    return lines.before(statement.start()).isEmpty() && (after.isEmpty() || after.startsWith("#"));
  }

  private Edit after(Statement statement, String line) {
    int last = source.text().lineAt(statement.end());
    if (last < source.text().lineCount()) {
      return Edit.insert(source.text().lineStart(last + 1), line + lineEnd(statement));
    }
    return Edit.insert(source.source().length(), lineEnd(statement) + line);
  }

  private int lineStart(Statement statement) {
    return source.text().lineStart(source.text().lineAt(statement.start()));
  }

  /** The line end of the line that a statement starts on. */
  private String lineEnd(Statement statement) {
    int feed = source.source().indexOf('\n', statement.start());
    return feed > 0 && source.source().charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }
}
