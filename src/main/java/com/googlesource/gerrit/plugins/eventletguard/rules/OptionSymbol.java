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

package com.googlesource.gerrit.plugins.eventletguard.rules;

import static java.util.Objects.requireNonNull;

/**
 * How a rule names an option: {@code section/name=value@owner}, of which only the name has to be
 * there.
 *
 * @param section the section it stands in; empty when any section is meant
 * @param name its name
 * @param value the value that is meant; empty when any is
 * @param context whose configuration it is, as the file has to prove; empty when the name alone
 *     tells
 */
public record OptionSymbol(String section, String name, String value, String context) {
  /** Precedes an option in a line of a sample that is commented out. */
  public static final String COMMENTED = "#";

  /** The section of the options that have none of their own; a file need not name it. */
  public static final String DEFAULT_SECTION = "DEFAULT";

  private static final String ANY = "*";

  public OptionSymbol {
    requireNonNull(section, "section");
    requireNonNull(name, "name");
    requireNonNull(value, "value");
    requireNonNull(context, "context");
  }

  /** Reads the symbol of a rule, commented out or not. */
  public static OptionSymbol parse(String symbol) {
    String rest = symbol.startsWith(COMMENTED) ? symbol.substring(1) : symbol;
    int at = rest.lastIndexOf(RuleCatalog.CONTEXT);
    String context = at < 0 ? "" : rest.substring(at + 1);
    String option = at < 0 ? rest : rest.substring(0, at);
    int equals = option.indexOf('=');
    String value = equals < 0 ? "" : option.substring(equals + 1);
    String key = equals < 0 ? option : option.substring(0, equals);
    int slash = key.lastIndexOf('/');
    return new OptionSymbol(
        slash < 0 ? "" : key.substring(0, slash), key.substring(slash + 1), value, context);
  }

  /**
   * A word that every file holds in which the option stands: its name, or its section where that
   * tells more, being the name of a service rather than one word such as {@code database}.
   */
  public String word() {
    return isKnownBySection() ? section : name;
  }

  /**
   * Another word that every such file holds, where {@link #word} is a name that may be a common
   * one: the section, unless any or the default one is meant. Empty where there is none.
   */
  public String wordBeside() {
    return isKnownBySection() || section.equals(DEFAULT_SECTION) ? "" : section;
  }

  private boolean isKnownBySection() {
    return section.indexOf('_') >= 0 || name.equals(ANY);
  }
}
