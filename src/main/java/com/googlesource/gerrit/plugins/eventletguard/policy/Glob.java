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

import java.util.regex.Pattern;

/**
 * A pattern of paths: {@code *} stands for any characters of one name, {@code **} for any of any
 * names, {@code ?} for one character. A pattern that names a folder is about everything below it,
 * and one without {@code /} at its start may begin at any folder.
 */
final class Glob {
  private final String text;
  private final Pattern pattern;

  private Glob(String text) {
    this.text = text;
    this.pattern = Pattern.compile(expression(text));
  }

  static Glob of(String text) {
    return new Glob(text);
  }

  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  private static String expression(String text) {
    boolean anchored = text.startsWith("/");
    String glob = text.replaceAll("^/+|/+$", "");
    StringBuilder expression = new StringBuilder(anchored ? "" : "(?:.*/)?");
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (glob.startsWith("**/", i)) {
        expression.append("(?:.*/)?");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        expression.append(".*");
        i++;
      } else if (c == '*') {
        expression.append("[^/]*");
      } else if (c == '?') {
        expression.append("[^/]");
      } else {
        expression.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return expression.append("(?:/.*)?").toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
