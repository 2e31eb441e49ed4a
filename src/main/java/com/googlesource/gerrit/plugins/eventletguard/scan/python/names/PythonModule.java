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

import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.Via;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Export;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Node;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.PythonParser;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A parsed module with its names resolved: what everything that looks for usages in Python starts
 * from.
 *
 * @param text the file
 * @param statements its syntax tree, without what is not relevant
 * @param imports every import of a symbol that the roots cover, static or dynamic
 * @param references every use of a name that stands for such a symbol, whatever it is called here
 * @param calls every call, in no particular order
 * @param attributes every dotted chain in full, whatever its names stand for, in no particular
 *     order
 * @param assignments every target of a plain assignment with its value, in no particular order
 * @param comments its comments that speak to checkers
 * @param exports what it offers to other modules of what the roots cover
 */
public record PythonModule(
    SourceText text,
    List<Statement> statements,
    List<Reference> imports,
    List<Reference> references,
    List<CallSite> calls,
    List<AttributeSite> attributes,
    List<AssignmentSite> assignments,
    Comments comments,
    List<Export> exports) {

  /**
   * A place that refers to a symbol.
   *
   * @param node the alias of an import, the string of a dynamic one, or the dotted chain
   * @param symbol the full dotted name
   * @param unit the statement around it
   * @param via the way to it through other modules of the tree; empty when there are none
   */
  public record Reference(Node node, String symbol, Unit unit, Optional<Via> via) {
    /** A place that refers to a symbol by its own name. */
    Reference(Node node, String symbol, Unit unit) {
      this(node, symbol, unit, Optional.empty());
    }
  }

  /** A call and the statement around it. */
  public record CallSite(Expression.Call call, Unit unit) {}

  /** A dotted chain and the statement around it. */
  public record AttributeSite(Expression.Attribute attribute, Unit unit) {}

  /** A target that a statement assigns a value to. */
  public record AssignmentSite(Expression target, Expression value, Unit unit) {}

  /** A usage in this module of what a reference refers to, to which the place adds a context. */
  public Usage usage(UsageKind kind, Reference reference, String context) {
    return usage(kind, reference.symbol(), reference.node(), reference.unit(), context)
        .via(reference.via());
  }

  /** A usage in this module, at a part of it. */
  public Usage usage(UsageKind kind, String symbol, Node node, Unit unit) {
    return usage(kind, symbol, node, unit, "");
  }

  /** A usage in this module to whose meaning the place adds a context. */
  public Usage usage(UsageKind kind, String symbol, Node node, Unit unit, String context) {
    return new Usage(
        kind,
        symbol,
        text.range(node.start(), node.end()),
        text.text().substring(node.start(), node.end()),
        unit.key(),
        context,
        unit.surroundings().withMarks(comments.marks(unit)));
  }

  /**
   * Parses what is relevant of a file and follows the names that stand for what the roots cover.
   *
   * @param reexports what other modules of the same tree offer of that
   * @param leads names whose lines tell more about what such a module holds
   */
  public static PythonModule of(
      RelevantSource source,
      SymbolRoots roots,
      Reexports reexports,
      Function<PythonModule, Set<String>> leads) {
    ReexportResolver resolver = new ReexportResolver(source.text().path(), roots, reexports);
    SymbolRoots all = roots.and(reexports.fullNames());
    ImportedNames imported = new ImportedNames(source.text().path(), reexports);
    source.extend(ModuleAnalysis.followedNames(source.plainImports(), all, imported));
    PythonModule module;
    do {
      module = read(source, all, imported, resolver);
    } while (source.extend(leads.apply(module)));
    return module;
  }

  private static PythonModule read(
      RelevantSource source, SymbolRoots all, ImportedNames imported, ReexportResolver resolver) {
    SourceText text = source.text();
    List<Statement> statements;
    ModuleAnalysis analysis;
    do {
      statements = parse(source);
      analysis = new ModuleAnalysis(text.text(), statements, all, imported);
    } while (source.extend(analysis.followedNames()));
    Collected collected = analysis.run();
    return new PythonModule(
        text,
        statements,
        resolver.resolve(collected.imports()),
        resolver.resolve(collected.references()),
        collected.calls(),
        collected.attributes(),
        collected.assignments(),
        new Comments(text),
        resolver.exports(collected.offers()));
  }

  private static List<Statement> parse(RelevantSource source) {
    if (source.isReduced()) {
      Optional<List<Statement>> statements = PythonParser.parse(source.excerpt());
      if (statements.isPresent()) {
        return statements.get();
      }
      source.restore();
    }
    return PythonParser.parse(source.text().text());
  }
}
