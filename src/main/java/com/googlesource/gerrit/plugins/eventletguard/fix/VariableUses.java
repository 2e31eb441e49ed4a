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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import java.util.regex.Pattern;

/** Tells whether a text reads a variable that it sets. */
final class VariableUses {
  private VariableUses() {}

  /** Whether a template, a condition or a shell expression of the text names a variable. */
  static boolean isRead(String text, String name) {
    String word = "(?<!\\w)" + Pattern.quote(name) + "(?!\\w)";
    return Pattern.compile(
            "\\{\\{[^}\\n]*%1$s|\\{%%[^%%\\n]*%1$s|\\$\\{?%1$s|(?m)^[\\s-]*(?:when|that|until)\\s*:.*%1$s"
                .formatted(word))
        .matcher(text)
        .find();
  }
}
