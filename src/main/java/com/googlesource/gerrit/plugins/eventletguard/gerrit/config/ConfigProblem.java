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

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with a key.
 *
 * @param file as an administrator would call it
 * @param section as it stands in the file, in brackets
 * @param key as it stands in the file
 * @param value what it is set to
 * @param fault what is wrong, to follow the value: {@code is not true or false}
 * @param holds what holds in its place
 */
record ConfigProblem(
    String file, String section, String key, String value, String fault, String holds) {
  ConfigProblem {
    requireNonNull(file, "file");
    requireNonNull(section, "section");
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    requireNonNull(fault, "fault");
    requireNonNull(holds, "holds");
  }

  /** For who is about to write it. */
  String refusal() {
    return "%s: %s %s = %s %s".formatted(file, section, key, value, fault);
  }

  /** For who finds it written. */
  String warning() {
    return "%s; %s holds".formatted(refusal(), holds);
  }
}
