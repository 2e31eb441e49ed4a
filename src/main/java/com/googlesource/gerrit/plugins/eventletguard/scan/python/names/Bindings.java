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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a name, or the value of an expression, may stand for at one point: symbols that are looked
 * for, {@code None}, anything else, or nothing because the name is not bound. Immutable.
 */
final class Bindings {
  /**
   * A symbol that a name stands for.
   *
   * @param symbol its dotted name
   * @param alias whether an assignment gave it this name, rather than an import
   */
  record Bound(String symbol, boolean alias) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bound that && alias == that.alias && symbol.equals(that.symbol);
    }

    @Override
    public int hashCode() {
      return Objects.hash(symbol, alias);
    }
  }

  static final Bindings UNBOUND = new Bindings(List.of(), false, true);
  static final Bindings NONE = new Bindings(List.of(), false, false);
  static final Bindings OTHER = new Bindings(List.of(), true, false);

  /** More different meanings than this are as good as none. */
  private static final int MAX_SYMBOLS = 8;

  /** Longer dotted names are no code; following them would cost time without bound. */
  private static final int MAX_SYMBOL_LENGTH = 400;

  private final List<Bound> symbols;
  private final boolean other;
  private final boolean unbound;

  private Bindings(List<Bound> symbols, boolean other, boolean unbound) {
    this.symbols = symbols;
    this.other = other;
    this.unbound = unbound;
  }

  /** The name of an import. */
  static Bindings imported(String symbol) {
    return new Bindings(List.of(new Bound(symbol, false)), false, false);
  }

  boolean mayBeUnbound() {
    return unbound;
  }

  boolean hasSymbols() {
    return !symbols.isEmpty();
  }

  /** Whether it certainly is none of the symbols, but something. */
  boolean isOther() {
    return other && symbols.isEmpty();
  }

  /**
   * The symbol that it stands for wherever it stands for anything; the last bound one when there
   * are several spellings. Empty when it may be something else.
   */
  Optional<Bound> firm() {
    return other || symbols.isEmpty() ? Optional.empty() : Optional.of(symbols.getLast());
  }

  /** A symbol that it may stand for, the last bound one when there are several. */
  Optional<Bound> possible() {
    return symbols.isEmpty() ? Optional.empty() : Optional.of(symbols.getLast());
  }

  Bindings withoutUnbound() {
    return unbound ? new Bindings(symbols, other, false) : this;
  }

  /** The same symbols under a name that an assignment gave them. */
  Bindings asAlias() {
    if (symbols.isEmpty()) {
      return withoutUnbound();
    }
    List<Bound> aliases =
        symbols.stream().map(bound -> new Bound(bound.symbol(), true)).distinct().toList();
    return new Bindings(aliases, other, false);
  }

  /** What {@code value.name} is, of this value. */
  Bindings attribute(String name, SymbolRoots roots) {
    if (symbols.isEmpty()) {
      return OTHER;
    }
    List<Bound> members = new ArrayList<>(symbols.size());
    boolean otherMember = other;
    for (Bound bound : symbols) {
      String symbol = bound.symbol() + "." + name;
      if (symbol.length() <= MAX_SYMBOL_LENGTH && roots.concern(symbol)) {
        members.add(new Bound(symbol, bound.alias()));
      } else {
        otherMember = true;
      }
    }
    return new Bindings(List.copyOf(members), otherMember, false);
  }

  /** What it is when it may be either. */
  Bindings join(Bindings that) {
    if (this.equals(that)) {
      return this;
    }
    List<Bound> joined = new ArrayList<>(symbols);
    boolean joinedOther = other || that.other;
    for (Bound bound : that.symbols) {
      if (!joined.contains(bound)) {
        joined.add(bound);
      }
    }
    if (joined.size() > MAX_SYMBOLS) {
      joined.subList(MAX_SYMBOLS, joined.size()).clear();
      joinedOther = true;
    }
    return new Bindings(List.copyOf(joined), joinedOther, unbound || that.unbound);
  }

  /** Whether it already allows for everything that another does. */
  boolean includes(Bindings that) {
    return (other || !that.other)
        && (unbound || !that.unbound)
        && symbols.containsAll(that.symbols);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Bindings that
        && other == that.other
        && unbound == that.unbound
        && symbols.equals(that.symbols);
  }

  @Override
  public int hashCode() {
    return symbols.hashCode() * 4 + (other ? 2 : 0) + (unbound ? 1 : 0);
  }
}
