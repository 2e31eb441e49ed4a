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

import java.util.Locale;

/** What an inventory takes a finding for. Each finding is exactly one of these. */
public enum Standing {
  /** It stands outside of tests and nothing makes it legitimate. */
  OPEN,
  /** It stands outside of tests under a guard: it only runs in the Eventlet mode. */
  GUARDED,
  /** It stands in a test. */
  TEST,
  /** It stands outside of tests and something else silences it: a comment, a facade, a setting. */
  SILENCED;

  /** The lower-case word used in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
