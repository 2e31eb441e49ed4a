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

package com.googlesource.gerrit.plugins.eventletguard.inventory;

import com.googlesource.gerrit.plugins.eventletguard.inventory.Effort.Hours;
import com.googlesource.gerrit.plugins.eventletguard.policy.Symbols;
import com.googlesource.gerrit.plugins.eventletguard.rules.Tier;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/** What findings cost, as {@code resources/effort.config} says. Immutable. */
final class EffortModel {
  private static final String FILE = "effort.config";
  private static final String EFFORT = "effort";
  private static final String WORK = "work";
  private static final String TIER = "tier";

  /** Read once: its file cannot change while it is loaded. */
  private static final EffortModel BUILT_IN = readBuiltIn();

  /** What one finding costs, and what such findings are called. */
  private record Price(String title, Hours hours) {}

  private final double repeated;
  private final Map<String, Price> prices = new LinkedHashMap<>();

  private EffortModel(Config config) {
    repeated = number(config, EFFORT, null, "repeated");
    for (String section : List.of(WORK, TIER)) {
      for (String name : config.getSubsections(section)) {
        String title = section.equals(TIER) ? tier(name).title() : name;
        prices.put(
            key(section, name),
            new Price(
                title,
                new Hours(
                    number(config, section, name, "low"),
                    number(config, section, name, "likely"),
                    number(config, section, name, "high"))));
      }
    }
    for (Tier tier : Tier.values()) {
      price(TIER, tier.word());
    }
  }

  static EffortModel builtIn() {
    return BUILT_IN;
  }

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException if it is wrong; it says what
   */
  static EffortModel parse(String text) {
    Config config = new Config();
    try {
      config.fromText(text);
      return new EffortModel(config);
    } catch (ConfigInvalidException | RuntimeException e) {
      throw new IllegalArgumentException(FILE + ": " + e.getMessage(), e);
    }
  }

  private static EffortModel readBuiltIn() {
    try (InputStream stream = EffortModel.class.getClassLoader().getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + FILE);
      }
      return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  private static double number(Config config, String section, String name, String key) {
    String value = config.getString(section, name, key);
    if (value == null) {
      throw new IllegalArgumentException("%s \"%s\" has no %s".formatted(section, name, key));
    }
    return Double.parseDouble(value);
  }

  private static Tier tier(String word) {
    for (Tier tier : Tier.values()) {
      if (tier.word().equals(word)) {
        return tier;
      }
    }
    throw new IllegalArgumentException("no such tier: " + word);
  }

  private static String key(String section, String name) {
    return section + " " + name;
  }

  private Price price(String section, String name) {
    Price price = prices.get(key(section, name));
    if (price == null) {
      throw new IllegalArgumentException("there is no [%s \"%s\"]".formatted(section, name));
    }
    return price;
  }

  /** What everything that has a task costs. */
  Effort estimate(Usages usages) {
    Map<Price, int[]> counts = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (InventoriedFinding finding : usages.findings()) {
      if (Task.of(finding).isPresent()) {
        Price price = price(finding);
        String place =
            String.join(
                " ", price.title(), finding.finding().rule().id(), finding.finding().path());
        counts.computeIfAbsent(price, unused -> new int[2])[seen.add(place) ? 0 : 1]++;
      }
    }
    List<Effort.Line> lines = new ArrayList<>();
    for (Price price : prices.values()) {
      int[] count = counts.get(price);
      if (count != null) {
        lines.add(new Effort.Line(price.title(), count[0], count[1], price.hours()));
      }
    }
    return new Effort(lines, repeated);
  }

  private Price price(InventoriedFinding finding) {
    if (finding.standing() == Standing.TEST) {
      return price(WORK, "in tests");
    }
    if (finding.standing() != Standing.OPEN) {
      return price(WORK, "guarded or silenced, removed at the end");
    }
    UsageKind kind = finding.kind();
    return switch (kind) {
      case OPTION -> price(WORK, "options");
      case REQUIREMENT -> price(WORK, "requirements");
      case LAUNCHER, ENVIRONMENT -> price(WORK, "launchers and environment");
      case IMPORT -> price(WORK, "imports");
      case USE, STRING, SETTING -> ofCode(finding);
    };
  }

  /** A finding of several tiers costs what the dearest of them does. */
  private Price ofCode(InventoriedFinding finding) {
    if (Symbols.isMonkeyPatching(finding.finding())) {
      return price(WORK, "patching of the standard library");
    }
    if (Blockers.isMultipleReaders(finding)) {
      return price(WORK, "several readers of one socket");
    }
    return finding.finding().pattern().correspondence().tiers().stream()
        .map(tier -> price(TIER, tier.word()))
        .max(
            Comparator.comparingDouble((Price price) -> price.hours().likely())
                .thenComparing(Price::title))
        .orElseGet(() -> price(WORK, "other code"));
  }
}
