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

import java.util.Locale;

/**
 * A level of the hierarchy by which the community goal's proposal sorts what Eventlet offers, from
 * the most abstract to the lowest: each builds on those after it.
 */
public enum Tier {
  COROUTINES(1, "coroutines"),
  EVENT_LOOP(2, "event loop"),
  FUTURES(3, "futures"),
  TASKS(4, "tasks"),
  THREADS(5, "subprocesses and threads"),
  TOOLS(6, "tools"),
  TRANSPORTS(7, "network: transports"),
  CONNECTIONS(8, "network: TCP and UDP"),
  STREAMS(9, "network: streams");

  private final int number;
  private final String title;

  Tier(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** Its number in the proposal, from 1 to 9. */
  public int number() {
    return number;
  }

  /** How people call it. */
  public String title() {
    return title;
  }

  /** The lower-case word used in rules and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
