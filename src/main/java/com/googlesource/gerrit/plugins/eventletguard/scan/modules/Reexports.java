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

import com.googlesource.gerrit.plugins.eventletguard.rules.Digest;
import com.googlesource.gerrit.plugins.eventletguard.rules.Lazy;
import com.googlesource.gerrit.plugins.eventletguard.scan.Surroundings;
import com.googlesource.gerrit.plugins.eventletguard.scan.Via;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What the modules of a tree offer of what the rules look for, by their names. Immutable. */
public final class Reexports {
  /** No module offers anything. */
  public static final Reexports NONE = new Reexports(Map.of());

  /** What a dotted name leads to. */
  public record Target(String symbol, Via via) {}

  /** By every name of a module, what it offers by name. */
  private final Map<String, Map<String, Export>> modules;

  /** What asks for the names themselves. */
  private final Lazy<ImportQuery> namesAlone = new Lazy<>(this::queryOfNames);

  /** What asks for each module alone, in their order. */
  private final Lazy<ImportQueries> queries = new Lazy<>(this::queriesOfModules);

  /** By the indexes of modules: few of a tree's files differ in what they import of them. */
  private final Map<BitSet, Reexports> parts = new ConcurrentHashMap<>();

  /** By names; shared with the parts, of which many offer the same ones. */
  private final Map<Set<String>, NameUses> uses;

  private final Lazy<String> digest = new Lazy<>(this::digestOfModules);

  /**
   * @param modules by every name that a module has, what it offers by name
   */
  Reexports(Map<String, Map<String, Export>> modules) {
    this(modules, new ConcurrentHashMap<>());
  }

  private Reexports(Map<String, Map<String, Export>> modules, Map<Set<String>, NameUses> uses) {
    this.uses = uses;
    this.modules = Collections.unmodifiableMap(new TreeMap<>(modules));
  }

  public boolean isEmpty() {
    return modules.isEmpty();
  }

  /** Tells whether two of them lead to the same; empty when there is nothing. */
  public String digest() {
    return digest.get();
  }

  /** What of it a file may import: all of the modules of which it may import something. */
  public Reexports importedBy(ImportDigest imports) {
    BitSet imported = queries.get().matching(imports);
    return imported.isEmpty() ? NONE : parts.computeIfAbsent(imported, this::part);
  }

  private Reexports part(BitSet some) {
    Map<String, Map<String, Export>> part = new TreeMap<>();
    int index = 0;
    for (Map.Entry<String, Map<String, Export>> module : modules.entrySet()) {
      if (some.get(index++)) {
        part.put(module.getKey(), module.getValue());
      }
    }
    return new Reexports(part, uses);
  }

  /**
   * Whether a Python file may use any of the names: it imports one, alone or with all others of its
   * module, or takes one from a module.
   *
   * @param content its bytes
   */
  public boolean mayBeUsedIn(byte[] content, ImportDigest imports) {
    return namesAlone.get().matches(imports)
        || uses.computeIfAbsent(names(), NameUses::new).occurIn(content);
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    modules.values().forEach(exports -> names.addAll(exports.keySet()));
    return names;
  }

  /** Every name that is offered, in full. */
  public Set<String> fullNames() {
    Set<String> names = new TreeSet<>();
    modules.forEach(
        (module, exports) -> exports.keySet().forEach(n -> names.add(module + '.' + n)));
    return names;
  }

  /** The names that {@code from module import *} brings. */
  public Set<String> starNames(String module) {
    Set<String> names = new TreeSet<>();
    modules.getOrDefault(module, Map.of()).values().stream()
        .filter(Export::star)
        .forEach(export -> names.add(export.name()));
    return names;
  }

  /** What a dotted name leads to, if its beginning is one of these names. */
  public Optional<Target> find(String dotted) {
    for (int end = dotted.indexOf('.'); end >= 0; end = dotted.indexOf('.', end + 1)) {
      Map<String, Export> exports = modules.get(dotted.substring(0, end));
      if (exports != null) {
        int nameEnd = dotted.indexOf('.', end + 1);
        Export export =
            exports.get(dotted.substring(end + 1, nameEnd < 0 ? dotted.length() : nameEnd));
        if (export != null) {
          String rest = nameEnd < 0 ? "" : dotted.substring(nameEnd);
          return Optional.of(new Target(export.symbol() + rest, export.via()));
        }
      }
    }
    return Optional.empty();
  }

  /** What of these leads nowhere, or elsewhere, by others. */
  public Reexports without(Reexports others) {
    Map<String, Map<String, Export>> left = new TreeMap<>();
    modules.forEach(
        (module, exports) ->
            exports.forEach(
                (name, export) -> {
                  Export other = others.modules.getOrDefault(module, Map.of()).get(name);
                  if (other == null || !other.symbol().equals(export.symbol())) {
                    left.computeIfAbsent(module, key -> new TreeMap<>()).put(name, export);
                  }
                }));
    return new Reexports(left);
  }

  private ImportQuery queryOfNames() {
    ImportQuery.Builder names = new ImportQuery.Builder();
    modules.forEach((module, exports) -> addNames(names, module, exports));
    return names.build();
  }

  private ImportQueries queriesOfModules() {
    List<ImportQuery> all = new ArrayList<>(modules.size());
    modules.forEach((module, exports) -> all.add(query(module, exports)));
    return new ImportQueries(all);
  }

  private static ImportQuery query(String module, Map<String, Export> exports) {
    ImportQuery.Builder query = new ImportQuery.Builder();
    addNames(query, module, exports);
    boolean telling = exports.keySet().stream().allMatch(ImportDigest::mentionsEventlet);
    query.module(module, telling);
    return query.build();
  }

  private static void addNames(
      ImportQuery.Builder query, String module, Map<String, Export> exports) {
    exports.keySet().forEach(name -> query.name(module, name));
    if (exports.values().stream().anyMatch(Export::star)) {
      query.star(module);
    }
  }

  private String digestOfModules() {
    List<String> texts = new ArrayList<>();
    modules.forEach(
        (module, exports) ->
            new TreeMap<>(exports).values().forEach(export -> texts.addAll(texts(module, export))));
    return modules.isEmpty() ? "" : Digest.of(texts);
  }

  /**
   * All that an export says, in ten parts: what the language makes of a record as a text is put
   * together when it first runs, at each start.
   */
  private static List<String> texts(String module, Export export) {
    Via via = export.via();
    Surroundings offered = via.offered();
    return List.of(
        module,
        export.name(),
        export.symbol(),
        Boolean.toString(export.star()),
        via.modules().toString(),
        Boolean.toString(via.certain()),
        offered.conditions().toString(),
        offered.definitions().toString(),
        Boolean.toString(offered.importMayFail()),
        offered.marks().toString());
  }
}
