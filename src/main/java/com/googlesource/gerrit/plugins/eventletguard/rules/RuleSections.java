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

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The sections that a catalog was read from, so that a project can say something else about one key
 * of a rule and leave the others.
 *
 * @param rules by the id of the rule
 * @param patterns by the key of the pattern, without those of rules that are patterns themselves
 */
record RuleSections(Map<String, RuleSection> rules, Map<String, RuleSection> patterns) {
  RuleSections {
    rules = Map.copyOf(rules);
    patterns = Map.copyOf(patterns);
  }

  /** Whether a pattern stands in a section of its own; others follow from such patterns. */
  boolean define(Pattern pattern) {
    return pattern.key().equals(pattern.rule().id()) || patterns.containsKey(pattern.key());
  }

  /** The sections about a pattern, the nearest first; empty when there is none. */
  List<RuleSection> about(Rule rule, String key) {
    return Stream.of(patterns.get(key), rules.get(rule.id()))
        .filter(section -> section != null)
        .toList();
  }
}
