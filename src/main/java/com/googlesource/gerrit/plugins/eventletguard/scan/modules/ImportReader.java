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

import static java.nio.charset.StandardCharsets.UTF_8;

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.TriggerWords;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads the import statements of a Python file from its bytes, without parsing it. Text that only
 * looks like an import, as in a docstring, counts too, which costs nothing but a closer look.
 */
public final class ImportReader {
  private static final TriggerWords EVENTLET = TriggerWords.inAnyCase(Set.of("eventlet"));
  private static final byte[] IMPORT = {'i', 'm', 'p', 'o', 'r', 't'};
  private static final byte[] FROM = {'f', 'r', 'o', 'm'};

  /** No person writes longer import statements, in bytes. */
  private static final int LONGEST = 16 << 10;

  private final byte[] content;
  private final String start;
  private int[] hashes = new int[16];
  private int size;
  private int at;

  private ImportReader(SourceFile file) {
    this.content = file.content();
    this.start = ModuleNames.packageAtPlace(file.path());
  }

  /** What a Python file imports. */
  public static ImportDigest read(SourceFile file) {
    ImportReader reader = new ImportReader(file);
    reader.readAll();
    return new ImportDigest(
        Arrays.copyOf(reader.hashes, reader.size), EVENTLET.occurIn(file.content()));
  }

  /** Looks at every sixth byte: the word cannot lie between. */
  private void readAll() {
    int length = IMPORT.length;
    for (int i = length - 1; i < content.length; i += length) {
      int offset = offset(content[i]);
      int word = i - offset;
      if (offset >= 0 && isWord(word, IMPORT)) {
        statement(word);
        i = Math.max(i, word + length - 1);
      }
    }
  }

  private static int offset(byte one) {
    return switch (one) {
      case 'i' -> 0;
      case 'm' -> 1;
      case 'p' -> 2;
      case 'o' -> 3;
      case 'r' -> 4;
      case 't' -> 5;
      default -> -1;
    };
  }

  private boolean isWord(int from, byte[] word) {
    return from >= 0
        && from + word.length <= content.length
        && Arrays.equals(content, from, from + word.length, word, 0, word.length)
        && (from == 0 || !isNamePart(content[from - 1]))
        && (from + word.length == content.length || !isNamePart(content[from + word.length]));
  }

  /** Reads what stands before and after the word. */
  private void statement(int word) {
    int lineStart = word;
    while (lineStart > 0 && word - lineStart < LONGEST && !endsStatement(lineStart - 1)) {
      lineStart--;
    }
    at = lineStart;
    skipSpace();
    if (at == word) {
      at = word + IMPORT.length;
      modules();
    } else if (isWord(at, FROM)) {
      at += FROM.length;
      String module = fromModule();
      if (at == word) {
        at = word + IMPORT.length;
        names(module);
      }
    }
  }

  private boolean endsStatement(int place) {
    return switch (content[place]) {
      case ';', ':' -> true;
      case '\n' -> !isContinued(place);
      default -> false;
    };
  }

  /** Whether a backslash before a line break, which may have a carriage return, takes it away. */
  private boolean isContinued(int lineBreak) {
    int last = lineBreak > 0 && content[lineBreak - 1] == '\r' ? lineBreak - 2 : lineBreak - 1;
    return last >= 0 && content[last] == '\\';
  }

  private void modules() {
    do {
      String module = dottedName();
      if (module.isEmpty()) {
        return;
      }
      add(ImportDigest.hash(module));
    } while (nextName());
  }

  private String fromModule() {
    skipSpace();
    int level = 0;
    while (at < content.length && (content[at] == '.' || isSpace(content[at]))) {
      level += content[at] == '.' ? 1 : 0;
      at++;
    }
    // Without a space after the dots, "import" would be taken for the module's name.
    String module = isWord(at, IMPORT) ? "" : dottedName();
    skipSpace();
    return level == 0 ? module : ModuleNames.relative(start, level, module);
  }

  private void names(String module) {
    skipSpace();
    if (at < content.length && content[at] == '(') {
      at++;
    }
    do {
      skipSpace();
      if (at < content.length && content[at] == '*') {
        add(ImportDigest.hash(module, ImportDigest.STAR));
        return;
      }
      String name = dottedName();
      if (name.isEmpty()) {
        return;
      }
      add(ImportDigest.hash(module, name));
    } while (nextName());
  }

  /** Goes on behind the comma after a name and what it is called here. */
  private boolean nextName() {
    skipSpace();
    if (!dottedName().isEmpty()) {
      dottedName();
      skipSpace();
    }
    if (at < content.length && content[at] == ',') {
      at++;
      return true;
    }
    return false;
  }

  private String dottedName() {
    skipSpace();
    int from = at;
    while (at < content.length && at - from < LONGEST && isNameOrDot(content[at])) {
      at++;
    }
    return new String(content, from, at - from, UTF_8);
  }

  /** Skips spaces, comments, and line breaks wherever they are allowed. */
  private void skipSpace() {
    while (at < content.length) {
      byte one = content[at];
      if (one == '#') {
        while (at < content.length && content[at] != '\n') {
          at++;
        }
      } else if (isSpace(one) || one == '\n' || one == '\\') {
        at++;
      } else {
        return;
      }
    }
  }

  private static boolean isSpace(byte one) {
    return one == ' ' || one == '\t' || one == '\r' || one == '\f';
  }

  private static boolean isNameOrDot(byte one) {
    return one == '.' || isNamePart(one);
  }

  private static boolean isNamePart(byte one) {
    return (one >= 'a' && one <= 'z')
        || (one >= 'A' && one <= 'Z')
        || (one >= '0' && one <= '9')
        || one == '_'
        || one < 0;
  }

  private void add(int hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash;
  }
}
