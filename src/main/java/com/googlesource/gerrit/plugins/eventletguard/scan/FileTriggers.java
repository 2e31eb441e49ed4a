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

import com.googlesource.gerrit.plugins.eventletguard.rules.OptionSymbol;
import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.ConfigurationOwners;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells whether a file can hold a usage at all. Python is most of a tree and the dearest to parse,
 * so options with common names count there only in the packages of those whose options they are.
 */
final class FileTriggers {
  private final TriggerWords everywhere;
  private final TriggerWords inPython;
  private final Map<String, TriggerWords> inPythonOfOwner = new TreeMap<>();
  private final ConfigurationOwners owners;

  FileTriggers(RuleCatalog catalog) {
    this.everywhere = new TriggerWords(CatalogTriggers.wordsOf(catalog));
    this.inPython = new TriggerWords(CatalogTriggers.wordsOf(catalog, String::isEmpty));
    this.owners = ConfigurationOwners.of(catalog);
    for (Pattern pattern : catalog.patterns()) {
      if (pattern.kinds().contains(UsageKind.OPTION)) {
        for (String symbol : pattern.symbols()) {
          String owner = OptionSymbol.parse(symbol).context();
          if (!owner.isEmpty()) {
            inPythonOfOwner.computeIfAbsent(
                owner, key -> new TriggerWords(CatalogTriggers.wordsOf(catalog, key::equals)));
          }
        }
      }
    }
  }

  /** Whether a file holds a word without which no rule finds anything in it. */
  boolean occurIn(SourceFile file, FileKind kind) {
    if (kind == FileKind.SETTINGS) {
      return true; // what is wrong in it may be any word
    }
    if (kind != FileKind.PYTHON) {
      return everywhere.occurIn(file.content());
    }
    TriggerWords ofOwner = inPythonOfOwner.get(owners.ofModule(file.path()));
    return inPython.occurIn(file.content()) || (ofOwner != null && ofOwner.occurIn(file.content()));
  }
}
