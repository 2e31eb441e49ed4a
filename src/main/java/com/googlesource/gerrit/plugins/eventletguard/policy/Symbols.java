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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import com.googlesource.gerrit.plugins.eventletguard.rules.SymbolNames;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.EnumSet;
import java.util.Set;

/** Questions about what a finding is about. */
public final class Symbols {
  private static final String EVENTLET = "eventlet";
  private static final String MONKEY_PATCH = "eventlet.patcher.monkey_patch";

  /** Kinds of usages in code that runs. */
  private static final Set<UsageKind> CODE =
      EnumSet.of(UsageKind.IMPORT, UsageKind.USE, UsageKind.STRING);

  /** Other kinds that depend on Eventlet where they name it. */
  private static final Set<UsageKind> BRINGING =
      EnumSet.of(UsageKind.REQUIREMENT, UsageKind.LAUNCHER);

  /** What runs without Eventlet as well, or is not Eventlet's. */
  private static final Set<String> WITHOUT_EVENTLET =
      Set.of("greenlet", "gevent", "psycogreen", "oslo_utils");

  private Symbols() {}

  /** Whether it is in code that runs. */
  public static boolean isCode(Finding finding) {
    return CODE.contains(finding.usage().kind());
  }

  /** Whether it is code of the package {@code eventlet} itself. */
  public static boolean isOfPackageEventlet(Finding finding) {
    return isCode(finding) && firstPart(finding.usage().symbol()).equals(EVENTLET);
  }

  /** Whether it is code that does not work without Eventlet. */
  public static boolean needsEventlet(Finding finding) {
    return isCode(finding) && !WITHOUT_EVENTLET.contains(firstPart(finding.usage().symbol()));
  }

  /** Whether it makes a project depend on Eventlet that did not. */
  public static boolean bringsEventlet(Finding finding) {
    return needsEventlet(finding)
        || (BRINGING.contains(finding.usage().kind())
            && finding.usage().symbol().contains(EVENTLET));
  }

  /** Whether it only selects the mode in which something runs. */
  static boolean selectsMode(Finding finding) {
    return switch (finding.usage().kind()) {
      case ENVIRONMENT -> true;
      case OPTION -> finding.usage().symbol().endsWith("=" + EVENTLET);
      default -> false;
    };
  }

  /** Whether it replaces parts of the standard library. */
  public static boolean isMonkeyPatching(Finding finding) {
    return SymbolNames.canonical(finding.usage().symbol()).startsWith(MONKEY_PATCH);
  }

  private static String firstPart(String symbol) {
    int end = 0;
    while (end < symbol.length() && Character.isJavaIdentifierPart(symbol.charAt(end))) {
      end++;
    }
    return symbol.substring(0, end);
  }
}
