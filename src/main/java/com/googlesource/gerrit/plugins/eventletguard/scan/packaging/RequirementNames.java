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

package com.googlesource.gerrit.plugins.eventletguard.scan.packaging;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes usages of the requirements that a catalog has rules for: by name ({@code eventlet}) and by
 * extra ({@code celery[eventlet]}).
 */
public final class RequirementNames {
  private final RuleCatalog catalog;

  public RequirementNames(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The usages of one specifier. Its statement is the name alone: another version, marker or file
   * of the same requirement introduces nothing.
   *
   * @param start offset of its first character
   * @param end offset after its last one
   */
  List<Usage> usagesOf(Requirement requirement, SourceText text, int start, int end) {
    List<String> symbols = new ArrayList<>();
    symbols.add(requirement.name());
    requirement
        .extras()
        .forEach(extra -> symbols.add("%s[%s]".formatted(requirement.name(), extra)));
    return symbols.stream()
        .distinct()
        .filter(symbol -> catalog.match(UsageKind.REQUIREMENT, symbol).isPresent())
        .map(
            symbol ->
                new Usage(
                    UsageKind.REQUIREMENT,
                    symbol,
                    text.range(start, end),
                    text.text().substring(start, end),
                    "requirement " + symbol))
        .toList();
  }
}
