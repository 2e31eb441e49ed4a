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
  /** The start of a line with a condition of Ansible. */
  private static final Pattern CONDITION = Pattern.compile("[\\s-]*+(?:when|that|until)\\s*+:");

  private VariableUses() {}

  /** Whether a template, a condition or a shell expression of the text names a variable. */
  static boolean isRead(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean word =
          (at == 0 || !isWordPart(text.charAt(at - 1)))
              && (end == text.length() || !isWordPart(text.charAt(end)));
      if (word && isReadAt(text, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReadAt(String text, int at) {
    String before = text.substring(text.lastIndexOf('\n', at - 1) + 1, at);
    int statement = before.lastIndexOf("{%");
    return before.endsWith("$")
        || before.endsWith("${")
        || before.lastIndexOf("{{") > before.lastIndexOf('}')
        || (statement >= 0 && before.indexOf('%', statement + 2) < 0)
        || CONDITION.matcher(before).lookingAt();
  }

  private static boolean isWordPart(char one) {
    return one == '_'
        || (one >= '0' && one <= '9')
        || (one >= 'a' && one <= 'z')
        || (one >= 'A' && one <= 'Z');
  }
}
