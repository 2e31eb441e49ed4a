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

import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleProblem;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/**
 * Reads settings in the syntax of git's configuration files. What is wrong becomes a problem that
 * names the section, the key and the value, and the default holds.
 *
 * <p>Sections {@code [rule]} and {@code [pattern]} define rules; the catalog reads them.
 */
final class SettingsReader {
  private static final String BRANCH = "branch";
  private static final String TESTS = "tests";
  private static final String GUARD = "guard";
  private static final String FACADE = "facade";
  private static final String IGNORE = "ignore";
  private static final String SEVERITY = "severity";

  private static final String FIX = "fix";

  private static final String STAGE = "stage";
  private static final String SERIES = "series";
  private static final String JUDGE = "judge";
  private static final String PATH = "path";
  private static final String CONDITION = "condition";
  private static final String FUNCTION = "function";
  private static final String RULE = "rule";
  private static final String OFFER = "offer";

  /** The stage that is computed, which is also the default. */
  private static final String AUTO = "auto";

  private static final Map<String, Boolean> TRUTHS =
      byWord(new Boolean[] {true, false}, String::valueOf);

  /** The keys of each section. */
  static final Map<String, List<String>> KEYS =
      new TreeMap<>(
          Map.of(
              BRANCH, List.of(STAGE, SERIES),
              TESTS, List.of(JUDGE, PATH),
              GUARD, List.of(CONDITION, FUNCTION, PATH),
              FACADE, List.of(PATH),
              IGNORE, List.of(PATH, RULE),
              FIX, List.of(OFFER),
              SEVERITY, Arrays.stream(Severity.values()).map(Severity::word).toList()));

  /** Sections that the catalog reads. */
  private static final Set<String> OTHERS = Set.of("rule", "pattern");

  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  private final String file;
  private final Config config;
  private final List<RuleProblem> problems;
  private final RuleCatalog catalog;

  private SettingsReader(String file, Config config, RuleCatalog builtIn) {
    this.file = file;
    this.config = config;
    this.problems = new ArrayList<>();
    this.catalog = builtIn.extendedBy(file, config, problems::add);
  }

  /**
   * Reads a file.
   *
   * @param builtIn the rules that it may speak about and add to
   */
  static SettingsFile read(String file, String text, RuleCatalog builtIn) {
    Config config = new Config();
    try {
      config.fromText(text);
    } catch (ConfigInvalidException e) {
      return SettingsFile.of(
          BranchSettings.DEFAULT,
          builtIn,
          List.of(
              new RuleProblem(
                  file, "", "", "", "not in the syntax of git config: " + e.getMessage())));
    }
    return new SettingsReader(file, config, builtIn).read();
  }

  private SettingsFile read() {
    reportUnknown();
    BranchSettings settings =
        new BranchSettings(
            word(BRANCH, STAGE, byWord(Stage.values(), Stage::word), Optional.of(AUTO)),
            series(),
            word(TESTS, JUDGE, byWord(TestsPolicy.values(), TestsPolicy::word), Optional.empty()),
            globs(TESTS),
            names(GUARD, CONDITION),
            names(GUARD, FUNCTION),
            globs(GUARD),
            globs(FACADE),
            globs(IGNORE),
            rules(IGNORE, RULE),
            severities(),
            word(FIX, OFFER, TRUTHS, Optional.empty()).orElse(true));
    return SettingsFile.of(settings, catalog, problems);
  }

  private void report(String section, String key, String value, String advice) {
    problems.add(new RuleProblem(file, section, key, value, advice));
  }

  private boolean isRight(boolean right, String section, String key, String value, String advice) {
    if (!right) {
      report(section, key, value, advice);
    }
    return right;
  }

