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

import java.util.Collection;
import java.util.Optional;

/** Reads what identifies rules and patterns. */
final class RuleHeader {
  private static final java.util.regex.Pattern WORDS =
      java.util.regex.Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private RuleHeader() {}

  /** The rule of a section; an empty text stands for each part that is missing. */
  static Rule read(RuleSection section, Optional<String> group) {
    Optional<String> name = section.required(RuleCatalogReader.NAME);
    Optional<String> title = section.required(RuleCatalogReader.TITLE);
    if (name.isPresent() && !WORDS.matcher(name.get()).matches()) {
      section.report(
          RuleCatalogReader.NAME, name.get(), "use lower-case words with hyphens between them.");
    }
    if (title.isPresent() && title.get().endsWith(".")) {
      section.report(
          RuleCatalogReader.TITLE, title.get(), "a title is a heading: leave out the full stop.");
    }
    return new Rule(section.name(), name.orElse(""), title.orElse(""), group.orElse(""));
  }

  /** Reports when another rule has the name of this one. */
  static void reportNameOfAnother(RuleSection section, Rule rule, Collection<Rule> others) {
    others.stream()
        .filter(other -> !rule.name().isEmpty() && other.name().equals(rule.name()))
        .findFirst()
        .ifPresent(
            other ->
                section.report(
                    RuleCatalogReader.NAME, rule.name(), "this is the name of " + other.id()));
  }

  /** The id of the rule that a section {@code [pattern]} names; empty, and a problem, without. */
  static Optional<String> ruleOfPattern(RuleSection section) {
    int slash = section.name().indexOf('/');
    if (slash < 0 || !WORDS.matcher(section.name().substring(slash + 1)).matches()) {
      section.report(
          "", "", "name it by its rule, a slash and a word, such as [pattern \"EVT110/spawn\"].");
      return Optional.empty();
    }
    return Optional.of(section.name().substring(0, slash));
  }
}
