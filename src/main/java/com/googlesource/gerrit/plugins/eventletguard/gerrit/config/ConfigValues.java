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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.config;

import com.google.gerrit.server.config.ConfigUtil;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jgit.util.StringUtils;

/**
 * Reads values of one section of configuration. A bad value never throws: the default holds, and a
 * problem says which file, section, key and value it is and what would be right.
 */
final class ConfigValues {
  /**
   * A value as a file has it.
   *
   * @param file as an administrator would call it
   */
  record Value(String text, String file) {}

  private final String section;
  private final Function<String, Optional<Value>> values;
  private final Consumer<ConfigProblem> problems;
  private final BiConsumer<String, String> readings;

  /**
   * @param section as it stands in the file, for messages
   * @param values the value of a key; empty when it is not set
   * @param problems told of each bad value
   */
  ConfigValues(
      String section, Function<String, Optional<Value>> values, Consumer<ConfigProblem> problems) {
    this(section, values, problems, (key, value) -> {});
  }

  /**
   * @param readings told of each key that is read, and of what holds for it
   */
  ConfigValues(
      String section,
      Function<String, Optional<Value>> values,
      Consumer<ConfigProblem> problems,
      BiConsumer<String, String> readings) {
    this.section = section;
    this.values = values;
    this.problems = problems;
    this.readings = readings;
  }

  /** The text of a key without space around it; empty when it is not set or blank. */
  Optional<String> text(String key) {
    Optional<String> text = textOf(key);
    readings.accept(key, text.orElse(""));
    return text;
  }

  /** The same where there is a default. */
  String textOr(String key, String byDefault) {
    String text = textOf(key).orElse(byDefault);
    readings.accept(key, text);
    return text;
  }

  private Optional<String> textOf(String key) {
    return values.apply(key).map(Value::text).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The words of a key, with space or commas between them. */
  Set<String> words(String key) {
    return text(key).map(text -> Set.copyOf(List.of(text.split("[\\s,]+")))).orElse(Set.of());
  }

  boolean booleanOr(String key, boolean byDefault) {
    return parsed(key, StringUtils::toBooleanOrNull, "true or false", byDefault);
  }

  /**
   * @param least inclusive
   * @param most inclusive
   */
  int intOr(String key, int byDefault, int least, int most) {
    return parsed(
        key,
        text -> integerOrNull(text, least, most),
        "a number from %d to %d".formatted(least, most),
        byDefault);
  }

  /**
   * One of several words, in upper or lower case.
   *
   * @param choices what may be chosen
   * @param word how a choice is written
   */
  <T> T wordOr(String key, T byDefault, List<T> choices, Function<T, String> word) {
    return parsed(
        key,
        text -> choiceOrNull(text, choices, word),
        oneOf(choices, word),
        byDefault,
        word.apply(byDefault));
  }

  /** The same where nothing is the default. */
  <T> Optional<T> word(String key, List<T> choices, Function<T, String> word) {
    return parsed(
        key,
        text ->
            Optional.ofNullable(choiceOrNull(text, choices, word)).map(Optional::of).orElse(null),
        oneOf(choices, word),
        Optional.empty(),
        "the default");
  }

  /**
   * A length of time in whole seconds, such as {@code 10 minutes}.
   *
   * @param most inclusive; the least is nothing at all
   */
  Duration durationOr(String key, Duration byDefault, Duration most) {
    return parsed(
        key,
        text -> durationOrNull(text, most),
        "a length of time such as 10 minutes, at most %d days".formatted(most.toDays()),
        byDefault);
  }

  private <T> T parsed(String key, Function<String, T> parse, String expected, T byDefault) {
    return parsed(key, parse, expected, byDefault, String.valueOf(byDefault));
  }

  /**
   * @param parse what a text stands for; null for what it cannot be
   * @param expected what it can be, to follow "is not"
   * @param holds how the default is written
   */
  <T> T parsed(String key, Function<String, T> parse, String expected, T byDefault, String holds) {
    Optional<Value> value = values.apply(key);
    if (value.isEmpty()) {
      readings.accept(key, holds);
      return byDefault;
    }
    T parsed = parse.apply(value.get().text().strip());
    readings.accept(key, parsed == null ? holds : value.get().text().strip());
    if (parsed == null) {
      problems.accept(
          new ConfigProblem(
              value.get().file(), section, key, value.get().text(), "is not " + expected, holds));
      return byDefault;
    }
    return parsed;
  }

  private static <T> T choiceOrNull(String text, List<T> choices, Function<T, String> word) {
    return choices.stream()
        .filter(choice -> word.apply(choice).equalsIgnoreCase(text))
        .findFirst()
        .orElse(null);
  }

  private static <T> String oneOf(List<T> choices, Function<T, String> word) {
    List<String> words = choices.stream().map(word).toList();
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static Duration durationOrNull(String text, Duration most) {
    try {
      Duration duration =
          Duration.ofSeconds(
              ConfigUtil.getTimeUnit(text, /* defaultValue= */ -1, TimeUnit.SECONDS));
      return duration.isNegative() || duration.compareTo(most) > 0 ? null : duration;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Integer integerOrNull(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      return least <= number && number <= most ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
