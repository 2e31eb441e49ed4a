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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/**
 * Reads rules from files in the syntax of git's configuration files.
 *
 * <p>{@code [rule "EVT110"]} is a rule, {@code [pattern "EVT110/word"]} one more way in which it
 * recognises a usage. A rule with a {@code symbol} is a pattern itself. What a pattern does not say
 * it has from its rule; a key with several values is taken over as a whole. {@code [technique
 * "asyncio"]} is what alternatives build on. Sections of other types belong to others and are left
 * alone.
 */
public final class RuleCatalogReader {
  static final String RULE = "rule";
  static final String PATTERN = "pattern";

  static final String NAME = "name";
  static final String TITLE = "title";
  static final String GROUP = "group";

  static final List<String> RULE_KEYS =
      Stream.concat(Stream.of(NAME, TITLE, GROUP), PatternReader.KEYS.stream()).toList();

  private final List<RuleProblem> problems = new ArrayList<>();
  private final TechniqueReader techniques = new TechniqueReader();
  private final Map<String, RuleSection> sectionOfRule = new LinkedHashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Map<String, RuleSection> sectionOfPattern = new LinkedHashMap<>();
  private final Map<String, RuleSection> sectionOfSymbol = new LinkedHashMap<>();
  private final List<Pattern> patterns = new ArrayList<>();

  private RuleCatalogReader() {}

  /**
   * Reads all files as one catalog.
   *
   * @throws InvalidRulesException with everything that is wrong in any of the files
   */
  public static RuleCatalog read(List<RuleFile> files) throws InvalidRulesException {
    return new RuleCatalogReader().readAll(files);
  }

  private RuleCatalog readAll(List<RuleFile> files) throws InvalidRulesException {
    List<RuleSection> ruleSections = new ArrayList<>();
    List<RuleSection> patternSections = new ArrayList<>();
    for (RuleFile file : files) {
      Config config = parse(file);
      sections(file, config, TechniqueReader.TECHNIQUE).forEach(techniques::read);
      ruleSections.addAll(sections(file, config, RULE));
      patternSections.addAll(sections(file, config, PATTERN));
    }
    ruleSections.forEach(this::readRule);
    patternSections.forEach(this::readPattern);
    if (!problems.isEmpty()) {
      throw new InvalidRulesException(problems);
    }
    return new RuleCatalog(
        rules.values().stream().sorted((one, other) -> one.id().compareTo(other.id())).toList(),
        patterns,
        List.of(),
        List.copyOf(techniques.all()),
        new RuleSections(sectionOfRule, sectionOfPattern));
  }

  private List<RuleSection> sections(RuleFile file, Config config, String type) {
    return config.getSubsections(type).stream()
        .map(name -> RuleSection.builtIn(file.name(), type, name, config, problems::add))
        .toList();
  }

  private Config parse(RuleFile file) {
    Config config = new Config();
    try {
      config.fromText(file.text());
    } catch (ConfigInvalidException e) {
      problems.add(
          new RuleProblem(
              file.name(), "", "", "", "not in the syntax of git config: " + e.getMessage()));
      return new Config();
    }
    return config;
  }

  private void readRule(RuleSection section) {
    section.reportUnknownKeys(RULE_KEYS);
    if (!Rule.isId(section.name())) {
      section.report("", "", "name the rule by EVT and three digits, such as [rule \"EVT110\"].");
      return;
    }
    RuleSection earlier = sectionOfRule.putIfAbsent(section.name(), section);
    if (earlier != null) {
      section.report("", "", "the rule stands already in " + earlier.place() + ".");
      return;
    }
    Rule rule = RuleHeader.read(section, section.required(GROUP));
    RuleHeader.reportNameOfAnother(section, rule, rules.values());
    rules.put(rule.id(), rule);
    if (section.has(PatternReader.SYMBOL)) {
      addPattern(rule, section, section);
    }
  }

  private void readPattern(RuleSection section) {
    section.reportUnknownKeys(PatternReader.KEYS);
    Optional<String> ruleId = RuleHeader.ruleOfPattern(section);
    if (ruleId.isEmpty()) {
      return;
    }
    RuleSection earlier = sectionOfPattern.putIfAbsent(section.name(), section);
    if (earlier != null) {
      section.report("", "", "the pattern stands already in " + earlier.place() + ".");
      return;
    }
    String id = ruleId.get();
    Rule rule = rules.get(id);
    if (rule == null) {
      section.report("", "", "there is no [rule \"%s\"]; add it or correct the id.".formatted(id));
      return;
    }
    if (section.texts(PatternReader.SYMBOL).isEmpty()) {
      section.report(
          PatternReader.SYMBOL, "", "the key is missing; say which symbol the pattern matches.");
      return;
    }
    addPattern(rule, section, sectionOfRule.get(id));
  }

  /** Adds a pattern whose keys stand in one section and, those missing, in the rule's. */
  private void addPattern(Rule rule, RuleSection section, RuleSection defaults) {
    PatternReader reader =
        new PatternReader(
            section == defaults ? List.of(section) : List.of(section, defaults), techniques.byId());
    Set<UsageKind> kinds = reader.kinds();
    List<String> symbols = section.texts(PatternReader.SYMBOL);
    for (String symbol : symbols) {
      checkSymbol(section, symbol, kinds);
    }
    reader
        .read(rule, section.name(), kinds, symbols)
        .ifPresent(
            pattern -> {
              patterns.add(pattern);
              if (kinds.contains(UsageKind.OPTION)) {
                patterns.add(CommentedOption.of(pattern));
              }
            });
  }

  private void checkSymbol(RuleSection section, String symbol, Set<UsageKind> kinds) {
    if (symbol.indexOf(' ') >= 0) {
      section.report(
          PatternReader.SYMBOL, symbol, "a symbol has no spaces; give each its own line.");
    }
    for (UsageKind kind : kinds) {
      RuleSection earlier =
          sectionOfSymbol.putIfAbsent(kind.word() + ' ' + SymbolNames.canonical(symbol), section);
      if (earlier != null) {
        section.report(
            PatternReader.SYMBOL,
            symbol,
            "the %s is matched by %s already.".formatted(kind.word(), earlier.place()));
      }
    }
  }
}
