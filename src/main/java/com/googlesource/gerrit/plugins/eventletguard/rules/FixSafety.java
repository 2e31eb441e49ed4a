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

/** Whether a mechanical edit can take a usage away. */
public enum FixSafety {
  /** It needs design. */
  NONE,
  /** An edit is known, but only a person can tell whether it holds here: offered as text. */
  CONDITIONAL,
  /** An edit cannot change behaviour silently: offered as a fix to apply. */
  SAFE;

  /** The lower-case word used in rules and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
