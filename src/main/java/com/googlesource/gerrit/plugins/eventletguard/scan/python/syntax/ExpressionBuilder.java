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

import com.oracle.graal.python.pegparser.sst.ArgTy;
import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ComprehensionTy;
import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.sst.ExprContextTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.KeywordTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns the parser library's expressions into ours. */
final class ExpressionBuilder {
  private final String text;
  private final ParserPositions positions;

  /**
   * @param text the original text, which tells old spellings from the ones they were rewritten to
   * @param positions leads back to it
   */
  ExpressionBuilder(String text, ParserPositions positions) {
    this.text = text;
    this.positions = positions;
  }

  int start(SSTNode node) {
    return positions.offset(node.getSourceRange().startLine, node.getSourceRange().startColumn);
  }

  int end(SSTNode node) {
    return positions.offset(node.getSourceRange().endLine, node.getSourceRange().endColumn);
  }

  /** Whether a word stands at an offset of the original text. */
  boolean spelled(String word, int offset) {
    return text.startsWith(word, offset);
  }

  Optional<Expression> optional(ExprTy node) {
    return node == null ? Optional.empty() : Optional.of(build(node));
  }

  List<Expression> all(ExprTy[] nodes) {
    if (nodes == null || nodes.length == 0) {
      return List.of();
    }
    List<Expression> built = new ArrayList<>(nodes.length);
    for (ExprTy node : nodes) {
      built.add(build(node));
    }
    return built;
  }

  List<Keyword> keywords(KeywordTy[] nodes) {
    if (nodes == null || nodes.length == 0) {
      return List.of();
    }
    List<Keyword> built = new ArrayList<>(nodes.length);
    for (KeywordTy node : nodes) {
      String name = node.arg == null ? "**" : node.arg;
      built.add(new Keyword(start(node), end(node), name, build(node.value)));
    }
    return built;
  }

  List<Parameter> parameters(ArgumentsTy node) {
    if (node == null) {
      return List.of();
    }
    List<Parameter> built = new ArrayList<>();
    ArgTy[] positionalOnly = orEmpty(node.posOnlyArgs);
    ArgTy[] positional = orEmpty(node.args);
    ExprTy[] defaults = node.defaults == null ? new ExprTy[0] : node.defaults;
    int withoutDefault = positionalOnly.length + positional.length - defaults.length;
    for (int i = 0; i < positionalOnly.length + positional.length; i++) {
      boolean first = i < positionalOnly.length;
      ArgTy argument = first ? positionalOnly[i] : positional[i - positionalOnly.length];
      Parameter.Role role = first ? Parameter.Role.POSITIONAL_ONLY : Parameter.Role.POSITIONAL;
      built.add(
          parameter(argument, role, i < withoutDefault ? null : defaults[i - withoutDefault]));
    }
    if (node.varArg != null) {
      built.add(parameter(node.varArg, Parameter.Role.REST, null));
    }
    ArgTy[] keywordOnly = orEmpty(node.kwOnlyArgs);
    for (int i = 0; i < keywordOnly.length; i++) {
      ExprTy value =
          node.kwDefaults != null && i < node.kwDefaults.length ? node.kwDefaults[i] : null;
      built.add(parameter(keywordOnly[i], Parameter.Role.KEYWORD_ONLY, value));
    }
    if (node.kwArg != null) {
      built.add(parameter(node.kwArg, Parameter.Role.KEYWORD_REST, null));
    }
    return built;
  }

  private static ArgTy[] orEmpty(ArgTy[] nodes) {
    return nodes == null ? new ArgTy[0] : nodes;
  }

  private Parameter parameter(ArgTy node, Parameter.Role role, ExprTy defaultValue) {
    return new Parameter(
        start(node), end(node), node.arg, role, optional(node.annotation), optional(defaultValue));
  }

  /** Turns one expression with all that is in it. */
  Expression build(ExprTy node) {
    int start = start(node);
    int end = end(node);
    if (node instanceof ExprTy.Name n) {
      return new Expression.Name(start, end, n.id, context(n.context));
    }
    if (node instanceof ExprTy.Attribute n) {
      return new Expression.Attribute(start, end, build(n.value), n.attr);
    }
    if (node instanceof ExprTy.Constant n) {
      return constant(start, end, n.value);
    }
    if (node instanceof ExprTy.Call n) {
      return new Expression.Call(start, end, build(n.func), all(n.args), keywords(n.keywords));
    }
    if (node instanceof ExprTy.Subscript n) {
      return new Expression.Subscript(start, end, build(n.value), build(n.slice));
    }
    if (node instanceof ExprTy.Tuple n) {
      return new Expression.Sequence(start, end, "tuple", all(n.elements));
    }
    if (node instanceof ExprTy.List n) {
      return new Expression.Sequence(start, end, "list", all(n.elements));
    }
    if (node instanceof ExprTy.Set n) {
      return new Expression.Sequence(start, end, "set", all(n.elements));
    }
    if (node instanceof ExprTy.Dict n) {
      return dictionary(start, end, n);
    }
    if (node instanceof ExprTy.BinOp n) {
      return operation(start, end, n.op.name(), n.left, n.right);
    }
    if (node instanceof ExprTy.BoolOp n) {
      return new Expression.Operation(
          start, end, n.op.name().toLowerCase(Locale.ROOT), all(n.values));
    }
    if (node instanceof ExprTy.UnaryOp n) {
      return unary(start, end, n);
    }
    if (node instanceof ExprTy.Compare n) {
      return comparison(start, end, n);
    }
    if (node instanceof ExprTy.IfExp n) {
      return new Expression.Conditional(start, end, build(n.test), build(n.body), build(n.orElse));
    }
    if (node instanceof ExprTy.Starred n) {
      return operation(start, end, "*", n.value);
    }
    if (node instanceof ExprTy.Lambda n) {
      return new Expression.Lambda(start, end, parameters(n.args), build(n.body));
    }
    if (node instanceof ExprTy.NamedExpr n) {
      return new Expression.NamedExpression(start, end, build(n.target), build(n.value));
    }
    if (node instanceof ExprTy.ListComp n) {
      return comprehension(start, end, "list", n.generators, n.element);
    }
    if (node instanceof ExprTy.SetComp n) {
      return comprehension(start, end, "set", n.generators, n.element);
    }
    if (node instanceof ExprTy.DictComp n) {
      return comprehension(start, end, "dict", n.generators, n.key, n.value);
    }
    if (node instanceof ExprTy.GeneratorExp n) {
      return comprehension(start, end, "generator", n.generators, n.element);
    }
    if (node instanceof ExprTy.JoinedStr n) {
      return new Expression.FormattedText(start, end, all(n.values));
    }
    if (node instanceof ExprTy.FormattedValue n) {
      return formatted(start, end, n);
    }
    if (node instanceof ExprTy.Slice n) {
      return slice(start, end, n);
    }
    if (node instanceof ExprTy.Await n) {
      return operation(start, end, "await", n.value);
    }
    if (node instanceof ExprTy.YieldFrom n) {
      return operation(start, end, "yield from", n.value);
    }
    if (node instanceof ExprTy.Yield n) {
      return n.value == null
          ? operation(start, end, "yield")
          : operation(start, end, "yield", n.value);
    }
    throw new IllegalStateException("unknown expression " + node.getClass());
  }

