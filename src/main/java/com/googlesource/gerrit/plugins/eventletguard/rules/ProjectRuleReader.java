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
package com.googlesource.gerrit.plugins.eventletguard.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;

/**
 * Puts a project's own rules on top of a catalog, in the syntax that the catalog itself is written
 * in. A section with the name of a built-in one says something else about single keys; what it says
 * about a rule holds for all patterns of the rule, unless it says something about the pattern, too.
 * What is wrong becomes a problem, and costs nothing else.
 */
final class ProjectRuleReader {
  /** Heading for rules that name none. */
  private static final String GROUP = "Rules of the project";

  /** What a finding links to when its rule names no page. */
  private static final String GUIDE = "https://removal.eventlet.org/guide/";

  /** A project says of its own rules what they are worth; they need not be about Eventlet. */
  private static final String DEFAULTS_SECTION = "defaults";

  private static final Config DEFAULTS = defaults();

  /** More would not have been written by people. */
  private static final int MOST_SECTIONS = 300;

  /** What stays as it is in a rule that others know by it. */
  private static final Set<String> KEPT =
      Set.of(
          RuleCatalogReader.NAME,
          RuleCatalogReader.TITLE,
          RuleCatalogReader.GROUP,
          PatternReader.KIND);

  private final RuleCatalog base;
  private final String file;
  private final Config config;

  /** As a set: a value that holds for several patterns is wrong only once. */
  private final Set<RuleProblem> problems = new LinkedHashSet<>();

  private final Consumer<RuleProblem> listener;
  private final Map<String, Rule> rules = new TreeMap<>();
  private final Set<String> brokenRules = new HashSet<>();
  private final Map<String, RuleSection> ruleSections = new LinkedHashMap<>();
  private final Map<String, RuleSection> patternSections = new LinkedHashMap<>();
  private final Map<String, Technique> techniques = new LinkedHashMap<>();
  private final ProjectSymbols symbols = new ProjectSymbols();
  private final List<Pattern> patterns = new ArrayList<>();
  private final List<Pattern> projectPatterns = new ArrayList<>();

  ProjectRuleReader(RuleCatalog base, String file, Config config, Consumer<RuleProblem> problems) {
    this.base = base;
    this.file = file;
    this.config = config;
    this.listener = problems;
    base.rules().forEach(rule -> rules.put(rule.id(), rule));
    base.techniques().forEach(technique -> techniques.put(technique.id(), technique));
  }

  RuleCatalog read() {
    List<String> ids = List.copyOf(config.getSubsections(RuleCatalogReader.RULE));
    List<String> keys = List.copyOf(config.getSubsections(RuleCatalogReader.PATTERN));
    if (ids.isEmpty() && keys.isEmpty()) {
      return base;
    }
    if (ids.size() + keys.size() > MOST_SECTIONS) {
      problems.add(
          new RuleProblem(
              file,
              "",
              "",
              "",
              "too many sections [rule] and [pattern], so that none of them holds; there may be %d."
                  .formatted(MOST_SECTIONS)));
    } else {
      ids.forEach(id -> readRule(section(RuleCatalogReader.RULE, id)));
      keys.forEach(key -> readPattern(section(RuleCatalogReader.PATTERN, key)));
    }
    base.patterns().stream().filter(base.sections()::define).forEach(this::addBuiltIn);
    ruleSections.values().forEach(this::addOfRule);
    patternSections.values().forEach(section -> addNew(section, ruleIdOf(section)));
    problems.forEach(listener);
    return new RuleCatalog(
        List.copyOf(rules.values()), patterns, projectPatterns, base.techniques(), base.sections());
  }

  private RuleSection section(String type, String name) {
    return RuleSection.ofProject(file, type, name, config, problems::add);
  }

  private void readRule(RuleSection section) {
    String id = section.name();
    if (base.sections().rules().containsKey(id)) {
      checkKeysOfBuiltIn(section, RuleCatalogReader.RULE_KEYS);
      ruleSections.put(id, section);
      return;
    }
    if (!Rule.isProjectId(id)) {
      section.report(
          "", "", "there is no such built-in rule; a project's own are EVT900 to EVT999.");
      brokenRules.add(id);
      return;
    }
    section.reportUnknownKeys(RuleCatalogReader.RULE_KEYS);
    Rule rule =
        RuleHeader.read(
            section, section.text(RuleCatalogReader.GROUP).or(() -> Optional.of(GROUP)));
    if (rule.name().isEmpty() || rule.title().isEmpty()) {
      brokenRules.add(id);
      return;
    }
    RuleHeader.reportNameOfAnother(section, rule, rules.values());
    rules.put(id, rule);
    ruleSections.put(id, section);
  }

