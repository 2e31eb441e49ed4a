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

  ModuleAnalysis(String text, List<Statement> statements, SymbolRoots roots) {
    this.text = text;
    this.statements = statements;
    this.roots = roots;
  }

  Collected run() {
    FollowedNames followed = new FollowedNames(roots);
    ScopeBuilder scopes = new ScopeBuilder(followed);
    scopes.build(statements);
    Facts facts = new Facts();
    Collected collected = pass(scopes, followed, facts);
    for (int passes = 1; facts.takeGrown() && passes < MAX_PASSES; passes++) {
      collected = pass(scopes, followed, facts);
    }
    return collected;
  }

  private Collected pass(ScopeBuilder scopes, FollowedNames followed, Facts facts) {
    Frame module = new Frame(scopes.module(), Optional.empty());
    Environment environment = new Environment(roots, followed, facts, module);
    Deque<Runnable> functions = new ArrayDeque<>();
    Collected collected = new Collected();
    ExpressionWalker expressions =
        new ExpressionWalker(text, scopes, environment, functions, collected);
    StatementWalker walker =
        new StatementWalker(scopes, environment, facts, expressions, functions, collected);
    walker.all(statements, module);
    module.finish();
    while (!functions.isEmpty()) {
      functions.removeFirst().run();
    }
    return collected;
  }
}
