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

import com.googlesource.gerrit.plugins.eventletguard.rules.SymbolNames;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;

/**
 * What makes two usages the same one in another place.
 *
 * @param kind in which way it depends
 * @param symbol what it depends on, by its canonical name
 * @param statement the normalised statement around it
 */
record UsageKey(UsageKind kind, String symbol, String statement) {
  static UsageKey of(Finding finding) {
    return new UsageKey(
        finding.usage().kind(),
        SymbolNames.canonical(finding.usage().symbol()),
        finding.usage().statement());
  }
}
