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
package com.googlesource.gerrit.plugins.eventletguard.scan.options;

import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.AssignmentSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.CallSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Syntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which options a module of Python registers in which section: in the call that declares them, or
 * through names of lists that {@code register_opts} is given or {@code list_opts} returns. Names
 * are taken as they are spelled, whatever their scope: where two lists of one name are registered
 * in different sections, neither is known.
 */
final class OptionLists {
  /** Names an option that has another name now; it declares none. */
  private static final String DEPRECATED_OPTION = "DeprecatedOpt";

  private static final String OPTION_GROUP = "OptGroup";
  private static final String GROUP = "group";

  /** Functions that register options, with the group as the second argument. */
  private static final Set<String> REGISTRATIONS =
      Set.of("register_opt", "register_opts", "register_cli_opt", "register_cli_opts");

  /** A module that holds its options in more expressions is no code that people write. */
  private static final int MOST_STEPS = 100_000;

  /** Groups that are named through more names than this are not followed. */
  private static final int MOST_ALIASES = 4;

  /** A list of options and the group that it is registered in. */
  private record Registration(Expression options, Optional<Expression> group) {}

  private final Map<String, List<Expression>> values = new HashMap<>();
  private final List<Registration> registrations = new ArrayList<>();
  private int steps;

  OptionLists(PythonModule module) {
    for (AssignmentSite site : module.assignments()) {
      if (site.target() instanceof Expression.Name name) {
        values.computeIfAbsent(name.id(), key -> new ArrayList<>()).add(site.value());
      }
    }
    for (CallSite site : module.calls()) {
      registered(site.call());
    }
    for (Statement statement : module.statements()) {
      if (statement instanceof Statement.FunctionDefinition function
          && function.name().startsWith("list_")
          && function.name().endsWith("opts")) {
        function.body().forEach(this::listed);
      }
    }
  }

  /** Whether a call declares an option, as {@code cfg.BoolOpt('name')} does. */
  static boolean isDeclaration(Expression.Call call) {
    String function = Syntax.lastName(call.function());
    return function.endsWith("Opt") && !isOldName(call);
  }

  /** Whether a call names what another option was called before. */
  static boolean isOldName(Expression.Call call) {
    return Syntax.lastName(call.function()).equals(DEPRECATED_OPTION);
  }

  private void registered(Expression.Call call) {
    if (REGISTRATIONS.contains(Syntax.lastName(call.function()))) {
      Syntax.argument(call, 0, "opts")
          .or(() -> Syntax.argument(call, 0, "opt"))
          .ifPresent(
              options ->
                  registrations.add(new Registration(options, Syntax.argument(call, 1, GROUP))));
    }
  }

  /** Notes what {@code list_opts} returns: pairs of a group and a list, or a mapping of these. */
  private void listed(Statement statement) {
    if (!(statement instanceof Statement.Jump jump)) {
      return;
    }
    for (Expression value : jump.values()) {
      if (value instanceof Expression.Sequence sequence) {
        sequence.elements().forEach(element -> listed(parts(element)));
      } else if (value instanceof Expression.Operation operation) {
        List<Expression> entries = operation.operands();
        if (operation.operator().equals("dict")) {
          for (int i = 0; i + 1 < entries.size(); i += 2) {
            listed(entries.subList(i, i + 2));
          }
        }
      }
    }
  }

  private void listed(List<Expression> pair) {
    if (pair.size() == 2) {
      registrations.add(new Registration(pair.get(1), Optional.of(pair.get(0))));
    }
  }

  /**
   * The section of each option that is registered here.
   *
   * @param byDefault the section of options that are registered without a group
   * @return by declaration; the empty text where the section cannot be told
   */
  IdentityHashMap<Expression.Call, String> sections(String byDefault) {
    IdentityHashMap<Expression.Call, String> sections = new IdentityHashMap<>();
    for (Registration registration : registrations) {
      String section =
          registration.group().map(group -> section(group, byDefault)).orElse(byDefault);
      visit(
          registration.options(),
          call -> sections.merge(call, section, (one, next) -> one.equals(next) ? one : ""));
    }
    return sections;
  }

