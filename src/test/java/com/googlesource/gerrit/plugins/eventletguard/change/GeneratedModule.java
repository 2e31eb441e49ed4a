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

package com.googlesource.gerrit.plugins.eventletguard.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A Python module of which it is known how many usages it holds, and that can be written in
 * different styles without being another.
 *
 * @param functions what it defines, in order
 */
record GeneratedModule(List<Function> functions) {
  /** What a statement does; each but the last two is one usage of Eventlet. */
  private enum Kind {
    SPAWN,
    SLEEP,
    POOL,
    TIMEOUT,
    CAUGHT,
    PRINT,
    ASSIGN
  }

  /** A statement and the number that tells it from others of its kind. */
  record Statement(Kind kind, int number) {
    boolean isUsage() {
      return kind != Kind.PRINT && kind != Kind.ASSIGN;
    }

    private List<String> lines(Style style) {
      String name = style.alias.isEmpty() ? "eventlet" : style.alias;
      String text = style.quote + "step " + number + style.quote;
      return switch (kind) {
        case SPAWN -> call(style, name + ".spawn(", "work", text, "retries=" + number);
        case SLEEP -> List.of(name + ".sleep(%d)".formatted(number));
        case POOL -> call(style, "pool = " + name + ".GreenPool(", "size=" + number);
        case TIMEOUT ->
            List.of("with %s.Timeout(%d):".formatted(name, number), "    work(%s)".formatted(text));
        case CAUGHT ->
            List.of(
                "try:",
                "    work(%d)".formatted(number),
                "except %s.TimeoutError%s error:".formatted(name, style.python2 ? "," : " as"),
                "    pass");
        case PRINT -> List.of(style.python2 ? "print " + text : "print(" + text + ")");
        case ASSIGN -> List.of("value = %d".formatted(number));
      };
    }

    private static List<String> call(Style style, String start, String... arguments) {
      if (!style.wrapped) {
        return List.of(start + String.join(", ", arguments) + ")");
      }
      List<String> lines = new ArrayList<>(List.of(start));
      for (String argument : arguments) {
        lines.add("    " + argument + ",");
      }
      lines.add(")");
      return lines;
    }
  }

  /** A function with a name of its own. */
  record Function(String name, List<Statement> statements) {
    private String text(Style style) {
      StringBuilder text = new StringBuilder("def %s(work):\n".formatted(name));
      String indentation = "    ";
      if (!style.block.isEmpty()) {
        text.append("    ").append(style.block).append('\n');
        indentation = "        ";
      }
      for (Statement statement : statements) {
        for (String line : statement.lines(style)) {
          text.append(indentation).append(line).append('\n');
        }
      }
      return text.append(style.block.equals("try:") ? "    finally:\n        work(0)\n" : "")
          .toString();
    }
  }

  /**
   * How a module is written.
   *
   * @param quote of its strings
   * @param wrapped whether calls stand on several lines, as black writes long ones
   * @param block the statement that all of each function's body stands in; empty for none
   * @param python2 whether it is Python 2
   * @param alias the name under which it imports Eventlet; empty for its own
   * @param end of each line
   */
  record Style(
      String quote, boolean wrapped, String block, boolean python2, String alias, String end) {
    static final Style PLAIN = new Style("'", false, "", false, "", "\n");

    Style withQuote(String other) {
      return new Style(other, wrapped, block, python2, alias, end);
    }

    Style withWrappedCalls() {
      return new Style(quote, true, block, python2, alias, end);
    }

    Style withBlock(String other) {
      return new Style(quote, wrapped, other, python2, alias, end);
    }

    Style withPython2() {
      return new Style(quote, wrapped, block, true, alias, end);
    }

    Style withAlias(String other) {
      return new Style(quote, wrapped, block, python2, other, end);
    }

    Style withEnd(String other) {
      return new Style(quote, wrapped, block, python2, alias, other);
    }
  }

  GeneratedModule {
    functions = List.copyOf(functions);
  }

  /**
   * Any module of 2 to 6 functions.
   *
   * @param prefix starts the names of its functions
   */
  static GeneratedModule any(Random random, String prefix) {
    List<Function> functions = new ArrayList<>();
    int count = 2 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      List<Statement> statements = new ArrayList<>();
      int length = 1 + random.nextInt(5);
      for (int j = 0; j < length; j++) {
        statements.add(anyStatement(random));
      }
      functions.add(new Function(prefix + i, List.copyOf(statements)));
    }
    return new GeneratedModule(functions);
  }

  /** Any statement; numbers are few, so that equal statements are common. */
  private static Statement anyStatement(Random random) {
    Kind[] kinds = Kind.values();
    return new Statement(kinds[random.nextInt(kinds.length)], random.nextInt(4));
  }

  /** How many usages it holds, its import among them. */
  int usages() {
    return 1
        + (int)
            functions.stream()
                .flatMap(f -> f.statements().stream())
                .filter(Statement::isUsage)
                .count();
  }

  GeneratedModule shuffled(Random random) {
    List<Function> shuffled = new ArrayList<>(functions);
    Collections.shuffle(shuffled, random);
    return new GeneratedModule(shuffled);
  }

  /** The functions from one index on, up to another. */
  GeneratedModule part(int from, int to) {
    return new GeneratedModule(functions.subList(from, to));
  }

  GeneratedModule with(Function function) {
    List<Function> more = new ArrayList<>(functions);
    more.add(function);
    return new GeneratedModule(more);
  }

  GeneratedModule joined(GeneratedModule other) {
    List<Function> all = new ArrayList<>(functions);
    all.addAll(other.functions);
    return new GeneratedModule(all);
  }

  /** The same with one statement more at any place, or one once more. */
  GeneratedModule withStatement(Random random, Statement statement) {
    int chosen = random.nextInt(functions.size());
    List<Function> more = new ArrayList<>(functions);
    List<Statement> statements = new ArrayList<>(more.get(chosen).statements());
    statements.add(random.nextInt(statements.size() + 1), statement);
    more.set(chosen, new Function(more.get(chosen).name(), List.copyOf(statements)));
    return new GeneratedModule(more);
  }

  /** Any usage, with a number that no generated one has. */
  static Statement newUsage(Random random) {
    Kind[] usages = {Kind.SPAWN, Kind.SLEEP, Kind.POOL, Kind.TIMEOUT, Kind.CAUGHT};
    return new Statement(usages[random.nextInt(usages.length)], 1000 + random.nextInt(1000));
  }

  /** One of its own usages, if it has any but the import. */
  List<Statement> ownUsages() {
    return functions.stream()
        .flatMap(function -> function.statements().stream())
        .filter(Statement::isUsage)
        .toList();
  }

  String text(Style style) {
    StringBuilder text =
        new StringBuilder(
            style.alias.isEmpty()
                ? "import eventlet\n"
                : "import eventlet as %s\n".formatted(style.alias));
    functions.forEach(function -> text.append("\n\n").append(function.text(style)));
    return text.toString().replace("\n", style.end);
  }
}