  private void reportUnknown() {
    for (String section : config.getSections()) {
      String type = section.toLowerCase(Locale.ROOT);
      if (OTHERS.contains(type)) {
        continue;
      }
      List<String> known = KEYS.get(type);
      if (known == null) {
        report(section, "", "", "no such section; there are " + listed(KEYS.keySet()) + ".");
        continue;
      }
      for (String subsection : config.getSubsections(section)) {
        report(
            "%s \"%s\"".formatted(section, subsection),
            "",
            "",
            "this section has no name; write [%s].".formatted(type));
      }
      for (String key : config.getNames(section)) {
        if (!known.contains(key.toLowerCase(Locale.ROOT))) {
          report(section, key, "", "no such key; [%s] has %s.".formatted(type, listed(known)));
        }
      }
    }
  }

  private List<String> texts(String section, String key) {
    return Arrays.stream(config.getStringList(section, null, key))
        .map(value -> value == null ? "" : value.strip())
        .filter(value -> isRight(!value.isEmpty(), section, key, "", "the key needs a value."))
        .toList();
  }

  private Optional<String> text(String section, String key) {
    List<String> values = texts(section, key);
    if (values.size() > 1) {
      report(section, key, values.get(1), "the key may stand only once; the first one holds.");
    }
    return values.stream().findFirst();
  }

  /** The value that a word stands for; empty for the word of the default. */
  private <T> Optional<T> word(
      String section, String key, Map<String, T> allowed, Optional<String> ofDefault) {
    Optional<String> value = text(section, key).map(text -> text.toLowerCase(Locale.ROOT));
    if (value.isEmpty() || value.equals(ofDefault)) {
      return Optional.empty();
    }
    T found = allowed.get(value.get());
    if (found == null) {
      List<String> words = new ArrayList<>(allowed.keySet());
      ofDefault.ifPresent(words::add);
      report(section, key, value.get(), "use " + listed(words) + ".");
    }
    return Optional.ofNullable(found);
  }

  private Optional<Series> series() {
    Optional<String> value = text(BRANCH, SERIES);
    Optional<Series> series = value.flatMap(SeriesCalendar.builtIn()::find);
    if (value.isPresent() && series.isEmpty()) {
      report(BRANCH, SERIES, value.get(), "no such series; use one such as 2026.2.");
    }
    return series;
  }

  private List<Glob> globs(String section) {
    return texts(section, PATH).stream().map(Glob::of).toList();
  }

  private Set<String> names(String section, String key) {
    return texts(section, key).stream()
        .filter(
            name ->
                isRight(
                    NAME.matcher(name).matches(),
                    section,
                    key,
                    name,
                    "use the last name alone, such as is_patched."))
        .collect(Collectors.toSet());
  }

  private Set<String> rules(String section, String key) {
    return texts(section, key).stream()
        .flatMap(value -> rule(section, key, value).stream())
        .collect(Collectors.toSet());
  }

  private Optional<String> rule(String section, String key, String value) {
    Optional<String> id =
        catalog.rules().stream()
            .filter(rule -> rule.id().equalsIgnoreCase(value) || rule.name().equals(value))
            .map(Rule::id)
            .findFirst();
    var unused =
        isRight(
            id.isPresent(),
            section,
            key,
            value,
            "no such rule; use the id or the name of one, such as EVT110 or spawn.");
    return id;
  }

  private Map<String, Severity> severities() {
    Map<String, Severity> severities = new TreeMap<>();
    for (Severity severity : Severity.values()) {
      for (String id : rules(SEVERITY, severity.word())) {
        Severity other = severities.putIfAbsent(id, severity);
        if (other != null) {
          report(
              SEVERITY,
              severity.word(),
              id,
              "the rule is said to be of severity %s, too; %s holds."
                  .formatted(other.word(), other.word()));
        }
      }
    }
    return severities;
  }

  private static <T> Map<String, T> byWord(T[] values, Function<T, String> word) {
    Map<String, T> byWord = new LinkedHashMap<>();
    for (T value : values) {
      byWord.put(word.apply(value), value);
    }
    return byWord;
  }

  private static String listed(Collection<String> words) {
    List<String> list = List.copyOf(words);
    return list.size() == 1
        ? list.getFirst()
        : String.join(", ", list.subList(0, list.size() - 1)) + " or " + list.getLast();
  }
}
