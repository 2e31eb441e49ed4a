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

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A place in one file that depends on Eventlet or on something that goes away with it, before any
 * rule has judged it.
 *
 * @param kind in which way it depends
 * @param symbol what it depends on: a dotted Python name such as {@code
 *     eventlet.greenpool.GreenPool}, {@code executor=eventlet}, an option such as {@code
 *     heartbeat_in_pthread}, a distribution name
 * @param range where it stands
 * @param sourceText the text at the range, as written
 * @param statement the statement or entry around it, normalised so that indentation, line breaks,
 *     quotes, redundant parentheses and comments do not matter: two usages of one kind and symbol
 *     with equal statements are the same usage, moved. Opaque; may be a digest
 * @param context what the place adds for the rules: whose configuration a file is, or what kind of
 *     requirements; empty where it adds nothing
 * @param surroundings what around it may make it legitimate
 * @param via the way to the symbol through other modules of the tree; empty when there are none
 */
public record Usage(
    UsageKind kind,
    String symbol,
    Range range,
    String sourceText,
    String statement,
    String context,
    Surroundings surroundings,
    Optional<Via> via) {

  /** By position, then by symbol: the order of every report. */
  public static final Comparator<Usage> ORDER =
      (one, other) -> {
        int byRange = one.range.compareTo(other.range);
        if (byRange != 0) {
          return byRange;
        }
        int bySymbol = one.symbol.compareTo(other.symbol);
        return bySymbol != 0 ? bySymbol : one.kind.compareTo(other.kind);
      };

  public Usage {
    requireNonNull(kind, "kind");
    requireNonNull(symbol, "symbol");
    requireNonNull(range, "range");
    requireNonNull(sourceText, "sourceText");
    requireNonNull(statement, "statement");
    requireNonNull(context, "context");
    requireNonNull(surroundings, "surroundings");
    requireNonNull(via, "via");
  }

  /** A usage that names its symbol itself. */
  public Usage(
      UsageKind kind,
      String symbol,
      Range range,
      String sourceText,
      String statement,
      String context,
      Surroundings surroundings) {
    this(kind, symbol, range, sourceText, statement, context, surroundings, Optional.empty());
  }

  /** A usage of which nothing around it is known. */
  public Usage(
      UsageKind kind,
      String symbol,
      Range range,
      String sourceText,
      String statement,
      String context) {
    this(kind, symbol, range, sourceText, statement, context, Surroundings.NONE);
  }

  /** A usage to whose meaning the place adds nothing, and of which nothing around it is known. */
  public Usage(UsageKind kind, String symbol, Range range, String sourceText, String statement) {
    this(kind, symbol, range, sourceText, statement, "");
  }

  /** The same usage with comments of its lines that speak to checkers. */
  Usage withMarks(List<String> marks) {
    return new Usage(
        kind, symbol, range, sourceText, statement, context, surroundings.withMarks(marks), via);
  }

  /** The same usage, some lines further down. */
  Usage down(int lines) {
    return lines == 0
        ? this
        : new Usage(
            kind, symbol, range.down(lines), sourceText, statement, context, surroundings, via);
  }

  /** The same usage, to whose symbol such a way leads. */
  public Usage via(Optional<Via> way) {
    return way.isEmpty() && via.isEmpty()
        ? this
        : new Usage(kind, symbol, range, sourceText, statement, context, surroundings, way);
  }
}
