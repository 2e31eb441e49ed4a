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

package com.googlesource.gerrit.plugins.eventletguard.scan.modules;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tree of modules that a test spells out. */
public final class ModuleTree {
  private static final Scanner SCANNER =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  private final SortedMap<String, SourceFile> sources = new TreeMap<>();

  /** Paths of the modules that were read again because of what others offer. */
  private final List<String> readAgain = new ArrayList<>();

  /** Adds a module. */
  public ModuleTree with(String path, String... lines) {
    String text = String.join("\n", lines) + "\n";
    sources.put(path, new SourceFile(path, text.getBytes(UTF_8)));
    return this;
  }

  /** Takes a module away. */
  ModuleTree without(String path) {
    sources.remove(path);
    return this;
  }

  /** Adds packages without anything in their own modules. */
  public ModuleTree withPackages(String... folders) {
    for (String folder : folders) {
      with(folder + "/__init__.py");
    }
    return this;
  }

  /** What the modules offer to each other. */
  public Reexports reexports() {
    return rounds().reexports();
  }

  /** What the modules offer to each other, and how that is found. */
  ReexportRounds rounds() {
    try {
      return ReexportFinder.findRounds(alone(), this::readAgain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this tree is told to offer the same as another one, by what differs. */
  boolean offersLike(ModuleTree other) {
    Map<String, Optional<ScannedFile>> changed = new TreeMap<>();
    other.sources.keySet().forEach(path -> changed.put(path, Optional.empty()));
    alone().forEach((path, file) -> changed.put(path, Optional.of(file)));
    sources.forEach(
        (path, source) -> {
          SourceFile before = other.sources.get(path);
          if (before != null && Arrays.equals(before.content(), source.content())) {
            changed.remove(path);
          }
        });
    ReexportRounds rounds = other.rounds();
    readAgain.clear();
    try {
      return rounds.holdWith(changed, this::readAgain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SortedMap<String, ScannedFile> alone() {
    SortedMap<String, ScannedFile> files = new TreeMap<>();
    sources.forEach((path, source) -> files.put(path, SCANNER.read(source)));
    return files;
  }

  private Map<String, ScannedFile> readAgain(Map<String, Reexports> importing) {
    readAgain.addAll(importing.keySet());
    Map<String, ScannedFile> read = new TreeMap<>();
    importing.forEach(
        (path, reexports) -> read.put(path, SCANNER.read(sources.get(path), reexports)));
    return read;
  }

  /** Paths of the modules that were read again until now. */
  List<String> readAgainSoFar() {
    return List.copyOf(readAgain);
  }

  List<String> readAgain() {
    reexports();
    return readAgain;
  }

  /** What one module holds. */
  public ScannedFile read(String path) {
    ScannedFile alone = SCANNER.read(sources.get(path));
    return SCANNER.read(sources.get(path), reexports().importedBy(alone.imports()));
  }

  /** The findings in one module. */
  public List<Finding> findings(String path) {
    return SCANNER.judge(path, read(path)).findings();
  }

  /** Each finding in one module as line, kind, symbol, and the modules on the way to it. */
  List<String> found(String path) {
    return findings(path).stream()
        .map(
            finding ->
                "%d %s %s%s"
                    .formatted(
                        finding.range().startLine(),
                        finding.usage().kind().word(),
                        finding.usage().symbol(),
                        finding
                            .usage()
                            .via()
                            .map(via -> " via " + String.join(", ", via.modules()))
                            .orElse("")))
        .toList();
  }
}
