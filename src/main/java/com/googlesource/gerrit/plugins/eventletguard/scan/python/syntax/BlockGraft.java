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

package com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax;

import java.util.List;
import java.util.Map;

/** Puts blocks back into compound statements that were parsed with {@code pass} in their place. */
final class BlockGraft {
  private final Map<Integer, List<Statement>> blocks;

  /**
   * @param blocks the statements of each block, by the offset of the {@code pass}
   */
  BlockGraft(Map<Integer, List<Statement>> blocks) {
    this.blocks = blocks;
  }

  List<Statement> all(List<Statement> statements) {
    if (statements.size() == 1 && blocks.containsKey(statements.getFirst().start())) {
      return blocks.get(statements.getFirst().start());
    }
    return statements.stream().map(this::graft).toList();
  }

  private Statement graft(Statement statement) {
    if (statement instanceof Statement.FunctionDefinition s) {
      return new Statement.FunctionDefinition(
          s.start(),
          s.end(),
          s.async(),
          s.name(),
          s.typeParameters(),
          s.parameters(),
          s.returns(),
          s.decorators(),
          all(s.body()));
    }
    if (statement instanceof Statement.ClassDefinition s) {
      return new Statement.ClassDefinition(
          s.start(),
          s.end(),
          s.name(),
          s.typeParameters(),
          s.bases(),
          s.keywords(),
          s.decorators(),
          all(s.body()));
    }
    if (statement instanceof Statement.For s) {
      return new Statement.For(
          s.start(),
          s.end(),
          s.async(),
          s.target(),
          s.iterable(),
          all(s.body()),
          all(s.alternative()));
    }
    if (statement instanceof Statement.While s) {
      return new Statement.While(
          s.start(), s.end(), s.condition(), all(s.body()), all(s.alternative()));
    }
    if (statement instanceof Statement.If s) {
      return new Statement.If(
          s.start(), s.end(), s.condition(), all(s.body()), all(s.alternative()));
    }
    if (statement instanceof Statement.With s) {
      return new Statement.With(s.start(), s.end(), s.async(), s.items(), all(s.body()));
    }
    if (statement instanceof Statement.Match s) {
      return new Statement.Match(
          s.start(), s.end(), s.subject(), s.cases().stream().map(this::graft).toList());
    }
    if (statement instanceof Statement.Try s) {
      return new Statement.Try(
          s.start(),
          s.end(),
          s.group(),
          all(s.body()),
          s.handlers().stream().map(this::graft).toList(),
          all(s.alternative()),
          all(s.last()));
    }
    return statement;
  }

  private Statement.Case graft(Statement.Case s) {
    return new Statement.Case(s.start(), s.end(), s.pattern(), s.guard(), all(s.body()));
  }

  private Statement.Handler graft(Statement.Handler s) {
    return new Statement.Handler(s.start(), s.end(), s.type(), s.target(), all(s.body()));
  }
}
