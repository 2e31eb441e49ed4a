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

package com.googlesource.gerrit.plugins.eventletguard.scan.python.names;

import com.googlesource.gerrit.plugins.eventletguard.scan.Via;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Export;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows what one module refers to through the other modules of its tree. */
final class ReexportResolver {
  private final String path;
  private final SymbolRoots roots;
  private final Reexports reexports;

  /**
   * @param path the module's
   * @param roots what is looked for; what they cover is not followed
   * @param reexports what the modules of the tree offer
   */
  ReexportResolver(String path, SymbolRoots roots, Reexports reexports) {
    this.path = path;
    this.roots = roots;
    this.reexports = reexports;
  }

  /** The references with what they finally refer to. */
  List<Reference> resolve(List<Reference> references) {
    if (reexports.isEmpty()) {
      return references;
    }
    List<Reference> resolved = new ArrayList<>();
    for (Reference reference : references) {
      if (roots.cover(reference.symbol())) {
        resolved.add(reference);
      } else {
        target(reference.symbol())
            .ifPresent(
                target ->
                    resolved.add(
                        new Reference(
                            reference.node(),
                            target.symbol(),
                            reference.unit(),
                            Optional.of(target.via()))));
      }
    }
    return resolved;
  }

  /** What the module offers, with the way to it. */
  List<Export> exports(List<Offer> offers) {
    List<Export> exports = new ArrayList<>();
    for (Offer offer : offers) {
      Via own = new Via(List.of(path), offer.certain(), offer.around());
      if (roots.cover(offer.symbol())) {
        exports.add(new Export(offer.name(), offer.symbol(), offer.star(), own));
      } else {
        target(offer.symbol())
            .ifPresent(
                target ->
                    exports.add(
                        new Export(
                            offer.name(), target.symbol(), offer.star(), own.and(target.via()))));
      }
    }
    return exports;
  }

  /** A way that leads back through the module itself leads nowhere. */
  private Optional<Reexports.Target> target(String symbol) {
    return reexports.find(symbol).filter(target -> !target.via().modules().contains(path));
  }
}
