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

package com.googlesource.gerrit.plugins.eventletguard.scan.python;

import com.googlesource.gerrit.plugins.eventletguard.scan.FileScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.OptionDeclaration;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.TracedScan;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ImportDigest;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.OfferedImports;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.RelevantSource;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.RelevantWords;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.SymbolRoots;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Finds usages in Python files: parses each once, for all of its finders. */
public final class PythonScanner implements FileScanner {
  private final List<PythonUsageFinder> finders;
  private final SymbolRoots roots;

  /** By what the finders look for in a file, each of them; few paths differ in that. */
  private final Map<List<List<Set<String>>>, RelevantWords> words = new ConcurrentHashMap<>();

  /** Those of the file before, as most files of a tree do not differ. */
  private volatile Known last = new Known(List.of(), null);

  private record Known(List<List<Set<String>>> triggers, RelevantWords words) {}

  /**
   * @param finders what to look for
   */
  public PythonScanner(List<PythonUsageFinder> finders) {
    this.finders = List.copyOf(finders);
    this.roots =
        new SymbolRoots(
            finders.stream()
                .flatMap(finder -> finder.roots().roots().stream())
                .distinct()
                .toList());
  }

  @Override
  public List<Usage> scan(SourceText text) {
    return scan(text, Reexports.NONE).usages();
  }

  @Override
  public ScannedFile scan(SourceText text, Reexports reexports) {
    return relevant(text, reexports)
        .map(source -> scan(source, reexports))
        .orElse(ScannedFile.NOTHING);
  }

  @Override
  public TracedScan trace(SourceText text, Reexports reexports) {
    return relevant(text, reexports)
        .map(source -> new TracedScan(scan(source, reexports), source.trace()))
        .orElse(new TracedScan(ScannedFile.NOTHING, Optional.empty()));
  }

  private Optional<RelevantSource> relevant(SourceText text, Reexports reexports) {
    return RelevantSource.of(
        text,
        words(text.path()),
        reexports.isEmpty()
            ? Optional.empty()
            : Optional.of(new OfferedImports(text.path(), reexports)));
  }

  private ScannedFile scan(RelevantSource source, Reexports reexports) {
    return DeepStack.call(source.parsedText(), () -> scanParsed(source, reexports));
  }

  @Override
  public boolean mayFindIn(SourceFile file) {
    return words(file.path()).mayMatter(file.content());
  }

  private RelevantWords words(String path) {
    List<List<Set<String>>> triggers = new ArrayList<>(finders.size());
    finders.forEach(finder -> triggers.add(finder.triggers(path)));
    Known known = last;
    if (!areSame(triggers, known.triggers())) {
      known =
          new Known(
              triggers,
              words.computeIfAbsent(
                  triggers,
                  sets -> new RelevantWords(sets.stream().flatMap(List::stream).toList(), roots)));
      last = known;
    }
    return known.words();
  }

  /** Comparing what they hold would take longer than to search a small file. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean areSame(List<List<Set<String>>> some, List<List<Set<String>>> others) {
    for (int i = 0; i < some.size(); i++) {
      if (i >= others.size() || some.get(i) != others.get(i)) {
        return false;
      }
    }
    return some.size() == others.size();
  }

  private Set<String> leads(PythonModule module) {
    Set<String> names = new HashSet<>();
    finders.forEach(finder -> names.addAll(finder.leads(module)));
    return names;
  }

  private ScannedFile scanParsed(RelevantSource source, Reexports reexports) {
    PythonModule module = PythonModule.of(source, roots, reexports, this::leads);
    TreeSet<Usage> usages = new TreeSet<>(Usage.ORDER);
    List<OptionDeclaration> declarations = new ArrayList<>();
    for (PythonUsageFinder finder : finders) {
      finder.find(module, usages::add);
      finder.findDeclarations(module, declarations::add);
    }
    return new ScannedFile(
        List.copyOf(usages), Optional.empty(), declarations, module.exports(), ImportDigest.NONE);
  }
}
