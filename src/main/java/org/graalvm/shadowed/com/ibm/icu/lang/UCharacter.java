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

package org.graalvm.shadowed.com.ibm.icu.lang;

/**
 * The character properties that the Python tokenizer asks ICU for, answered by {@link Character}.
 */
public final class UCharacter {
  private static final int UNKNOWN = -1;

  private UCharacter() {}

  /**
   * Whether a code point may start or continue an identifier.
   *
   * @param codePoint any code point
   * @param property {@link UProperty#XID_START} or {@link UProperty#XID_CONTINUE}; nothing else is
   *     ever asked
   */
  public static boolean hasBinaryProperty(int codePoint, int property) {
    return switch (property) {
      case UProperty.XID_START -> Character.isUnicodeIdentifierStart(codePoint);
      case UProperty.XID_CONTINUE ->
          Character.isUnicodeIdentifierPart(codePoint)
              && !Character.isIdentifierIgnorable(codePoint);
      default -> throw new IllegalArgumentException("no such Unicode property here: " + property);
    };
  }

  /** The code point of a Unicode name, -1 when there is none. */
  public static int getCharFromName(String name) {
    try {
      return Character.codePointOf(name);
    } catch (IllegalArgumentException e) {
      return UNKNOWN;
    }
  }

  /** As {@link #getCharFromName}, which already knows the names of control characters. */
  public static int getCharFromExtendedName(String name) {
    return getCharFromName(name);
  }

  /** Always -1: the JDK has no table of name aliases. */
  public static int getCharFromNameAlias(String name) {
    return UNKNOWN;
  }
}
