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

package com.googlesource.gerrit.plugins.eventletguard.scan.launch;

import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.PythonUsageFinder;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.AssignmentSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.CallSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.SymbolRoots;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.Unit;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Syntax;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Launchers and environment variables in Python: settings such as {@code worker_class =
 * 'eventlet'}, variables of {@code os.environ}, and what fixtures set.
 */
public final class PythonLaunchFinder implements PythonUsageFinder {
  /** Settings of launchers by the name that is assigned. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "worker_class", "gunicorn/worker-class",
          "worker_pool", "celery/pool",
          "CELERYD_POOL", "celery/pool",
          "CELERY_WORKER_POOL", "celery/pool");

  /** Functions that take a variable and its value, of {@code os} or of fixtures. */
  private static final Set<String> FUNCTIONS =
      Set.of("getenv", "putenv", "setenv", "EnvironmentVariable");

  /** Methods of {@code os.environ} that take a variable and a value. */
  private static final Set<String> METHODS = Set.of("get", "setdefault");

  /** Those of them that read: the value is what a variable that is not set counts as. */
  private static final Set<String> READING = Set.of("getenv", "get");

  private static final String ENVIRON = "environ";

  private final LaunchNames names;
  private final List<Set<String>> triggers;

  public PythonLaunchFinder(LaunchNames names) {
    this.names = names;
    this.triggers = names.words().stream().map(Set::of).toList();
  }

  @Override
  public List<Set<String>> triggers(String path) {
    return triggers;
  }

  @Override
  public SymbolRoots roots() {
    return new SymbolRoots(List.of());
  }

  @Override
  public void find(PythonModule module, Consumer<Usage> out) {
    for (AssignmentSite site : module.assignments()) {
      assigned(module, site, out);
    }
    for (CallSite site : module.calls()) {
      called(module, site, out);
    }
  }

  private void assigned(PythonModule module, AssignmentSite site, Consumer<Usage> out) {
    if (site.target() instanceof Expression.Subscript subscript
        && isEnviron(subscript.value())
        && subscript.index() instanceof Expression.Text name) {
      variable(module, name, site.value(), site.unit(), out);
      return;
    }
    String setting = SETTINGS.get(Syntax.lastName(site.target()));
    if (setting != null && site.value() instanceof Expression.Text value) {
      names
          .launcher(setting + "=" + value.value())
          .ifPresent(
              symbol -> out.accept(module.usage(UsageKind.LAUNCHER, symbol, value, site.unit())));
    }
  }

  private void called(PythonModule module, CallSite site, Consumer<Usage> out) {
    Expression.Call call = site.call();
    if (call.arguments().isEmpty()
        || !(call.arguments().getFirst() instanceof Expression.Text name)) {
      return;
    }
    String function = Syntax.lastName(call.function());
    boolean ofEnviron =
        METHODS.contains(function)
            && call.function() instanceof Expression.Attribute method
            && isEnviron(method.value());
    if (ofEnviron || FUNCTIONS.contains(function)) {
      boolean sets = call.arguments().size() > 1 && !READING.contains(function);
      Expression value = sets ? call.arguments().get(1) : name;
      variable(module, name, value, site.unit(), out);
    }
  }

  private void variable(
      PythonModule module, Expression.Text name, Expression value, Unit unit, Consumer<Usage> out) {
    String spelled = Syntax.constant(value).orElse("");
    names
        .variable(name.value(), spelled)
        .ifPresent(symbol -> out.accept(module.usage(UsageKind.ENVIRONMENT, symbol, name, unit)));
  }

  private static boolean isEnviron(Expression expression) {
    return Syntax.lastName(expression).equals(ENVIRON);
  }
}
