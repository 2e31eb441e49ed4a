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

import static java.util.Objects.requireNonNull;

/**
 * What makes a usage legitimate while a project runs with and without Eventlet.
 *
 * @param strength what it proves
 * @param reason a sentence for whoever asks
 */
record Guard(Strength strength, String reason) {
  /** How much a guard proves, in ascending order. */
  enum Strength {
    /** The code copes with Eventlet being absent; it may still run on it whenever it is there. */
    OPTIONAL,
    /** The place is for Eventlet, whether or not the project can do without. */
    PLACE,
    /** The code knows in which mode it runs. */
    MODE,
    /** The code is there to keep Eventlet out. */
    POISON
  }

  Guard {
    requireNonNull(strength, "strength");
    requireNonNull(reason, "reason");
  }
}
