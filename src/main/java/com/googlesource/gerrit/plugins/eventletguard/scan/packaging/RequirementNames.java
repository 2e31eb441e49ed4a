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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes usages of the requirements that a catalog has rules for: by name ({@code eventlet}) and by
 * extra ({@code celery[eventlet]}), and by a version that a minimum is below ({@code
 * eventlet<0.35}). Where it is required is the context of a usage.
 */
public final class RequirementNames {
  /** Requirements that only tests have. */
  static final String TESTS = "test";

  /** Pins for what something else requires. */
  static final String CONSTRAINTS = "constraints";

  /** What a command installs, in a script or an image. */
  static final String COMMAND = "command";

  /** What a test environment installs. */
  static final String TOX = "tox";

  /** As Python's packaging specifications write it, or Poetry. */
  private static final Pattern MINIMUM =
      Pattern.compile("(?:>=?|~=?|\\^)\\s*+(?<major>\\d++)\\.(?<minor>\\d++)");

  /** Below this minimum Eventlet has no hub for asyncio, which the community's goal asks for. */
  private static final String LOW_MINIMUM = "eventlet<0.35";

  private static final String EVENTLET = "eventlet";

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
    return usagesOf(requirement, text, start, end, contextOf(text.path()));
  }

  /** The usages of one specifier in a certain context. */
  List<Usage> usagesOf(
      Requirement requirement, SourceText text, int start, int end, String context) {
    List<String> symbols = new ArrayList<>();
    symbols.add(requirement.name());
    requirement
        .extras()
        .forEach(extra -> symbols.add("%s[%s]".formatted(requirement.name(), extra)));
    if (requirement.name().equals(EVENTLET) && hasLowMinimum(text.text(), start, end)) {
      symbols.add(LOW_MINIMUM);
    }
    return symbols.stream()
        .distinct()
        .filter(symbol -> catalog.match(UsageKind.REQUIREMENT, symbol, context).isPresent())
        .map(
            symbol ->
                new Usage(
                    UsageKind.REQUIREMENT,
                    symbol,
                    text.range(start, end),
                    text.text().substring(start, end),
                    "requirement " + symbol,
                    context))
        .toList();
  }

  private static String contextOf(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.contains("constraints") || name.startsWith("global-requirements")) {
      return CONSTRAINTS;
    }
    if (name.equals("tox.ini")) {
      return TOX;
    }
    return name.startsWith("test") ? TESTS : "";
  }

  private static boolean hasLowMinimum(String text, int start, int end) {
    Matcher minimum = MINIMUM.matcher(text).region(start, end);
    return minimum.find()
        && minimum.group("major").equals("0")
        && (minimum.group("minor").length() < 2 || minimum.group("minor").compareTo("35") < 0)
        && minimum.group("minor").length() <= 2;
  }
}
