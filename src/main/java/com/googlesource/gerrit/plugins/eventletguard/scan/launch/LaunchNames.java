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

package com.googlesource.gerrit.plugins.eventletguard.scan.launch;

import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows the launchers and environment variables that a catalog has rules for. A rule names a
 * launcher by its program and option ({@code gunicorn/worker-class=eventlet}), by the program alone
 * ({@code neutron-server}) or by an entry point ({@code *.cmd.eventlet.*}); a variable by its name,
 * with the value where only that makes it a usage ({@code OSKEN_HUB_TYPE=eventlet}, in small
 * letters).
 */
public final class LaunchNames {
  private final RuleCatalog catalog;

  public LaunchNames(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  /** The symbol of a launcher, if it is known. */
  public Optional<String> launcher(String symbol) {
    return Optional.of(symbol).filter(one -> isKnown(UsageKind.LAUNCHER, one));
  }

  /** The symbol of a variable, if it is known with that value. */
  public Optional<String> variable(String name, String value) {
    return Stream.of(name + "=" + value.strip().toLowerCase(Locale.ROOT), name)
        .filter(symbol -> isKnown(UsageKind.ENVIRONMENT, symbol))
        .findFirst();
  }

  /** Words of which a text holds at least one where it names any launcher or variable. */
  List<String> words() {
    return catalog.patterns().stream()
        .filter(
            pattern ->
                pattern.kinds().contains(UsageKind.ENVIRONMENT)
                    || pattern.kinds().contains(UsageKind.LAUNCHER))
        .map(Pattern::symbols)
        .flatMap(List::stream)
        .map(symbol -> symbol.substring(symbol.indexOf('/') + 1).split("=", 2))
        .map(parts -> parts.length > 1 && parts[1].equals("eventlet") ? parts[1] : parts[0])
        .filter(word -> word.matches("\\w+"))
        .distinct()
        .toList();
  }

  /** The usage between two offsets of a text. Its statement leaves the value out. */
  static Usage usage(UsageKind kind, String symbol, SourceText text, int start, int end) {
    int equals = symbol.indexOf('=');
    return new Usage(
        kind,
        symbol,
        text.range(start, end),
        text.text().substring(start, end),
        "%s %s".formatted(kind.word(), equals < 0 ? symbol : symbol.substring(0, equals)));
  }

  private boolean isKnown(UsageKind kind, String symbol) {
    return catalog.match(kind, symbol).isPresent();
  }
}
