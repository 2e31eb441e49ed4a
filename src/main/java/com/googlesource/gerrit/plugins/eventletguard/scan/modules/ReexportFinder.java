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
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ReexportRounds.Round;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds what the modules of a tree offer of what the rules look for. It starts from those that have
 * it from Eventlet itself; only modules that import one of them are looked at again, and those that
 * import these, until nothing is left. So it costs what mentions Eventlet or leads to it, and not
 * what else there is in the tree.
 */
public final class ReexportFinder {
  /** Names go through fewer modules than this where people can still follow. */
  private static final int MOST_ROUNDS = 8;

  /** More names than this are no tree that people write. */
  private static final int MOST_NAMES = 20_000;

  /** Reads modules once more. */
  @FunctionalInterface
  public interface Reader {
    /**
     * What modules hold when other modules offer something.
     *
     * @param importing by the path of each module, what those that it may import offer
     * @return by path
     */
    Map<String, ScannedFile> read(Map<String, Reexports> importing) throws IOException;
  }

  private final SortedMap<String, ScannedFile> files;
  private final Set<String> packages;
  private final SortedMap<String, SortedMap<String, Export>> exports = new TreeMap<>();
  private int names;

  private ReexportFinder(SortedMap<String, ScannedFile> files) {
    this.files = files;
    this.packages = ReexportRounds.packages(files.keySet());
  }

  /**
   * What the modules of a tree offer.
   *
   * @param files every Python file by path, as it is without the others
   * @throws IOException if the reader cannot read
   */
  public static Reexports find(SortedMap<String, ScannedFile> files, Reader reader)
      throws IOException {
    return findRounds(files, reader).reexports();
  }

  /**
   * What the modules of a tree offer, and how that was found.
   *
   * @param files every Python file by path, as it is without the others
   * @throws IOException if the reader cannot read
   */
  public static ReexportRounds findRounds(SortedMap<String, ScannedFile> files, Reader reader)
      throws IOException {
    return new ReexportFinder(files).run(reader);
  }

  private ReexportRounds run(Reader reader) throws IOException {
    Map<String, List<Export>> alone = addAll(files);
    List<Round> rounds = new ArrayList<>();
    Reexports all = reexports();
    Reexports fresh = all;
    for (int round = 0; round < MOST_ROUNDS && !fresh.isEmpty(); round++) {
      Map<String, ScannedFile> read = reader.read(Round.importing(all, fresh, files));
      rounds.add(new Round(all, fresh, addAll(new TreeMap<>(read))));
      Reexports more = reexports();
      fresh = more.without(all);
      if (!fresh.isEmpty()) {
        all = more;
      }
    }
    return new ReexportRounds(packages, alone, rounds, all);
  }

  /** Adds what modules offer, and tells which offer anything. */
  private Map<String, List<Export>> addAll(SortedMap<String, ScannedFile> some) {
    Map<String, List<Export>> offering = new HashMap<>();
    some.forEach(
        (path, file) -> {
          if (ModuleNames.isModule(path) && !file.exports().isEmpty()) {
            offering.put(path, file.exports());
            add(path, file.exports());
          }
        });
    return offering;
  }

  /** What was found first stays: it is the shortest way. */
  private void add(String path, List<Export> offered) {
    for (Export export : offered) {
      if (names < MOST_NAMES
          && exports
                  .computeIfAbsent(path, key -> new TreeMap<>())
                  .putIfAbsent(export.name(), export)
              == null) {
        names++;
      }
    }
  }

  private Reexports reexports() {
    Map<String, Map<String, Export>> byModule = new TreeMap<>();
    exports.forEach(
        (path, offered) ->
            ModuleNames.all(path, packages::contains)
                .forEach(name -> byModule.putIfAbsent(name, offered)));
    return new Reexports(copy(byModule));
  }

  private static Map<String, Map<String, Export>> copy(Map<String, Map<String, Export>> modules) {
    Map<String, Map<String, Export>> copy = new TreeMap<>();
    modules.forEach((module, offered) -> copy.put(module, new TreeMap<>(offered)));
    return copy;
  }
}
