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
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Config;

/**
 * One section of a file of rules, with typed values. What is wrong goes to the problems, and the
 * value counts as missing.
 */
final class RuleSection {
  private static final Boolean[] FLAGS = {true, false};
  private static final String[] NONE = {};
  private static final java.util.regex.Pattern WHITE_SPACE =
      java.util.regex.Pattern.compile("\\s+");

  /** In a project's file: what is longer is no sentence, and what is more is no list. */
  private static final int LONGEST_VALUE = 2000;

  private static final int MOST_VALUES = 100;

  private final String file;
  private final String type;
  private final String name;

  /** As they are written. */
  private final Set<String> keys;

  /** By key in lower case. Each start asks for many thousand keys, and most are not there. */
  private final Map<String, String[]> values = new HashMap<>();

  private final Consumer<RuleProblem> problems;
  private final boolean projects;

  private RuleSection(
      String file,
      String type,
      String name,
      Config config,
      Consumer<RuleProblem> problems,
      boolean projects) {
    this.file = file;
    this.type = type;
    this.name = name;
    this.problems = problems;
    this.projects = projects;
    this.keys = config.getNames(type, name);
    for (String key : keys) {
      values.put(key.toLowerCase(Locale.ROOT), config.getStringList(type, name, key));
    }
  }

  /** A section of the rules that ship with Eventlet Guard. */
  static RuleSection builtIn(
      String file, String type, String name, Config config, Consumer<RuleProblem> problems) {
    return new RuleSection(file, type, name, config, problems, /* projects= */ false);
  }

  /** A section of a project's own rules, which have limits. */
  static RuleSection ofProject(
      String file, String type, String name, Config config, Consumer<RuleProblem> problems) {
    return new RuleSection(file, type, name, config, problems, /* projects= */ true);
  }

  /** Whether it stands in a project's file. */
  boolean isProjects() {
    return projects;
  }

  String name() {
    return name;
  }

  /** The file and the section, as a message names them. */
  String place() {
    return "[%s \"%s\"] of %s".formatted(type, name, file);
  }

  void report(String key, String value, String advice) {
    problems.accept(new RuleProblem(file, "%s \"%s\"".formatted(type, name), key, value, advice));
  }

  void reportUnknownKeys(List<String> known) {
    for (String key : keys) {
      if (!known.contains(key.toLowerCase(Locale.ROOT))) {
        report(key, "", "no such key; a section [%s] has %s.".formatted(type, listed(known)));
      }
    }
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Whether the first value of a key is empty: what others say under it is not taken over. */
  boolean empties(String key) {
    String[] said = values.get(key);
    return said != null && (said[0] == null || said[0].isBlank());
  }

  /** Every value of a key with its white space collapsed, without empty ones. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (String value : values.getOrDefault(key, NONE)) {
      String text = value == null ? "" : collapsed(value.strip());
      if (!text.isEmpty() && (!projects || isWithinLimit(key, text))) {
        texts.add(text);
        if (projects && texts.size() == MOST_VALUES) {
          break;
        }
      }
    }
    return texts;
  }

  /** Most values have no white space to collapse, and each start reads thousands of them. */
  private static String collapsed(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isWhitespace(c) && (c != ' ' || value.charAt(i + 1) == ' ')) {
        return WHITE_SPACE.matcher(value).replaceAll(" ");
      }
    }
    return value;
  }

  private boolean isWithinLimit(String key, String value) {
    if (value.length() > LONGEST_VALUE) {
      report(
          key,
          value.substring(0, 40) + "…",
          "too long; a value has at most %d characters.".formatted(LONGEST_VALUE));
    }
    return value.length() <= LONGEST_VALUE;
  }

  /** A value of {@code true} or {@code false}. */
  Optional<Boolean> flag(String key) {
    return text(key).flatMap(value -> word(key, value, FLAGS, String::valueOf));
  }

  /** The value of a key that may stand once. */
  Optional<String> text(String key) {
    List<String> texts = texts(key);
    if (texts.size() > 1) {
      report(key, texts.get(1), "the key may stand only once in a section.");
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(texts.getFirst());
  }

  Optional<Severity> severity(String key) {
    return word(key, Severity.values(), Severity::word);
  }

  Optional<FixSafety> fix(String key) {
    return word(key, FixSafety.values(), FixSafety::word);
  }

  Optional<Release> release(String key) {
    Optional<String> value = text(key);
    Optional<Release> release = value.flatMap(Release::parse);
    if (value.isPresent() && release.isEmpty()) {
      report(
          key,
          value.get(),
          "name a release and its series, such as oslo.messaging 18.0.0 (2026.2).");
    }
    return release;
  }

  Set<UsageKind> kinds(String key) {
    return words(key, UsageKind.class, UsageKind::word);
  }

  /** Every value of a key, each of which has to be the word of one of an enumeration. */
  <T extends Enum<T>> Set<T> words(String key, Class<T> type, Function<T, String> wordOf) {
    Set<T> found = EnumSet.noneOf(type);
    for (String value : texts(key)) {
      word(key, value, type.getEnumConstants(), wordOf).ifPresent(found::add);
    }
    return found;
  }

  /** The value of a key that may stand once and has to be one of the words. */
  <T> Optional<T> word(String key, T[] allowed, Function<T, String> wordOf) {
    return text(key).flatMap(value -> word(key, value, allowed, wordOf));
  }

  /**
   * Every alternative of a key. What it builds on stands before it in square brackets, such as
   * {@code [asyncio]}.
   */
  List<Alternative> alternatives(String key, Map<String, Technique> techniques) {
    List<Alternative> alternatives = new ArrayList<>();
    for (String value : texts(key)) {
      int end = value.startsWith("[") ? value.indexOf("] ") : -1;
      if (end < 0) {
        alternatives.add(Alternative.of(value));
        continue;
      }
      Technique technique = techniques.get(value.substring(1, end));
      if (technique == null) {
        report(
            key,
            value,
            "there is no such technique; use %s, or leave the brackets out."
                .formatted(listed(List.copyOf(techniques.keySet()))));
      }
      alternatives.add(new Alternative(value.substring(end + 2), Optional.ofNullable(technique)));
    }
    return alternatives;
  }

  /** The value of a key that has to stand once. */
  Optional<String> required(String key) {
    Optional<String> value = text(key);
    reportMissing(key, value);
    return value;
  }

  /** Says that a key is missing, unless it has a value, be it a wrong one. */
  void reportMissing(String key, Optional<?> value) {
    if (value.isEmpty() && texts(key).isEmpty()) {
      report(key, "", "the key is missing.");
    }
  }

  Optional<URI> link(String key) {
    return text(key).flatMap(value -> uri(key, value));
  }

  List<URI> links(String key) {
    return texts(key).stream().flatMap(value -> uri(key, value).stream()).toList();
  }

  private <T> Optional<T> word(String key, String value, T[] allowed, Function<T, String> wordOf) {
    for (T one : allowed) {
      if (wordOf.apply(one).equals(value)) {
        return Optional.of(one);
      }
    }
    report(key, value, "use " + listed(Arrays.stream(allowed).map(wordOf).toList()) + ".");
    return Optional.empty();
  }

  private Optional<URI> uri(String key, String value) {
    try {
      URI uri = new URI(value);
      if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // Said below, as for any other value that is no address of a page.
    }
    report(key, value, "use the address of a page, such as https://example.org/page#anchor.");
    return Optional.empty();
  }

  private static String listed(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", "))
        + " or "
        + words.get(words.size() - 1);
  }
}
