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

import static java.util.Objects.requireNonNull;

/**
 * What is wrong in a file of rules.
 *
 * @param file the name of the file
 * @param section the section as it is written, such as {@code rule "EVT110"}; empty when the file
 *     as a whole cannot be read
 * @param key the key in it; empty when the section as a whole is meant
 * @param value the value that is wrong; empty when it is missing
 * @param advice what would be right, as a sentence
 */
public record RuleProblem(String file, String section, String key, String value, String advice) {
  public RuleProblem {
    requireNonNull(file, "file");
    requireNonNull(section, "section");
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    requireNonNull(advice, "advice");
  }

  /** One line that names the file, the section, the key and the value, and says what to do. */
  public String message() {
    StringBuilder message = new StringBuilder(file);
    if (!section.isEmpty()) {
      message.append(": [").append(section).append(']');
    }
    if (!key.isEmpty()) {
      message.append(": ").append(key);
      if (!value.isEmpty()) {
        message.append(" = ").append(value);
      }
    }
    return message.append(": ").append(advice).toString();
  }
}
