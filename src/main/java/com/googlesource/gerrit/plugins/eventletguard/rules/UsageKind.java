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

/** In which way a place in a file depends on Eventlet. */
public enum UsageKind {
  /** A name imported in Python, statically or by a dynamic import of a constant. */
  IMPORT,
  /**
   * A dotted chain that starts at a name bound to Eventlet, or a keyword such as {@code
   * executor='eventlet'}.
   */
  USE,
  /**
   * The target string of a call that patches Eventlet, as in {@code mock.patch('eventlet.spawn')}.
   */
  STRING,
  /** A configuration option: set, declared, read or documented in a sample. */
  OPTION,
  /** A requirement specifier. */
  REQUIREMENT,
  /** A command line that starts a program on Eventlet. */
  LAUNCHER,
  /** An environment variable that steers Eventlet. */
  ENVIRONMENT,
  /** What is wrong in the settings of the branch. */
  SETTING;

  /** The lower-case word used in rules, messages and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