  private void readPattern(RuleSection section) {
    Optional<String> id = RuleHeader.ruleOfPattern(section);
    if (id.isEmpty() || brokenRules.contains(id.get())) {
      return;
    }
    if (!rules.containsKey(id.get())) {
      section.report(
          "", "", "there is no [rule \"%s\"]; add it or correct the id.".formatted(id.get()));
      return;
    }
    if (base.sections().patterns().containsKey(section.name())) {
      checkKeysOfBuiltIn(section, PatternReader.KEYS);
    } else {
      section.reportUnknownKeys(PatternReader.KEYS);
      if (!section.has(PatternReader.SYMBOL)) {
        section.report(
            PatternReader.SYMBOL, "", "the key is missing; say which symbol the pattern matches.");
        return;
      }
    }
    patternSections.put(section.name(), section);
  }

  private static void checkKeysOfBuiltIn(RuleSection section, List<String> known) {
    section.reportUnknownKeys(known);
    for (String key : KEPT) {
      if (section.has(key)) {
        section.report(key, "", "a built-in rule keeps this key; leave it out.");
      }
    }
  }

  /** A built-in pattern, with what the project says about it. */
  private void addBuiltIn(Pattern pattern) {
    Rule rule = pattern.rule();
    List<RuleSection> own = own().about(rule, pattern.key());
    if (own.isEmpty()) {
      add(pattern, false);
      return;
    }
    RuleSection section = own.getFirst();
    List<String> added =
        section.name().equals(pattern.key()) ? symbols.read(section, pattern.kinds()) : List.of();
    List<String> all =
        Stream.concat(pattern.symbols().stream(), added.stream()).distinct().toList();
    add(
        new PatternReader(chain(rule, pattern.key()), techniques)
            .read(rule, pattern.key(), pattern.kinds(), all)
            .orElse(pattern),
        !added.isEmpty());
  }

  /** A rule that has symbols is a pattern itself. */
  private void addOfRule(RuleSection section) {
    String id = section.name();
    if (section.has(PatternReader.SYMBOL)) {
      addNew(section, id);
    } else if (Rule.isProjectId(id)
        && patternSections.values().stream().noneMatch(other -> ruleIdOf(other).equals(id))) {
      section.report(
          PatternReader.SYMBOL, "", "the key is missing, and no [pattern] of the rule has it.");
    }
  }

  /** A pattern that is not built in; those that are have been added already. */
  private void addNew(RuleSection section, String ruleId) {
    String key = section.name();
    if (patterns.stream().anyMatch(pattern -> pattern.key().equals(key))) {
      return;
    }
    Rule rule = rules.get(ruleId);
    PatternReader reader = new PatternReader(chain(rule, key), techniques);
    Set<UsageKind> kinds = reader.kinds();
    List<String> own = symbols.read(section, kinds);
    if (!kinds.isEmpty() && !own.isEmpty()) {
      reader.read(rule, key, kinds, own).ifPresent(pattern -> add(pattern, true));
    }
  }

  private void add(Pattern pattern, boolean ofProject) {
    List<Pattern> added =
        pattern.kinds().contains(UsageKind.OPTION)
            ? List.of(pattern, CommentedOption.of(pattern))
            : List.of(pattern);
    patterns.addAll(added);
    if (ofProject) {
      projectPatterns.addAll(added);
    }
  }

  /** Every section about a pattern: the project's, then the built-in ones, then the defaults. */
  private List<RuleSection> chain(Rule rule, String key) {
    List<RuleSection> chain = new ArrayList<>(own().about(rule, key));
    chain.addAll(base.sections().about(rule, key));
    if (Rule.isProjectId(rule.id())) {
      chain.add(
          RuleSection.builtIn(
              file, RuleCatalogReader.RULE, DEFAULTS_SECTION, DEFAULTS, problems::add));
    }
    return chain;
  }

  private RuleSections own() {
    return new RuleSections(ruleSections, patternSections);
  }

  private static String ruleIdOf(RuleSection pattern) {
    return pattern.name().substring(0, pattern.name().indexOf('/'));
  }

  private static Config defaults() {
    Config config = new Config();
    config.setString(RuleCatalogReader.RULE, DEFAULTS_SECTION, PatternReader.GUIDE, GUIDE);
    config.setBoolean(RuleCatalogReader.RULE, DEFAULTS_SECTION, PatternReader.EVERY_STAGE, true);
    return config;
  }
}
