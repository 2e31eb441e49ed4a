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

import com.googlesource.gerrit.plugins.eventletguard.rules.OptionSymbol;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.OptionDeclaration;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.PythonUsageFinder;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.AttributeSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.CallSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.SymbolRoots;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.Unit;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Keyword;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Node;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds options in Python: where oslo.config declares them ({@code cfg.BoolOpt('name')}), where
 * code reads them ({@code CONF.group.name}) and where it sets them ({@code set_override('name')},
 * {@code config(name=value, group='group')}).
 */
public final class PythonOptionFinder implements PythonUsageFinder {
  /** Of a declaration: the option is on its way out already. */
  private static final String DEPRECATED_FOR_REMOVAL = "deprecated_for_removal";

  /** Of a declaration: the name that the option had before. */
  private static final String DEPRECATED_NAME = "deprecated_name";

  private static final String GROUP = "group";

  /** Methods of oslo.config that take an option's name first, and where they take its group. */
  private static final Map<String, Integer> GROUP_POSITIONS =
      Map.of(
          "set_override", 2,
          "set_default", 2,
          "clear_override", 1,
          "clear_default", 1,
          "import_opt", 2);

  /** Functions that take options as keywords, in oslo.config, its fixture and projects' tests. */
  private static final Set<String> SETTERS =
      Set.of("config", "flags", "set_defaults", "load_raw_values", "override_config");

  /** What an object that holds configuration is called. */
  private static final Pattern CONFIGURATION = Pattern.compile("(.*_)?(conf|cfg|config)");

  /** The object of oslo.config that holds the options of a process. */
  private static final String GLOBAL_CONFIGURATION = "CONF";

  /** The name of a keyword that unpacks a mapping. */
  private static final String UNPACKED = "**";

  private final OptionNames names;
  private final Map<String, List<Set<String>>> triggers = new ConcurrentHashMap<>();

  public PythonOptionFinder(OptionNames names) {
    this.names = names;
  }

  @Override
  public List<Set<String>> triggers(String path) {
    return triggers.computeIfAbsent(names.owners().ofModule(path), names::words);
  }

  @Override
  public SymbolRoots roots() {
    return new SymbolRoots(List.of());
  }

  /** Where the options that it declares are registered, which may be anywhere in it. */
  @Override
  public Set<String> leads(PythonModule module) {
    NavigableSet<Integer> offsets =
        module.calls().stream()
            .map(CallSite::call)
            .filter(OptionLists::isDeclaration)
            .filter(call -> optionName(call).filter(names::mayMean).isPresent())
            .map(Expression.Call::start)
            .collect(Collectors.toCollection(TreeSet::new));
    return offsets.isEmpty() ? Set.of() : new OptionLists(module).names(offsets);
  }

  private static Optional<String> optionName(Expression.Call declaration) {
    return Syntax.argument(declaration, 0, "name").flatMap(Syntax::text);
  }

  @Override
  public void find(PythonModule module, Consumer<Usage> out) {
    Map<Expression.Call, String> sections =
        module.calls().stream().map(CallSite::call).anyMatch(OptionLists::isDeclaration)
            ? new OptionLists(module).sections(OptionSymbol.DEFAULT_SECTION)
            : Map.of();
    for (CallSite site : module.calls()) {
      declared(module, site, sections.getOrDefault(site.call(), ""), out);
      named(module, site, out);
      setByKeyword(module, site, out);
    }
    for (AttributeSite site : module.attributes()) {
      read(module, site, out);
    }
  }

  private void declared(PythonModule module, CallSite site, String section, Consumer<Usage> out) {
    if (OptionLists.isDeclaration(site.call()) && !isLeaving(site.call())) {
      report(module, section, Syntax.argument(site.call(), 0, "name"), "", site.unit(), out);
    }
  }

  private static boolean isLeaving(Expression.Call call) {
    return Syntax.keyword(call, DEPRECATED_FOR_REMOVAL)
        .map(Keyword::value)
        .filter(value -> value instanceof Expression.Constant one && isTrue(one))
        .isPresent();
  }

  /** Whether something that is not spelled out here may say that an option is on its way out. */
  private static boolean mayBeLeaving(Expression.Call call) {
    return Syntax.keyword(call, UNPACKED).isPresent()
        || Syntax.keyword(call, DEPRECATED_FOR_REMOVAL)
            .filter(keyword -> !(keyword.value() instanceof Expression.Constant))
            .isPresent();
  }

