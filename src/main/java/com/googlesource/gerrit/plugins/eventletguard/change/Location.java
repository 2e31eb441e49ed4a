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

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.util.Objects;

/**
 * What identifies a finding inside one tree, however often the tree is scanned.
 *
 * @param path the file
 * @param range where in it
 * @param kind of its usage
 * @param symbol of its usage
 */
public record Location(String path, Range range, UsageKind kind, String symbol) {
  public Location {
    requireNonNull(path, "path");
    requireNonNull(range, "range");
    requireNonNull(kind, "kind");
    requireNonNull(symbol, "symbol");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Location that
        && path.equals(that.path)
        && range.equals(that.range)
        && kind == that.kind
        && symbol.equals(that.symbol);
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, range, kind, symbol);
  }

  public static Location of(Finding finding) {
    return new Location(
        finding.path(), finding.range(), finding.usage().kind(), finding.usage().symbol());
  }
}
