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

package com.googlesource.gerrit.plugins.eventletguard.scan.modules;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.googlesource.gerrit.plugins.eventletguard.scan.TriggerWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Tells from the bytes of a Python file whether it may take some names from modules that it
 * imports: as attributes, by {@code getattr}, or in a string that an import takes. Other strings
 * name them far more often, as tests do that patch them, and take nothing. Immutable.
 */
final class NameUses {
  /** Before what a string names, at most so many bytes further up, the call stands. */
  private static final int LONGEST_CALL = 500;

  /** Longer dotted names are no code, and not worth to be told apart. */
  private static final int LONGEST_CHAIN = 400;

  private static final byte[] EVENTLET = "eventlet".getBytes(US_ASCII);
  private static final byte[] GETATTR = "getattr".getBytes(US_ASCII);
  private static final byte[] IMPORT = "import".getBytes(US_ASCII);

  private final TriggerWords search;

  NameUses(Collection<String> names) {
    List<String> words = new ArrayList<>();
    for (String name : names) {
      words.addAll(List.of("." + name, "'" + name + "'", "\"" + name + "\""));
    }
    this.search = TriggerWords.asSpelled(words);
  }

  boolean occurIn(byte[] content) {
    return !search.visitInAnyOrder(content, (word, start) -> !isUse(content, start));
  }

  private static boolean isUse(byte[] content, int start) {
    if (content[start] != '.') {
      return standsBefore(content, start, GETATTR);
    }
    int chain = start;
    while (chain > 0 && start - chain < LONGEST_CHAIN && isNameOrDot(content[chain - 1])) {
      chain--;
    }
    if (isOfEventlet(content, chain, start)) {
      return false;
    }
    boolean quoted = chain > 0 && (content[chain - 1] == '\'' || content[chain - 1] == '"');
    return !quoted || chain == start || standsBefore(content, chain, IMPORT);
  }

  /** What is taken from Eventlet itself comes through no other module. */
  private static boolean isOfEventlet(byte[] content, int chain, int end) {
    int afterName = chain + EVENTLET.length;
    return afterName <= end
        && content[afterName] == '.'
        && Arrays.equals(content, chain, afterName, EVENTLET, 0, EVENTLET.length);
  }

  private static boolean standsBefore(byte[] content, int end, byte[] word) {
    for (int at = end - word.length; at >= Math.max(0, end - LONGEST_CALL); at--) {
      if (Arrays.equals(content, at, at + word.length, word, 0, word.length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNameOrDot(byte one) {
    return one == '.'
        || one == '_'
        || (one >= 'a' && one <= 'z')
        || (one >= 'A' && one <= 'Z')
        || (one >= '0' && one <= '9')
        || one < 0;
  }
}