  @Override
  public void findDeclarations(PythonModule module, Consumer<OptionDeclaration> out) {
    for (CallSite site : module.calls()) {
      Expression.Call call = site.call();
      boolean declares = OptionLists.isDeclaration(call);
      if (declares) {
        Syntax.keyword(call, DEPRECATED_NAME)
            .ifPresent(keyword -> declaration(module, keyword.value(), "", true, out));
      }
      if (declares || OptionLists.isOldName(call)) {
        String type = declares ? type(call.function()) : "";
        boolean deprecated = !declares || isLeaving(call) || mayBeLeaving(call);
        Syntax.argument(call, 0, "name")
            .ifPresent(name -> declaration(module, name, type, deprecated, out));
      }
    }
  }

  /** What is called, in one line without anything but names. */
  private static String type(Expression function) {
    return Stream.of(Syntax.nameBeforeLast(function), Syntax.lastName(function))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining("."));
  }

  private void declaration(
      PythonModule module,
      Expression name,
      String type,
      boolean deprecated,
      Consumer<OptionDeclaration> out) {
    Syntax.text(name)
        .filter(names::mayMean)
        .map(
            text ->
                new OptionDeclaration(
                    text, module.text().range(name.start(), name.end()), type, deprecated))
        .ifPresent(out);
  }

  private void named(PythonModule module, CallSite site, Consumer<Usage> out) {
    Expression.Call call = site.call();
    String function = Syntax.lastName(call.function());
    Integer groupPosition = GROUP_POSITIONS.get(function);
    if (groupPosition != null) {
      Optional<Expression> group = Syntax.argument(call, groupPosition, GROUP);
      String section =
          group.isEmpty() ? OptionSymbol.DEFAULT_SECTION : group.flatMap(Syntax::text).orElse("");
      String value =
          Syntax.argument(call, 1, "override").map(PythonOptionFinder::spelled).orElse("");
      report(module, section, Syntax.argument(call, 0, "name"), value, site.unit(), out);
    } else if (function.equals("getattr") && call.arguments().size() > 1) {
      Syntax.chain(call.arguments().get(0))
          .filter(PythonOptionFinder::isConfiguration)
          .ifPresent(
              chain ->
                  report(
                      module,
                      group(chain),
                      Optional.of(call.arguments().get(1)),
                      "",
                      site.unit(),
                      out));
    }
  }

  private void setByKeyword(PythonModule module, CallSite site, Consumer<Usage> out) {
    Expression.Call call = site.call();
    Optional<Keyword> group = Syntax.keyword(call, GROUP);
    if (group.isEmpty() && !SETTERS.contains(Syntax.lastName(call.function()))) {
      return;
    }
    String section =
        group.isEmpty()
            ? OptionSymbol.DEFAULT_SECTION
            : group.flatMap(keyword -> Syntax.text(keyword.value())).orElse("");
    for (Keyword keyword : call.keywords()) {
      report(module, section, keyword.name(), spelled(keyword.value()), keyword, site.unit(), out);
    }
  }

  private void read(PythonModule module, AttributeSite site, Consumer<Usage> out) {
    Expression.Attribute attribute = site.attribute();
    Syntax.chain(attribute.value())
        .filter(PythonOptionFinder::isConfiguration)
        .ifPresent(
            chain ->
                report(module, group(chain), attribute.name(), "", attribute, site.unit(), out));
  }

  /** Whether a chain leads to configuration: some part of it is called so. */
  private static boolean isConfiguration(Syntax.Chain chain) {
    return isConfiguration(chain.base().id())
        || chain.attributes().stream().anyMatch(PythonOptionFinder::isConfiguration);
  }

  private static boolean isConfiguration(String name) {
    return CONFIGURATION.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** The last name of a chain, unless it is the configuration itself. */
  private static String group(Syntax.Chain chain) {
    String last = chain.attributes().isEmpty() ? chain.base().id() : chain.attributes().getLast();
    if (last.equals(GLOBAL_CONFIGURATION)) {
      return OptionSymbol.DEFAULT_SECTION;
    }
    return isConfiguration(last) ? "" : last;
  }

  /** A constant as a configuration file would spell it; other values are not known. */
  private static String spelled(Expression value) {
    return Syntax.constant(value).orElse("");
  }

  private static boolean isTrue(Expression.Constant constant) {
    return constant.spelling().equals("True");
  }

  private void report(
      PythonModule module,
      String section,
      Optional<Expression> name,
      String value,
      Unit unit,
      Consumer<Usage> out) {
    name.ifPresent(
        node ->
            Syntax.text(node)
                .ifPresent(text -> report(module, section, text, value, node, unit, out)));
  }

  private void report(
      PythonModule module,
      String section,
      String name,
      String value,
      Node node,
      Unit unit,
      Consumer<Usage> out) {
    names
        .find(
            new OptionNames.Place(names.owners().ofModule(module.text().path()), section),
            name,
            value)
        .ifPresent(
            option ->
                out.accept(
                    module.usage(
                        UsageKind.OPTION, option.symbol(), node, unit, option.place().owner())));
  }
}
