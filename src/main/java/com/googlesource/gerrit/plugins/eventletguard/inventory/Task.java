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

package com.googlesource.gerrit.plugins.eventletguard.inventory;

import com.googlesource.gerrit.plugins.eventletguard.policy.Symbols;
import com.googlesource.gerrit.plugins.eventletguard.rules.Correspondence;
import com.googlesource.gerrit.plugins.eventletguard.rules.DesignPattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Tier;
import java.util.Optional;
import java.util.Set;

/** The part of the migration that a finding belongs to. */
enum Task {
  /** A requirement admits an Eventlet without a hub for asyncio. */
  MINIMUM,
  /** Eventlet serves HTTP. */
  SERVING,
  /** A library is used in a way that needs Eventlet. */
  LIBRARIES,
  /** The code uses Eventlet itself. */
  CODE,
  /** The standard library is patched. */
  PATCHING,
  /** An option only means something with Eventlet. */
  OPTIONS,
  /** A process is started on Eventlet, or steered by a variable of it. */
  PROCESSES,
  /** A test uses it. */
  TESTS,
  /** It may stay until everything else is done. */
  REMOVAL;

  private static final String LOW_MINIMUM = "EVT401";
  private static final String ASYNCIO_BRIDGE = "EVT141";
  private static final String ASYNCIO_HUB_VARIABLE = "EVENTLET_HUB=asyncio";

  /** The task of a finding; empty for what can stay: it is left out, or only a setting is wrong. */
  static Optional<Task> of(InventoriedFinding finding) {
    return switch (finding.kind()) {
      case SETTING -> Optional.empty();
      default ->
          switch (finding.standing()) {
            case TEST -> Optional.of(TESTS);
            case GUARDED -> Optional.of(REMOVAL);
            case SILENCED -> finding.dependsOnEventlet() ? Optional.of(REMOVAL) : Optional.empty();
            case OPEN -> Optional.of(ofOpen(finding));
          };
    };
  }

  private static Task ofOpen(InventoriedFinding finding) {
    if (finding.finding().rule().id().equals(LOW_MINIMUM)) {
      return MINIMUM;
    }
    if (isAsyncioHub(finding)) {
      return REMOVAL;
    }
    return switch (finding.kind()) {
      case REQUIREMENT -> REMOVAL;
      case OPTION -> OPTIONS;
      case LAUNCHER, ENVIRONMENT -> serves(finding) ? SERVING : PROCESSES;
      default -> ofCode(finding);
    };
  }

  private static Task ofCode(InventoriedFinding finding) {
    if (serves(finding)) {
      return SERVING;
    }
    if (Symbols.isMonkeyPatching(finding.finding())) {
      return PATCHING;
    }
    return Symbols.isOfPackageEventlet(finding.finding()) ? CODE : LIBRARIES;
  }

  /** Whether it is a server for streams, as WSGI and WebSocket servers are, and nothing else. */
  private static boolean serves(InventoriedFinding finding) {
    Correspondence rows = finding.finding().pattern().correspondence();
    return rows.tiers().equals(Set.of(Tier.STREAMS))
        && rows.designPatterns().equals(Set.of(DesignPattern.SERVER));
  }

  /** Whether it chooses the hub on which asyncio works beside Eventlet, or uses it. */
  static boolean isAsyncioHub(InventoriedFinding finding) {
    return finding.finding().rule().id().equals(ASYNCIO_BRIDGE)
        || finding.finding().usage().symbol().equals(ASYNCIO_HUB_VARIABLE);
  }
}
