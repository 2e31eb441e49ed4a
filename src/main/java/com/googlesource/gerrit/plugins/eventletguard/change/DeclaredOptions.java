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

package com.googlesource.gerrit.plugins.eventletguard.change;

import com.googlesource.gerrit.plugins.eventletguard.rules.OptionSymbol;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.OptionDeclaration;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScanResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the changed files of two trees declare of the options that rules are about. */
final class DeclaredOptions {
  private final List<DroppedOption> before = new ArrayList<>();

  /** The options that are deprecated somewhere before the change, and those declared after it. */
  private final Set<String> settled = new HashSet<>();

  /** Notes what both sides of a file declare. */
  void add(ScanResult oldSide, ScanResult newSide) {
    for (OptionDeclaration declaration : oldSide.declarations()) {
      if (declaration.deprecated()) {
        settled.add(declaration.name());
      } else {
        oldSide.findings().stream()
            .filter(finding -> finding.range().equals(declaration.range()))
            .forEach(finding -> before.add(new DroppedOption(finding, declaration.type())));
      }
    }
    newSide.declarations().forEach(declaration -> settled.add(declaration.name()));
  }

  /** The options that no file declares any more, though none has told anyone before. */
  List<DroppedOption> dropped() {
    return before.stream()
        .filter(option -> !settled.contains(name(option.finding())))
        .sorted(DroppedOption.ORDER)
        .toList();
  }

  private static String name(Finding declaration) {
    return OptionSymbol.parse(declaration.usage().symbol()).name();
  }
}
