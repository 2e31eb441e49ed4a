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

import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Follows the names of one module, statement by statement, as Python runs it: the module's own
 * statements first, then the functions, which see what is bound around them in the end. What flows
 * backwards, through loops and {@code global}, is learned in one pass and used in the next.
 */
final class ModuleAnalysis {
  /** More passes change nothing in code that people write. */
  private static final int MAX_PASSES = 5;

  private final String text;
  private final List<Statement> statements;
  private final SymbolRoots roots;
  private final FollowedNames followed;
  private final ScopeBuilder scopes;
  private final ImportedNames imported;

  /**
   * @param text the file, for annotations in quotes
   * @param statements its syntax tree
   * @param roots what is looked for
   * @param imported what its import statements bind
   */
  ModuleAnalysis(
      String text, List<Statement> statements, SymbolRoots roots, ImportedNames imported) {
    this.text = text;
    this.imported = imported;
    this.statements = statements;
    this.roots = roots;
    this.followed = new FollowedNames(roots);
    this.scopes = new ScopeBuilder(followed, imported);
    scopes.build(statements);
  }

  /** The names that import statements alone let stand for what is looked for. */
  static FollowedNames followedNames(
      List<Statement> imports, SymbolRoots roots, ImportedNames imported) {
    FollowedNames followed = new FollowedNames(roots);
    new ScopeBuilder(followed, imported).build(imports);
    return followed;
  }

  /** The names that may anywhere in the module stand for what the roots cover. */
  FollowedNames followedNames() {
    return followed;
  }

  Collected run() {
    Facts facts = new Facts();
    Collected collected = pass(facts);
    for (int passes = 1; facts.takeGrown() && passes < MAX_PASSES; passes++) {
      collected = pass(facts);
    }
    return collected;
  }

  private Collected pass(Facts facts) {
    Frame module = new Frame(scopes.module(), Optional.empty());
    Environment environment = new Environment(roots, followed, facts, module);
    Deque<Runnable> functions = new ArrayDeque<>();
    Collected collected = new Collected();
    ExpressionWalker expressions =
        new ExpressionWalker(text, scopes, environment, functions, collected);
    ImportWalker imports = new ImportWalker(imported, environment, collected);
    StatementWalker walker =
        new StatementWalker(scopes, environment, facts, expressions, imports, functions, collected);
    walker.all(statements, module);
    module.finish();
    while (!functions.isEmpty()) {
      functions.removeFirst().run();
    }
    offer(module, environment, collected);
    return collected;
  }

  /** Notes what the module's own names stand for in the end. */
  private void offer(Frame module, Environment environment, Collected collected) {
    StarNames star = StarNames.of(statements);
    for (String name : followed.names()) {
      Bindings bindings = environment.lookUp(name, module);
      bindings
          .possible()
          .filter(bound -> module.scope().owns(name) && roots.cover(bound.symbol()))
          .ifPresent(
              bound ->
                  collected
                      .offers()
                      .add(
                          new Offer(
                              name,
                              bound.symbol(),
                              star.contain(name),
                              bindings.firm().isPresent(),
                              collected.around(name))));
    }
  }
}
