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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import com.googlesource.gerrit.plugins.eventletguard.scan.modules.FoundImports;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ImportReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers of files the version that was scanned last, and what it held: the next one differs in
 * few lines, and mostly in none that matter, so that it holds the same in other lines. What it
 * tells is what a scan would find. Forgets first what was not asked for the longest. Safe for use
 * by several threads.
 */
final class EarlierVersions {
  /** A tree of Nova's size takes some 20 MB. */
  private static final int MOST_BYTES = 48 << 20;

  /** What else than its content decides what a version holds. */
  private record Key(String path, String reexports) {}

  /**
   * A version.
   *
   * @param places where its usages and declarations start and end, in their order
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Version(
      byte[] content, FoundImports imports, ScannedFile file, int[] places, ScanTrace trace) {
    int weight() {
      return content.length + trace.weight();
    }
  }

  private final Map<Key, Version> versions =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true);

  private long weight;

  /**
   * What a version of a file holds, as an earlier one tells it; empty when none does.
   *
   * @param reexports digest of what the modules of its tree offer
   */
  Optional<ScannedFile> find(SourceFile file, String reexports) {
    Key key = new Key(file.path(), reexports);
    Version earlier = find(key);
    if (earlier == null) {
      return Optional.empty();
    }
    CommonLines common = CommonLines.of(earlier.content(), file.content());
    if (!isPlain(common.added())) {
      return Optional.empty();
    }
    Optional<Version> version =
        SourceText.ofAscii(file)
            .flatMap(text -> earlier.trace().in(text, file.content(), common))
            .flatMap(trace -> moved(earlier, file, common, trace));
    version.ifPresent(now -> keep(key, now));
    return version.map(Version::file);
  }

  /** Whether it is text whose characters are one byte each. */
  private static boolean isPlain(byte[] added) {
    for (byte one : added) {
      if (one <= 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Version> moved(
      Version earlier, SourceFile file, CommonLines common, ScanTrace trace) {
    int[] places = earlier.places().clone();
    int[] down = new int[places.length / 2];
    for (int i = 0; i < down.length; i++) {
      Optional<CommonLines.Run> run = common.around(places[2 * i], places[2 * i + 1]);
      if (run.isEmpty()) {
        return Optional.empty();
      }
      down[i] = run.get().down();
      places[2 * i] += run.get().shift();
      places[2 * i + 1] += run.get().shift();
    }
    FoundImports imports =
        earlier
            .imports()
            .in(common, file.content().length)
            .orElseGet(() -> ImportReader.find(file));
    return Optional.of(
        new Version(
            file.content(),
            imports,
            moved(earlier.file(), down).importing(imports.digest()),
            places,
            trace));
  }

  private static ScannedFile moved(ScannedFile file, int[] down) {
    List<Usage> usages = new ArrayList<>();
    for (Usage usage : file.usages()) {
      usages.add(usage.down(down[usages.size()]));
    }
    List<OptionDeclaration> declarations = new ArrayList<>();
    for (OptionDeclaration declaration : file.declarations()) {
      declarations.add(declaration.down(down[usages.size() + declarations.size()]));
    }
    return new ScannedFile(usages, file.skipped(), declarations, file.exports(), file.imports());
  }

  /**
   * Remembers a version.
   *
   * @param reexports digest of what the modules of its tree offer
   * @param imports of it
   * @param file what it holds
   * @param trace how that was found
   */
  void keep(
      SourceText text,
      byte[] content,
      String reexports,
      FoundImports imports,
      ScannedFile file,
      ScanTrace trace) {
    // Only then an offset is the same in both.
    if (text.isPlainUtf8() && text.text().length() == content.length) {
      keep(
          new Key(text.path(), reexports),
          new Version(content, imports, file, places(text, file), trace));
    }
  }

  private static int[] places(SourceText text, ScannedFile file) {
    List<Range> ranges = new ArrayList<>();
    file.usages().forEach(usage -> ranges.add(usage.range()));
    file.declarations().forEach(declaration -> ranges.add(declaration.range()));
    int[] places = new int[2 * ranges.size()];
    for (int i = 0; i < ranges.size(); i++) {
      places[2 * i] = text.start(ranges.get(i));
      places[2 * i + 1] = text.end(ranges.get(i));
    }
    return places;
  }

  private synchronized Version find(Key key) {
    return versions.get(key);
  }

  private synchronized void keep(Key key, Version version) {
    Version before = versions.put(key, version);
    weight += version.weight() - (before == null ? 0 : before.weight());
    Iterator<Version> eldest = versions.values().iterator();
    while (weight > MOST_BYTES && eldest.hasNext()) {
      weight -= eldest.next().weight();
      eldest.remove();
    }
  }
}
