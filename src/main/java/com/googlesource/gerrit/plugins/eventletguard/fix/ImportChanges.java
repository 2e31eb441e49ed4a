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

import com.googlesource.gerrit.plugins.eventletguard.rules.SymbolNames;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The imports that go because nothing uses them any longer, and those that come. */
final class ImportChanges {
  /** A comment that says that an import is there on purpose. */
  private static final String KEPT = "noqa";

  private static final String PACKAGE_MODULE = "__init__.py";

  private final PythonSource source;
  private final List<Finding> replaced;
  private final List<Imported> imports = new ArrayList<>();

  /** A name that an import binds, and where. */
  private record Imported(
      PythonSource.Placed place, Statement.Alias alias, String name, String symbol) {}

  /**
   * @param replaced usages that another edit replaces, each a dotted chain
   */
  ImportChanges(PythonSource source, List<Finding> replaced) {
    this.source = source;
    this.replaced = List.copyOf(replaced);
    source.forEach(this::collect);
  }

  private void collect(PythonSource.Placed place) {
    if (place.statement() instanceof Statement.Import statement) {
      for (Statement.Alias alias : statement.names()) {
        String top = alias.name().replaceFirst("\\..*", "");
        imports.add(new Imported(place, alias, alias.asName().orElse(top), alias.name()));
      }
    } else if (place.statement() instanceof Statement.ImportFrom statement) {
      for (Statement.Alias alias : statement.names()) {
        imports.add(
            new Imported(
                place,
                alias,
                alias.asName().orElse(alias.name()),
                ".".repeat(statement.level()) + statement.module() + "." + alias.name()));
      }
    }
  }

  /**
   * The edits of the imports.
   *
   * @param modules of the standard library that the replaced usages need now
   * @return empty when a usage's name comes from elsewhere, or a module's name means something else
   */
  Optional<List<Edit>> edits(Set<String> modules) {
    List<Imported> unused = new ArrayList<>();
    for (String name : replaced.stream().map(this::baseName).distinct().toList()) {
      List<Imported> binding = imports.stream().filter(one -> one.name().equals(name)).toList();
      if (binding.stream().noneMatch(this::leadsToReplaced)) {
        return Optional.empty();
      }
      if (binding.stream().allMatch(this::leadsToReplaced) && isUnused(name, binding)) {
        unused.addAll(binding);
      }
    }
    List<Statement> removed = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    unused.stream()
        .map(Imported::place)
        .distinct()
        .forEach(place -> edits.addAll(remove(place, unused, removed)));
    List<Edit> added = new ArrayList<>();
    for (String module : modules) {
      if (!mayImport(module)) {
        return Optional.empty();
      }
      if (!isImported(module)) {
        Optional<Edit> edit = new ImportPlace(source, removed).insert(module, firstUse());
        if (edit.isEmpty()) {
          return Optional.empty();
        }
        added.add(edit.get());
      }
    }
    removed.forEach(statement -> edits.add(removeLines(statement, added)));
    edits.addAll(added);
    return Optional.of(edits);
  }

  private int firstUse() {
    return replaced.stream().mapToInt(finding -> source.start(finding.range())).min().orElse(0);
  }

  private String baseName(Finding finding) {
    return source.spelling(source.tokens().get(source.tokenFrom(source.start(finding.range()))));
  }

  private boolean leadsToReplaced(Imported imported) {
    return replaced.stream()
        .map(finding -> SymbolNames.canonical(finding.usage().symbol()))
        .anyMatch(
            symbol -> {
              String top = symbol.substring(0, symbol.indexOf('.'));
              String from = SymbolNames.canonical(imported.symbol());
              return from.equals(top)
                  || (symbol + ".").startsWith(from + ".")
                  || (imported.alias().asName().isEmpty()
                      && imported.place().statement() instanceof Statement.Import
                      && from.startsWith(top + "."));
            });
  }

  /** Whether a name stands only in its imports and in what is replaced. */
  private boolean isUnused(String name, List<Imported> binding) {
    if (source.text().path().endsWith(PACKAGE_MODULE)) {
      return false; // what a package imports it may offer to others
    }
    return source.occurrences(name).stream()
        .allMatch(
            token ->
                binding.stream().anyMatch(one -> isInside(token, one.place().statement()))
                    || replaced.stream()
                        .anyMatch(finding -> token.start() == source.start(finding.range())));
  }

  private static boolean isInside(Token token, Statement statement) {
    return statement.start() <= token.start() && token.end() <= statement.end();
  }

  /** Edits a statement, or adds it to those that go altogether; one that cannot go stays. */
  private List<Edit> remove(
      PythonSource.Placed place, List<Imported> unused, List<Statement> removed) {
    Statement statement = place.statement();
    List<Statement.Alias> names =
        statement instanceof Statement.Import one
            ? one.names()
            : ((Statement.ImportFrom) statement).names();
    List<Statement.Alias> going =
        unused.stream()
            .filter(one -> one.place().statement() == statement)
            .map(Imported::alias)
            .toList();
    EntryLines lines = new EntryLines(source.text());
    String after = lines.after(statement.end());
    if (after.contains(KEPT)) {
      return List.of();
    }
    if (going.size() < names.size()) {
      return removeNames(names, going);
    }
    boolean alone =
        lines.before(statement.start()).isBlank() && (after.isEmpty() || after.startsWith("#"));
    // A block has to keep a statement.
    if (alone && place.block().size() > 1) {
      removed.add(statement);
    }
    return List.of();
  }

  private Edit removeLines(Statement statement, List<Edit> added) {
    SourceText text = source.text();
    int first = text.lineAt(statement.start());
    int last = text.lineAt(statement.end());
    // Where another import takes its place, the blank lines around it stay.
    return added.stream().anyMatch(edit -> edit.start() == text.lineStart(first))
        ? Edit.delete(text.lineStart(first), text.lineStart(last + 1))
        : new EntryLines(text).deleteLines(first, last);
  }

  /** Some of the names, each with a comma; names on lines of their own leave no empty line. */
  private List<Edit> removeNames(List<Statement.Alias> names, List<Statement.Alias> going) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (going.contains(names.get(i))) {
        boolean last = going.containsAll(names.subList(i, names.size()));
        Edit edit =
            last
                ? Edit.delete(names.get(i - 1).end(), names.get(i).end())
                : Edit.delete(names.get(i).start(), names.get(i + 1).start());
        if (source.source().substring(edit.start(), edit.end()).contains("#")) {
          return List.of(); // a comment would be lost, or be about another name
        }
        edits.add(edit);
      }
    }
    return edits;
  }

  /** Whether an import at the top would mean the same everywhere, and hide nothing. */
  private boolean mayImport(String module) {
    boolean bound =
        imports.stream()
            .anyMatch(
                one ->
                    one.name().equals("*")
                        || (one.name().equals(module) && !one.symbol().equals(module)));
    return !bound
        && source.occurrences(module).stream()
            .allMatch(
                token ->
                    token.type() == Token.Type.STRING
                        || source.isAt(source.tokenFrom(token.end()), ".")
                        || imports.stream()
                            .anyMatch(one -> isInside(token, one.place().statement())));
  }

  private boolean isImported(String module) {
    return imports.stream()
        .anyMatch(
            one ->
                one.place().top()
                    && one.name().equals(module)
                    && one.place().statement().start() < firstUse());
  }
}
