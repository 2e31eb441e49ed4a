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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import com.googlesource.gerrit.plugins.eventletguard.rules.SymbolNames;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Codes of other checkers that forbid parts of Eventlet: whoever silenced them has silenced the
 * rules that say the same. Their sources are the hacking checks of hacking, neutron-lib, octavia,
 * ironic, nova, cinder and masakari.
 */
final class ForeignCodes {
  private record Meaning(Set<UsageKind> kinds, List<String> prefixes) {
    boolean covers(Usage usage) {
      String symbol = SymbolNames.canonical(usage.symbol());
      return kinds.contains(usage.kind())
          && prefixes.stream()
              .anyMatch(
                  prefix ->
                      symbol.startsWith(prefix)
                          && (symbol.length() == prefix.length()
                              || symbol.charAt(prefix.length()) == '.'));
    }
  }

  private static final Meaning IMPORTS =
      new Meaning(EnumSet.of(UsageKind.IMPORT), List.of("eventlet"));

  private static final Meaning SPAWNS =
      new Meaning(
          EnumSet.of(UsageKind.USE),
          List.of("eventlet.greenthread.spawn", "eventlet.greenthread.spawn_n"));

  private static final Meaning PRIMITIVES =
      new Meaning(
          EnumSet.of(UsageKind.IMPORT, UsageKind.USE),
          List.of(
              "eventlet.greenthread.sleep",
              "eventlet.semaphore",
              "eventlet.timeout",
              "eventlet.event"));

  /** A sleep of no length, which only yields. */
  private static final Meaning YIELDS =
      new Meaning(EnumSet.of(UsageKind.USE), List.of("time.sleep", "eventlet.greenthread.sleep"));

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          Map.entry("H905", IMPORTS),
          Map.entry("N535", IMPORTS),
          Map.entry("O345", IMPORTS),
          Map.entry("I319", IMPORTS),
          Map.entry("N340", SPAWNS),
          Map.entry("M322", SPAWNS),
          Map.entry("N373", PRIMITIVES),
          Map.entry("N374", YIELDS),
          Map.entry("C339", YIELDS));

  private ForeignCodes() {}

  /** Every code that is known. */
  static Set<String> all() {
    return MEANINGS.keySet();
  }

  /** Whether a code, in upper case, forbids what a usage does. */
  static boolean cover(String code, Usage usage) {
    Meaning meaning = MEANINGS.get(code);
    return meaning != null && meaning.covers(usage);
  }
}
