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
package com.googlesource.gerrit.plugins.eventletguard.gerrit.config;

import org.eclipse.jgit.util.StringUtils;

/** Whether the changes of a project are reviewed, as {@code project.config} says it. */
enum Enablement {
  OFF("false"),
  ON("true"),
  /** Reviewed whatever projects below say; nothing that an author writes silences a finding. */
  ENFORCED("enforced");

  private final String word;

  Enablement(String word) {
    this.word = word;
  }

  /** How it is written. */
  String word() {
    return word;
  }

  /** What a text stands for, which may be any word for a truth value; null for anything else. */
  static Enablement parseOrNull(String text) {
    if (text.equalsIgnoreCase(ENFORCED.word)) {
      return ENFORCED;
    }
    Boolean truth = StringUtils.toBooleanOrNull(text);
    if (truth == null) {
      return null;
    }
    return truth ? ON : OFF;
  }
}