  /** What a group is called: a text, what {@code cfg.OptGroup} is given, or a name for these. */
  private String section(Expression group, String byDefault) {
    Expression value = group;
    for (int aliases = 0; aliases < MOST_ALIASES; aliases++) {
      if (value instanceof Expression.Text text) {
        return text.value();
      } else if (value instanceof Expression.Constant constant) {
        return constant.isNone() ? byDefault : "";
      } else if (value instanceof Expression.Call call) {
        if (!Syntax.lastName(call.function()).equals(OPTION_GROUP)) {
          return "";
        }
        Optional<Expression> name = Syntax.argument(call, 0, "name");
        if (name.isEmpty()) {
          return "";
        }
        value = name.get();
      } else if (value instanceof Expression.Attribute attribute) {
        value = attribute.value();
      } else if (value instanceof Expression.Name name) {
        List<Expression> assigned = values.getOrDefault(name.id(), List.of());
        if (assigned.size() != 1) {
          return "";
        }
        value = assigned.getFirst();
      } else {
        return "";
      }
    }
    return "";
  }

  /** Visits the declarations that an expression holds, itself or through names. */
  private void visit(Expression options, Consumer<Expression.Call> out) {
    Set<String> names = new HashSet<>();
    Deque<Expression> open = new ArrayDeque<>(List.of(options));
    while (!open.isEmpty() && steps++ < MOST_STEPS) {
      Expression next = open.pop();
      if (next instanceof Expression.Call call && isDeclaration(call)) {
        out.accept(call);
      } else if (next instanceof Expression.Name name) {
        if (names.add(name.id())) {
          values.getOrDefault(name.id(), List.of()).forEach(open::push);
        }
      } else {
        parts(next).forEach(open::push);
      }
    }
  }

  /** What a list is put together from. */
  private static List<Expression> parts(Expression expression) {
    if (expression instanceof Expression.Sequence sequence) {
      return sequence.elements();
    }
    if (expression instanceof Expression.Operation operation) {
      return operation.operands();
    }
    if (expression instanceof Expression.Call call) {
      return call.arguments();
    }
    return List.of();
  }

  /**
   * The names whose lines tell where certain options are registered: those of the lists that hold
   * them and of the groups that these are registered in.
   *
   * @param offsets where the options are declared
   */
  Set<String> names(NavigableSet<Integer> offsets) {
    Set<String> names = new LinkedHashSet<>();
    int before;
    do {
      before = names.size();
      for (Map.Entry<String, List<Expression>> entry : values.entrySet()) {
        if (entry.getValue().stream().anyMatch(value -> holds(value, offsets, names))) {
          names.add(entry.getKey());
        }
      }
    } while (names.size() > before && steps < MOST_STEPS);
    for (Registration registration : registrations) {
      if (holds(registration.options(), offsets, names)) {
        registration
            .group()
            .map(group -> group instanceof Expression.Attribute name ? name.value() : group)
            .filter(Expression.Name.class::isInstance)
            .ifPresent(group -> names.add(((Expression.Name) group).id()));
      }
    }
    return names;
  }

  private boolean holds(Expression value, NavigableSet<Integer> offsets, Set<String> names) {
    Integer declared = offsets.ceiling(value.start());
    if (declared != null && declared < value.end()) {
      return true;
    }
    Deque<Expression> open = new ArrayDeque<>(List.of(value));
    while (!open.isEmpty() && steps++ < MOST_STEPS) {
      Expression next = open.pop();
      if (next instanceof Expression.Name name && names.contains(name.id())) {
        return true;
      }
      parts(next).forEach(open::push);
    }
    return false;
  }
}
