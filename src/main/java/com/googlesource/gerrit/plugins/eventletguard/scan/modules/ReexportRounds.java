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

import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the modules of a tree offer to each other, and how that was found: enough to tell that it
 * holds for another tree too, by those files alone in which that one differs. Immutable.
 */
public final class ReexportRounds {
  /** No module offers anything. */
  public static final ReexportRounds NONE =
      new ReexportRounds(Set.of(), Map.of(), List.of(), Reexports.NONE);

  private static final String PACKAGE = "/__init__.py";

  /**
   * One look at the modules that may import what was found in the round before.
   *
   * @param known what was known by then
   * @param fresh what of it nobody was asked about
   * @param offered by path, what modules turned out to offer; those that offer nothing are left out
   */
  record Round(Reexports known, Reexports fresh, Map<String, List<Export>> offered) {
    /** Of some files, by path, the modules to look at, and what those that they import offer. */
    static SortedMap<String, Reexports> importing(
        Reexports known, Reexports fresh, Map<String, ScannedFile> files) {
      SortedMap<String, Reexports> importing = new TreeMap<>();
      files.forEach(
          (path, file) -> {
            if (ModuleNames.isModule(path) && !fresh.importedBy(file.imports()).isEmpty()) {
              importing.put(path, known.importedBy(file.imports()));
            }
          });
      return importing;
    }
  }

  private final Set<String> packages;
  private final Map<String, List<Export>> alone;
  private final List<Round> rounds;
  private final Reexports reexports;

  /**
   * @param packages the folders that are some
   * @param alone by path, what modules offer without the others; those that do are enough
   * @param reexports what all of it comes to
   */
  ReexportRounds(
      Set<String> packages,
      Map<String, List<Export>> alone,
      List<Round> rounds,
      Reexports reexports) {
    this.packages = Set.copyOf(packages);
    this.alone = Map.copyOf(alone);
    this.rounds = List.copyOf(rounds);
    this.reexports = reexports;
  }

  /** The folders, without a slash at the end, that are packages. */
  static Set<String> packages(Set<String> paths) {
    Set<String> packages = new HashSet<>();
    for (String path : paths) {
      if (isPackage(path)) {
        packages.add(folder(path));
      }
    }
    return packages;
  }

  private static boolean isPackage(String path) {
    return path.endsWith(PACKAGE) && path.length() > PACKAGE.length();
  }

  private static String folder(String path) {
    return path.substring(0, path.length() - PACKAGE.length());
  }

  public Reexports reexports() {
    return reexports;
  }

  /**
   * By what modules with such imports are read on the way to what the tree's modules offer, and in
   * the end.
   */
  public List<Reexports> offeredTo(ImportDigest imports) {
    List<Reexports> offered = new ArrayList<>();
    for (Round round : rounds) {
      if (!round.fresh().importedBy(imports).isEmpty()) {
        offered.add(round.known().importedBy(imports));
      }
    }
    Reexports last = reexports.importedBy(imports);
    if (!last.isEmpty()) {
      offered.add(last);
    }
    return offered;
  }

  /**
   * Whether the modules of another tree offer the same: all that differ offer in each round what
   * they did before.
   *
   * @param changed the Python files in which that tree differs, by path; empty for one that it does
   *     not have
   * @param reader reads those
   * @throws IOException if the reader cannot read
   */
  public boolean holdWith(Map<String, Optional<ScannedFile>> changed, ReexportFinder.Reader reader)
      throws IOException {
    Map<String, ScannedFile> files = new HashMap<>();
    changed.forEach((path, file) -> file.ifPresent(there -> files.put(path, there)));
    if (changed.keySet().stream().anyMatch(path -> renames(path, files.containsKey(path)))
        || !areOffered(files, changed.keySet(), alone)) {
      return false;
    }
    for (Round round : rounds) {
      Map<String, ScannedFile> read =
          reader.read(Round.importing(round.known(), round.fresh(), files));
      if (!areOffered(read, changed.keySet(), round.offered())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a folder becomes a package, or is one no more, around a module that offers names. */
  private boolean renames(String path, boolean isThere) {
    if (!isPackage(path) || packages.contains(folder(path)) == isThere) {
      return false;
    }
    String below = folder(path) + '/';
    return alone.keySet().stream().anyMatch(module -> module.startsWith(below))
        || rounds.stream()
            .flatMap(round -> round.offered().keySet().stream())
            .anyMatch(module -> module.startsWith(below));
  }

  private static boolean areOffered(
      Map<String, ScannedFile> files, Set<String> paths, Map<String, List<Export>> offered) {
    for (String path : paths) {
      ScannedFile file = files.get(path);
      List<Export> exports =
          file == null || !ModuleNames.isModule(path) ? List.of() : file.exports();
      if (!exports.equals(offered.getOrDefault(path, List.of()))) {
        return false;
      }
    }
    return true;
  }
}
