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

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the files of a tree say about the project besides its usages.
 *
 * @param kind whether the steps for services or those for libraries hold
 * @param evidence how that was told, as a phrase
 * @param retired the file that says that nobody maintains it any longer
 * @param deprecation the first release note that deprecates something of Eventlet
 * @param replacements libraries that may replace Eventlet and are required, sorted
 */
public record Deliverable(
    Kind kind,
    String evidence,
    Optional<String> retired,
    Optional<String> deprecation,
    List<String> replacements) {
  /** Which of the two lists of steps of the community goal's proposal holds. */
  public enum Kind {
    SERVICE,
    LIBRARY;

    /** The lower-case word used on the command line and in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<String> READMES = List.of("README.rst", "README.md", "README");
  private static final List<String> ENTRY_POINTS = List.of("setup.cfg", "pyproject.toml");
  private static final List<String> REQUIREMENTS =
      List.of("requirements.txt", "setup.cfg", "pyproject.toml");
  private static final String NOTES = "releasenotes/notes";

  /** What OpenStack's retirement process puts into the README, and its like. */
  private static final Pattern RETIRED =
      Pattern.compile(
          "(project|repository|repo)\\s+(is|has\\s+been)\\s+"
              + "(no\\s+longer\\s+(being\\s+)?(maintained|developed|supported)|retired|archived)",
          Pattern.CASE_INSENSITIVE);

  /** A process that serves: a WSGI script, an application for Paste, or a command of a package. */
  private static final Pattern STARTS_PROCESS =
      Pattern.compile(
          "(?m)^[^#\\n]*\\b(wsgi_scripts|paste\\.app_factory|[\\w.]+\\.cmd\\.[\\w.]+:\\w+)");

  private static final Pattern COMMAND_PACKAGE = Pattern.compile("(?:[^/]+/)+cmd/.+\\.py");

  private static final Pattern REPLACEMENT =
      Pattern.compile(
          "(?m)^[\\s\"']*(aiohttp|asgiref|awaitlet|cotyledon|cheroot|futurist|uvicorn)"
              + "(?=[\\s\\[<>=!~;\"',#]|$)");

  private static final Pattern DEPRECATIONS =
      Pattern.compile("(?ms)^deprecations:[^\\n]*\\n(?<text>.*?)(?=^\\w|\\z)");

  public Deliverable {
    requireNonNull(kind, "kind");
    requireNonNull(evidence, "evidence");
    requireNonNull(retired, "retired");
    requireNonNull(deprecation, "deprecation");
    replacements = List.copyOf(replacements);
  }

  /**
   * Reads what the files say.
   *
   * @param paths where the tree has findings
   * @param kind what the user says that it is; empty to tell by its entry points
   * @throws IOException if a file cannot be read
   */
  static Deliverable read(TreeFiles files, Collection<String> paths, Optional<Kind> kind)
      throws IOException {
    Optional<String> process = process(files, paths);
    Kind told = process.isPresent() ? Kind.SERVICE : Kind.LIBRARY;
    return new Deliverable(
        kind.orElse(told),
        kind.isPresent()
            ? "as the command line says"
            : process.orElse("no entry point starts a process of its own"),
        retired(files),
        deprecation(files),
        replacements(files));
  }

  private static Optional<String> process(TreeFiles files, Collection<String> paths)
      throws IOException {
    for (String path : ENTRY_POINTS) {
      Optional<String> text = files.read(path);
      if (text.isPresent()) {
        Matcher matcher = STARTS_PROCESS.matcher(text.get());
        if (matcher.find()) {
          return Optional.of("%s has %s".formatted(path, matcher.group(1)));
        }
      }
    }
    return paths.stream()
        .filter(path -> COMMAND_PACKAGE.matcher(path).matches())
        .findFirst()
        .map(path -> "there is " + path);
  }

  private static Optional<String> retired(TreeFiles files) throws IOException {
    for (String path : READMES) {
      if (files.read(path).filter(text -> RETIRED.matcher(text).find()).isPresent()) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> deprecation(TreeFiles files) throws IOException {
    for (String name : files.names(NOTES)) {
      String path = NOTES + "/" + name;
      if (name.endsWith(".yaml") && files.read(path).filter(Deliverable::deprecates).isPresent()) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private static boolean deprecates(String note) {
    Matcher deprecations = DEPRECATIONS.matcher(note);
    return deprecations.find()
        && deprecations.group("text").toLowerCase(Locale.ROOT).contains("eventlet");
  }

  private static List<String> replacements(TreeFiles files) throws IOException {
    List<String> found = new ArrayList<>();
    for (String path : REQUIREMENTS) {
      REPLACEMENT
          .matcher(files.read(path).orElse(""))
          .results()
          .forEach(match -> found.add(match.group(1)));
    }
    return found.stream().distinct().sorted().toList();
  }
}