  private static Expression.Context context(ExprContextTy context) {
    return switch (context) {
      case Store -> Expression.Context.STORE;
      case Del -> Expression.Context.DELETE;
      case Load -> Expression.Context.LOAD;
    };
  }

  private Expression operation(int start, int end, String operator, ExprTy... operands) {
    return new Expression.Operation(start, end, operator, all(operands));
  }

  private Expression unary(int start, int end, ExprTy.UnaryOp node) {
    if (spelled("exec", start)) {
      Expression function =
          new Expression.Name(start, start + "exec".length(), "exec", Expression.Context.LOAD);
      return new Expression.Call(start, end, function, List.of(build(node.operand)), List.of());
    }
    return operation(start, end, node.op.name(), node.operand);
  }

  private Expression comparison(int start, int end, ExprTy.Compare node) {
    List<Expression> operands = new ArrayList<>();
    operands.add(build(node.left));
    operands.addAll(all(node.comparators));
    return new Expression.Operation(start, end, Arrays.toString(node.ops), operands);
  }

  private Expression dictionary(int start, int end, ExprTy.Dict node) {
    List<Expression> operands = new ArrayList<>();
    int size = node.values == null ? 0 : node.values.length;
    for (int i = 0; i < size; i++) {
      Expression value = build(node.values[i]);
      if (node.keys[i] == null) {
        operands.add(new Expression.Operation(value.start(), value.end(), "**", List.of(value)));
      } else {
        operands.add(build(node.keys[i]));
        operands.add(value);
      }
    }
    return new Expression.Operation(start, end, "dict", operands);
  }

  private Expression slice(int start, int end, ExprTy.Slice node) {
    List<Expression> operands = new ArrayList<>();
    for (ExprTy bound : new ExprTy[] {node.lower, node.upper, node.step}) {
      operands.add(bound == null ? new Expression.Constant(start, start, "") : build(bound));
    }
    return new Expression.Operation(start, end, "slice", operands);
  }

  private Expression formatted(int start, int end, ExprTy.FormattedValue node) {
    String operator = node.conversion > 0 ? "format!" + (char) node.conversion : "format";
    return node.formatSpec == null
        ? operation(start, end, operator, node.value)
        : operation(start, end, operator, node.value, node.formatSpec);
  }

  private Expression comprehension(
      int start, int end, String type, ComprehensionTy[] generators, ExprTy... elements) {
    List<Expression.Clause> clauses = new ArrayList<>(generators.length);
    for (ComprehensionTy generator : generators) {
      Expression target = build(generator.target);
      Expression iterable = build(generator.iter);
      List<Expression> conditions = all(generator.ifs);
      clauses.add(
          new Expression.Clause(
              target.start(), iterable.end(), generator.isAsync, target, iterable, conditions));
    }
    return new Expression.Comprehension(start, end, type, all(elements), clauses);
  }

  private static Expression constant(int start, int end, ConstantValue value) {
    if (value.kind == ConstantValue.Kind.CODEPOINTS) {
      return new Expression.Text(start, end, value.getCodePoints().toJavaString());
    }
    return new Expression.Constant(start, end, spelling(value));
  }

  /** One spelling for each value of a constant that is no string. */
  static String spelling(ConstantValue value) {
    return switch (value.kind) {
      case NONE -> "None";
      case ELLIPSIS -> "...";
      case BOOLEAN -> value.getBoolean() ? "True" : "False";
      case LONG -> Long.toString(value.getLong());
      case BIGINTEGER -> value.getBigInteger().toString();
      case DOUBLE -> Double.toString(value.getDouble());
      case COMPLEX -> Arrays.toString(value.getComplex());
      case BYTES -> "b'" + new String(value.getBytes(), StandardCharsets.ISO_8859_1) + "'";
      case CODEPOINTS -> "'" + value.getCodePoints().toJavaString() + "'";
      case TUPLE -> spellings(value.getTupleElements());
      case FROZENSET -> spellings(value.getFrozensetElements());
    };
  }

  private static String spellings(ConstantValue[] values) {
    return Arrays.stream(values).map(ExpressionBuilder::spelling).toList().toString();
  }
}
