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

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
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
  private static final String RULE = "rule";
  private static final String PATTERN = "pattern";

  private static final String NAME = "name";
  private static final String TITLE = "title";
  private static final String GROUP = "group";
  private static final String SEVERITY = "severity";
  private static final String KIND = "kind";
  private static final String SYMBOL = "symbol";
  private static final String REASON = "reason";
  private static final String ALTERNATIVE = "alternative";
  private static final String GUIDE = "guide";
  private static final String LINK = "link";
  private static final String FIX = "fix";
  private static final String DEPRECATED = "deprecated";
  private static final String REMOVED = "removed";
  private static final String TIER = "tier";
  private static final String DESIGN_PATTERN = "design-pattern";

  private static final List<String> PATTERN_KEYS =
      List.of(
          SEVERITY,
          KIND,
          SYMBOL,
          REASON,
          ALTERNATIVE,
          GUIDE,
          LINK,
          FIX,
          DEPRECATED,
          REMOVED,
          TIER,
          DESIGN_PATTERN);
  private static final List<String> RULE_KEYS =
      Stream.concat(Stream.of(NAME, TITLE, GROUP), PATTERN_KEYS.stream()).toList();

  private final List<RuleProblem> problems = new ArrayList<>();
  private final TechniqueReader techniques = new TechniqueReader();
  private final Map<String, RuleSection> sectionOfRule = new LinkedHashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Map<String, RuleSection> sectionOfPattern = new LinkedHashMap<>();
  private final Map<String, String> placeOfSymbol = new LinkedHashMap<>();
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
        rules.values().stream().sorted(Comparator.comparing(Rule::id)).toList(),
        patterns,
        List.copyOf(techniques.all()));
  }

  private List<RuleSection> sections(RuleFile file, Config config, String type) {
    return config.getSubsections(type).stream()
        .map(name -> new RuleSection(file.name(), type, name, config, problems::add))
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
    Optional<String> name = section.required(NAME);
    Optional<String> title = section.required(TITLE);
    Optional<String> group = section.required(GROUP);
    if (name.isPresent() && !name.get().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      section.report(NAME, name.get(), "use lower-case words with hyphens between them.");
    }
    if (title.isPresent() && title.get().endsWith(".")) {
      section.report(TITLE, title.get(), "a title is a heading: leave out the full stop.");
    }
    Rule rule = new Rule(section.name(), name.orElse(""), title.orElse(""), group.orElse(""));
    if (name.isPresent()) {
      rules.values().stream()
          .filter(other -> other.name().equals(rule.name()))
          .findFirst()
          .ifPresent(
              other -> section.report(NAME, rule.name(), "this is the name of " + other.id()));
    }
    rules.put(rule.id(), rule);
    if (section.has(SYMBOL)) {
      addPattern(rule, section, section);
    }
  }

  private void readPattern(RuleSection section) {
    section.reportUnknownKeys(PATTERN_KEYS);
    int slash = section.name().indexOf('/');
    if (slash < 0 || !section.name().substring(slash + 1).matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      section.report(
          "", "", "name it by its rule, a slash and a word, such as [pattern \"EVT110/spawn\"].");
      return;
    }
    RuleSection earlier = sectionOfPattern.putIfAbsent(section.name(), section);
    if (earlier != null) {
      section.report("", "", "the pattern stands already in " + earlier.place() + ".");
      return;
    }
    String id = section.name().substring(0, slash);
    Rule rule = rules.get(id);
    if (rule == null) {
      section.report("", "", "there is no [rule \"%s\"]; add it or correct the id.".formatted(id));
      return;
    }
    if (section.texts(SYMBOL).isEmpty()) {
      section.report(SYMBOL, "", "the key is missing; say which symbol the pattern matches.");
      return;
    }
    addPattern(rule, section, sectionOfRule.get(id));
  }

  /** Adds a pattern whose keys stand in one section and, those missing, in the rule's. */
  private void addPattern(Rule rule, RuleSection section, RuleSection defaults) {
    RuleSection kindSource = holder(KIND, section, defaults);
    Set<UsageKind> kinds = kindSource.kinds(KIND);
    if (kinds.isEmpty()) {
      section.report(KIND, "", "the key is missing here and in the rule; say what kind of usage.");
    }
    List<String> symbols = section.texts(SYMBOL);
    for (String symbol : symbols) {
      checkSymbol(section, symbol, kinds);
    }
    Optional<Severity> severity = holder(SEVERITY, section, defaults).severity(SEVERITY);
    Optional<String> reason = holder(REASON, section, defaults).text(REASON);
    Optional<URI> guide = holder(GUIDE, section, defaults).link(GUIDE);
    section.reportMissing(SEVERITY, severity);
    section.reportMissing(REASON, reason);
    section.reportMissing(GUIDE, guide);
    if (severity.isEmpty() || reason.isEmpty() || guide.isEmpty()) {
      return;
    }
    Pattern pattern =
        new Pattern(
            rule,
            section.name(),
            kinds,
            symbols,
            severity.get(),
            reason.get(),
            holder(ALTERNATIVE, section, defaults).alternatives(ALTERNATIVE, techniques.byId()),
            guide.get(),
            holder(LINK, section, defaults).links(LINK),
            holder(FIX, section, defaults).fix(FIX).orElse(FixSafety.NONE),
            holder(DEPRECATED, section, defaults).release(DEPRECATED),
            holder(REMOVED, section, defaults).release(REMOVED),
            new Correspondence(
                holder(TIER, section, defaults).words(TIER, Tier.class, Tier::word),
                holder(DESIGN_PATTERN, section, defaults)
                    .words(DESIGN_PATTERN, DesignPattern.class, DesignPattern::word)));
    patterns.add(pattern);
    if (kinds.contains(UsageKind.OPTION)) {
      patterns.add(CommentedOption.of(pattern));
    }
  }

  private void checkSymbol(RuleSection section, String symbol, Set<UsageKind> kinds) {
    if (symbol.indexOf(' ') >= 0) {
      section.report(SYMBOL, symbol, "a symbol has no spaces; give each its own line.");
    }
    for (UsageKind kind : kinds) {
      String place =
          placeOfSymbol.putIfAbsent(
              kind.word() + ' ' + SymbolNames.canonical(symbol), section.place());
      if (place != null) {
        section.report(
            SYMBOL, symbol, "the %s is matched by %s already.".formatted(kind.word(), place));
      }
    }
  }

  private static RuleSection holder(String key, RuleSection section, RuleSection defaults) {
    return section.has(key) ? section : defaults;
  }
}
