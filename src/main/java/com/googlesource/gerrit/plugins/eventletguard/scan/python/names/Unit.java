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

import com.googlesource.gerrit.plugins.eventletguard.scan.Surroundings;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Fingerprint;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Node;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The part of a module that is compared when code moves: a simple statement, the header of a
 * compound one, a decorator, or one name of an import. Not safe for use by several threads.
 */
public final class Unit {
  private final Supplier<String> spelling;
  private final Node node;
  private final OptionalInt bodyStart;
  private final Surroundings surroundings;
  private String key;

  private Unit(
      Supplier<String> spelling, Node node, OptionalInt bodyStart, Surroundings surroundings) {
    this.spelling = spelling;
    this.node = node;
    this.bodyStart = bodyStart;
    this.surroundings = surroundings;
  }

  static Unit of(Statement statement, Surroundings surroundings) {
    return new Unit(
        () -> Fingerprint.of(statement), statement, startOf(body(statement)), surroundings);
  }

  static Unit of(Statement.Handler handler, Surroundings surroundings) {
    return new Unit(() -> Fingerprint.of(handler), handler, startOf(handler.body()), surroundings);
  }

  static Unit of(Statement.Case alternative, Surroundings surroundings) {
    return new Unit(
        () -> Fingerprint.of(alternative), alternative, startOf(alternative.body()), surroundings);
  }

  static Unit ofDecorator(Expression decorator, Surroundings surroundings) {
    return new Unit(
        () -> Fingerprint.ofDecorator(decorator), decorator, OptionalInt.empty(), surroundings);
  }

  static Unit ofImport(Statement statement, Statement.Alias alias, Surroundings surroundings) {
    return new Unit(
        () -> Fingerprint.ofImport(statement, alias), statement, OptionalInt.empty(), surroundings);
  }

  /** The same unit, of which a part runs only under a condition that asks about these names. */
  Unit under(Collection<String> names) {
    return with(surroundings.under(names));
  }

  /** The same unit, of which a part expects that an import fails. */
  Unit whereImportMayFail() {
    return with(surroundings.whereImportMayFail());
  }

  // Surroundings to which nothing is added are the same ones.
  @SuppressWarnings("ReferenceEquality")
  private Unit with(Surroundings other) {
    return other == surroundings ? this : new Unit(this::key, node, bodyStart, other);
  }

  /** Its normalised form; spelled when first asked for, as most units hold no usage. */
  public String key() {
    if (key == null) {
      key = spelling.get();
    }
    return key;
  }

  /** What around it may make a usage legitimate, without marks. */
  public Surroundings surroundings() {
    return surroundings;
  }

  int start() {
    return node.start();
  }

  /** Where it ends; for a compound statement, where the whole of that does. */
  int end() {
    return node.end();
  }

  /** Where the body of a compound statement starts. */
  OptionalInt bodyStart() {
    return bodyStart;
  }

  private static OptionalInt startOf(List<Statement> body) {
    return body.isEmpty() ? OptionalInt.empty() : OptionalInt.of(body.getFirst().start());
  }

  private static List<Statement> body(Statement statement) {
    List<List<Statement>> blocks = statement.blocks();
    return blocks.isEmpty() ? List.of() : blocks.getFirst();
  }
}
