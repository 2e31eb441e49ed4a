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

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way in which a rule recognises a usage, with what to say about exactly that usage.
 *
 * @param rule the rule it belongs to
 * @param key its name in the rule files: the rule's id, or the id, a slash and a word
 * @param kinds the kinds of usage it applies to
 * @param symbols the symbols it matches: exact, or with {@code *} for any characters
 * @param severity how much it matters
 * @param reason one or two sentences: why it has to go
 * @param alternatives what to use instead, the best first; may be empty
 * @param guide the page and anchor of the migration guide that helps most; empty where it is not
 *     about Eventlet but about the plugin's own settings
 * @param links further pages, may be empty
 * @param fix whether a mechanical fix is safe
 * @param deprecated the release that deprecated what it finds; empty when none did
 * @param removed the release from which on it is gone; empty while it is there
 * @param everyStage whether its severity holds wherever a branch stands in the migration
 * @param correspondence its rows in the community goal's tables of correspondences
 */
public record Pattern(
    Rule rule,
    String key,
    Set<UsageKind> kinds,
    List<String> symbols,
    Severity severity,
    String reason,
    List<Alternative> alternatives,
    Optional<URI> guide,
    List<URI> links,
    FixSafety fix,
    Optional<Release> deprecated,
    Optional<Release> removed,
    boolean everyStage,
    Correspondence correspondence) {
  public Pattern {
    requireNonNull(rule, "rule");
    requireNonNull(key, "key");
    kinds = Set.copyOf(kinds);
    symbols = List.copyOf(symbols);
    requireNonNull(severity, "severity");
    requireNonNull(reason, "reason");
    alternatives = List.copyOf(alternatives);
    requireNonNull(guide, "guide");
    links = List.copyOf(links);
    requireNonNull(fix, "fix");
    requireNonNull(deprecated, "deprecated");
    requireNonNull(removed, "removed");
    requireNonNull(correspondence, "correspondence");
  }

  /** Whether it is about lines of samples that only document an option. */
  public boolean isAboutComments() {
    return symbols.stream().anyMatch(symbol -> symbol.startsWith(OptionSymbol.COMMENTED));
  }
}
