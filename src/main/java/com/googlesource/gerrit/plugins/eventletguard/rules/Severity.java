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

/** How much a finding matters, in ascending order. */
public enum Severity {
  /** Transitional or advisory; never an inline comment. */
  INFO,
  /** Deprecated: still works, but has to go. */
  WARNING,
  /** Cannot survive the removal, or breaks the branch as it stands. */
  ERROR;

  /** The lower-case word used in configuration, messages and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
