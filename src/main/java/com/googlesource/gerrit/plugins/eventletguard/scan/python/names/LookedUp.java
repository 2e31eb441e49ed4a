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

import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Syntax;
import java.util.Optional;

/** Expressions that look up what another way of writing would name. */
final class LookedUp {
  /** {@code getattr(object, 'name')}. */
  record Attribute(Expression object, String name) {}

  private LookedUp() {}

  static Optional<Attribute> attribute(Expression.Call call) {
    return call.function() instanceof Expression.Name function
            && function.id().equals("getattr")
            && call.arguments().size() >= 2
            && call.arguments().get(1) instanceof Expression.Text name
        ? Optional.of(new Attribute(call.arguments().get(0), name.value()))
        : Optional.empty();
  }

  /** The module of {@code sys.modules['name']} and {@code sys.modules.get('name')}. */
  static Optional<String> module(Expression expression) {
    if (expression instanceof Expression.Subscript subscript) {
      return isSysModules(subscript.value()) ? Syntax.text(subscript.index()) : Optional.empty();
    }
    if (expression instanceof Expression.Call call) {
      return call.function() instanceof Expression.Attribute get
              && get.name().equals("get")
              && isSysModules(get.value())
              && !call.arguments().isEmpty()
          ? Syntax.text(call.arguments().getFirst())
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isSysModules(Expression expression) {
    return expression instanceof Expression.Attribute attribute
        && attribute.name().equals("modules")
        && attribute.value() instanceof Expression.Name name
        && name.id().equals("sys");
  }
}
