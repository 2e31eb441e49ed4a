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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/** Which series there are, when they are released, and what the community goal sets for them. */
public final class SeriesCalendar {
  private static final String FILE = "series.config";
  private static final String SERIES = "series";
  private static final String HEADS = "refs/heads/";

  /** Read once: its file cannot change while it is loaded. */
  private static final SeriesCalendar BUILT_IN = readBuiltIn();

  private final NavigableMap<Series, Optional<LocalDate>> releases = new TreeMap<>();
  private final Map<String, Series> byName = new HashMap<>();
  private final List<String> branchPrefixes;
  private final Series support;
  private final Series deprecation;
  private final Series retirement;

  private SeriesCalendar(Config config) {
    for (String id : config.getSubsections(SERIES)) {
      Series series = new Series(id);
      releases.put(
          series,
          Optional.ofNullable(config.getString(SERIES, id, "release")).map(LocalDate::parse));
      byName.put(id, series);
      Optional.ofNullable(config.getString(SERIES, id, "name"))
          .ifPresent(name -> byName.put(name, series));
    }
    branchPrefixes = List.of(config.getStringList("branch", null, "prefix"));
    support = goal(config, "support");
    deprecation = goal(config, "deprecation");
    retirement = goal(config, "retirement");
  }

  private static Series goal(Config config, String key) {
    return new Series(config.getString("goal", null, key));
  }

  /** The calendar that ships with Eventlet Guard, in {@code resources/series.config}. */
  public static SeriesCalendar builtIn() {
    return BUILT_IN;
  }

  /**
   * Reads a calendar.
   *
   * @throws IllegalArgumentException if it is wrong; it says what
   */
  static SeriesCalendar parse(String text) {
    Config config = new Config();
    try {
      config.fromText(text);
      return new SeriesCalendar(config);
    } catch (ConfigInvalidException | RuntimeException e) {
      throw new IllegalArgumentException(FILE + ": " + e.getMessage(), e);
    }
  }

  private static SeriesCalendar readBuiltIn() {
    try (InputStream stream = SeriesCalendar.class.getClassLoader().getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + FILE);
      }
      return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /** The series with an id or a name, such as {@code 2026.2}, {@code hibiscus}. */
  public Optional<Series> find(String idOrName) {
    Series known = byName.get(idOrName.toLowerCase(Locale.ROOT));
    return known == null && Series.isId(idOrName)
        ? Optional.of(new Series(idOrName))
        : Optional.ofNullable(known);
  }

  /** The series that is under development on a day: the first one that is not released yet. */
  public Series current(LocalDate today) {
    return releases.entrySet().stream()
        .filter(entry -> entry.getValue().map(release -> release.isAfter(today)).orElse(true))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(releases::lastKey);
  }

  /**
   * The series that a branch belongs to: {@code stable/2026.1} and {@code unmaintained/zed} to
   * those they name, any other branch to the one under development.
   *
   * @param branch the name, with or without {@code refs/heads/}
   */
  public Series ofBranch(String branch, LocalDate today) {
    String name = branch.startsWith(HEADS) ? branch.substring(HEADS.length()) : branch;
    return branchPrefixes.stream()
        .filter(name::startsWith)
        .flatMap(prefix -> find(name.substring(prefix.length())).stream())
        .findFirst()
        .orElseGet(() -> current(today));
  }

  /** The series by which everything runs without Eventlet, whether or not it also runs with. */
  public Series support() {
    return support;
  }

  /** The series in which what still runs on Eventlet deprecates it. */
  public Series deprecation() {
    return deprecation;
  }

  /** The series with which Eventlet is retired from OpenStack. */
  public Series retirement() {
    return retirement;
  }
}
