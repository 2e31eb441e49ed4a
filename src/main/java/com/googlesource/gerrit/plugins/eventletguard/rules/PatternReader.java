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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes a pattern of the sections that say something about it, the nearest first: what one does not
 * say the next one does. A key with several values is taken over as a whole.
 */
final class PatternReader {
  static final String SEVERITY = "severity";
  static final String KIND = "kind";
  static final String SYMBOL = "symbol";
  static final String REASON = "reason";
  static final String ALTERNATIVE = "alternative";
  static final String GUIDE = "guide";
  static final String LINK = "link";
  static final String FIX = "fix";
  static final String DEPRECATED = "deprecated";
  static final String REMOVED = "removed";
  static final String EVERY_STAGE = "every-stage";
  static final String TIER = "tier";
  static final String DESIGN_PATTERN = "design-pattern";

  static final List<String> KEYS =
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
          EVERY_STAGE,
          TIER,
          DESIGN_PATTERN);

  private final List<RuleSection> sections;
  private final Map<String, Technique> techniques;

  /**
   * @param sections the first one is told what is missing
   * @param techniques what alternatives may build on, by id
   */
  PatternReader(List<RuleSection> sections, Map<String, Technique> techniques) {
    this.sections = List.copyOf(sections);
    this.techniques = techniques;
  }

  /** The kinds of usage that it applies to; empty, and a problem, when no section says them. */
  Set<UsageKind> kinds() {
    Optional<Set<UsageKind>> kinds =
        first(KIND, section -> Optional.of(section.kinds(KIND)).filter(found -> !found.isEmpty()));
    if (kinds.isEmpty() && said(KIND).isEmpty()) {
      report(KIND, "the key is missing here and in the rule; say what kind of usage.");
    }
    return kinds.orElse(Set.of());
  }

  /**
   * The pattern.
   *
   * @return empty, and a problem for each, when something that it needs is missing
   */
  Optional<Pattern> read(Rule rule, String key, Set<UsageKind> kinds, List<String> symbols) {
    Optional<Severity> severity = required(SEVERITY, section -> section.severity(SEVERITY));
    Optional<String> reason = required(REASON, section -> section.text(REASON));
    Optional<URI> guide = guide(kinds);
    if (severity.isEmpty() || reason.isEmpty() || (guide.isEmpty() && needsGuide(kinds))) {
      return Optional.empty();
    }
    return Optional.of(
        new Pattern(
            rule,
            key,
            kinds,
            symbols,
            severity.get(),
            reason.get(),
            alternatives(),
            guide,
            said(LINK).map(section -> section.links(LINK)).orElse(List.of()),
            first(FIX, section -> section.fix(FIX)).orElse(FixSafety.NONE),
            first(DEPRECATED, section -> section.release(DEPRECATED)),
            first(REMOVED, section -> section.release(REMOVED)),
            first(EVERY_STAGE, section -> section.flag(EVERY_STAGE)).orElse(false),
            new Correspondence(
                said(TIER)
                    .map(section -> section.words(TIER, Tier.class, Tier::word))
                    .orElse(Set.of()),
                said(DESIGN_PATTERN)
                    .map(
                        section ->
                            section.words(DESIGN_PATTERN, DesignPattern.class, DesignPattern::word))
                    .orElse(Set.of()))));
  }

  private Optional<URI> guide(Set<UsageKind> kinds) {
    return needsGuide(kinds)
        ? required(GUIDE, section -> section.link(GUIDE))
        : first(GUIDE, section -> section.link(GUIDE));
  }

  /** No guide to a migration is about the plugin's own settings. */
  private static boolean needsGuide(Set<UsageKind> kinds) {
    return !kinds.equals(Set.of(UsageKind.SETTING));
  }

  /** A project's own come before those of the built-in rules, unless it empties the key first. */
  private List<Alternative> alternatives() {
    Optional<RuleSection> own = said(ALTERNATIVE).filter(RuleSection::isProjects);
    if (own.isPresent() && own.get().empties(ALTERNATIVE)) {
      return own.get().alternatives(ALTERNATIVE, techniques);
    }
    Optional<RuleSection> builtIn =
        sections.stream()
            .filter(section -> !section.isProjects() && section.has(ALTERNATIVE))
            .findFirst();
    if (own.isEmpty()) {
      // The rule, nearly always; there is nothing to compare then.
      return builtIn
          .map(section -> section.alternatives(ALTERNATIVE, techniques))
          .orElse(List.of());
    }
    return Stream.of(own, builtIn)
        .flatMap(Optional::stream)
        .flatMap(section -> section.alternatives(ALTERNATIVE, techniques).stream())
        .distinct()
        .toList();
  }

  /** The nearest section that has a key. */
  private Optional<RuleSection> said(String key) {
    for (RuleSection section : sections) {
      if (section.has(key)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }

  /** The nearest value that is right. */
  private <T> Optional<T> first(String key, Function<RuleSection, Optional<T>> value) {
    for (RuleSection section : sections) {
      Optional<T> found = section.has(key) ? value.apply(section) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private <T> Optional<T> required(String key, Function<RuleSection, Optional<T>> value) {
    Optional<T> found = first(key, value);
    if (found.isEmpty() && said(key).filter(section -> !section.texts(key).isEmpty()).isEmpty()) {
      report(key, "the key is missing.");
    }
    return found;
  }

  private void report(String key, String advice) {
    sections.getFirst().report(key, "", advice);
  }
}
