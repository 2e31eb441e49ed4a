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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the import statements of a Python file from its bytes, without parsing it. Text that only
 * looks like an import, as in a docstring, counts too, which costs nothing but a closer look.
 */
public final class ImportReader {
  private static final String IMPORT = "import";
  private static final String FROM = "from";

  /** Finds {@code import}, its word 0, and all that {@link ImportDigest#MENTIONS} names. */
  private static final TriggerWords SEARCH =
      TriggerWords.asSpelled(
          Stream.concat(Stream.of(IMPORT), ImportDigest.MENTIONS.stream()).toList());

  /** So many bytes before a statement may belong to it: an escaped line break. */
  private static final int LOOKED_AT_BEFORE = 3;

  /** So many bytes after what was read of a statement were looked at: a word and what ends it. */
  private static final int LOOKED_AT_AFTER = IMPORT.length() + 1;

  private final byte[] content;
  private final String start;

  /** Up to where starts of statements were looked for. */
  private int last;

  /** Where the word has to stand in the statement at hand. */
  private int place;

  /** Whether that starts with what it imports from, and the hash of it. */
  private boolean hasModule;

  private int module;
  private int[] hashes = new int[16];
  private final IntStream.Builder places = IntStream.builder();
  private int size;
  private int at;

  /** Where the file mentions Eventlet first; -1 where it does not. */
  private int mention = -1;

  private ImportReader(SourceFile file) {
    this.content = file.content();
    this.start = ModuleNames.packageAtPlace(file.path());
  }

  /** What a Python file imports. */
  public static ImportDigest read(SourceFile file) {
    return find(file).digest();
  }

  /** What a Python file imports, and where that is told. */
  public static FoundImports find(SourceFile file) {
    ImportReader reader = new ImportReader(file);
    SEARCH.visit(file.content(), reader::found);
    if (reader.mention >= 0) {
      reader.addPlace(reader.mention, reader.mention + 1);
    }
    return new FoundImports(
        new ImportDigest(Arrays.copyOf(reader.hashes, reader.size), reader.mention >= 0),
        reader.places.build().toArray(),
        file.content().length);
  }

  /** Whether lines that are added to a file may tell anything more of its imports. */
  static boolean mayTell(byte[] lines) {
    return SEARCH.occurIn(lines);
  }

  private void addPlace(int from, int to) {
    places.add(Math.max(from, 0)).add(Math.min(to, content.length));
  }

  /** Reads what is told where a word of the search stands; goes on in any case. */
  private boolean found(int word, int start) {
    if (word > 0) {
      mention = mention < 0 ? start : mention;
    } else if (isWord(start, IMPORT)) {
      statement(start);
    }
    return true;
  }

  private boolean isWord(int from, String word) {
    int end = from + word.length();
    return startsWith(from, word)
        && (from == 0 || !isNamePart(content[from - 1]))
        && (end == content.length || !isNamePart(content[end]));
  }

  private boolean startsWith(int from, String word) {
    if (content.length - from < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (content[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Reads what stands before and after the word. */
  private void statement(int word) {
    int from = findStart(word);
    if (word == place) {
      at = word + IMPORT.length();
      if (hasModule) {
        names();
      } else {
        modules();
      }
    }
    addPlace(from - LOOKED_AT_BEFORE, Math.max(at, word + IMPORT.length()) + LOOKED_AT_AFTER);
  }

  /** Finds the start of the statement around a word; each byte is looked at once. */
  private int findStart(int word) {
    int from = word;
    while (from > last && !endsStatement(from - 1)) {
      from--;
    }
    boolean isNext = from > last || from == 0;
    last = word;
    if (isNext) {
      at = from;
      readStart(word);
    }
    return from;
  }

  /** Reads the start of a statement, up to where the word has to stand. */
  private void readStart(int word) {
    while (at < word && (isSpace(content[at]) || content[at] == '\n' || content[at] == '\\')) {
      at++;
    }
    hasModule = isWord(at, FROM);
    if (hasModule) {
      at += FROM.length();
      module = fromModule();
    }
    place = at;
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
      skipSpace();
      int from = at;
      if (!skipName()) {
        return;
      }
      add(ImportDigest.hash(content, from, at));
    } while (nextName());
  }

  private int fromModule() {
    skipSpace();
    int level = 0;
    while (at < content.length && (content[at] == '.' || isSpace(content[at]))) {
      level += content[at] == '.' ? 1 : 0;
      at++;
    }
    // Without a space after the dots, "import" would be taken for the module's name.
    int from = at;
    boolean isNamed = !isWord(at, IMPORT) && skipName();
    int end = at;
    skipSpace();
    return level == 0
        ? ImportDigest.hash(content, from, end)
        : ImportDigest.hash(
            ModuleNames.relative(
                start, level, isNamed ? new String(content, from, end - from, UTF_8) : ""));
  }

  private void names() {
    skipSpace();
    if (at < content.length && content[at] == '(') {
      at++;
    }
    do {
      skipSpace();
      int from = at;
      if (at < content.length && content[at] == '*') {
        at++;
        add(ImportDigest.inModule(module, content, from, at));
        return;
      }
      if (!skipName()) {
        return;
      }
      add(ImportDigest.inModule(module, content, from, at));
    } while (nextName());
  }

  /** Goes on behind the comma after a name and what it is called here. */
  private boolean nextName() {
    skipSpace();
    if (skipName()) {
      skipSpace();
      skipName();
      skipSpace();
    }
    if (at < content.length && content[at] == ',') {
      at++;
      return true;
    }
    return false;
  }

  /** Skips a dotted name; false when there is none. */
  private boolean skipName() {
    int from = at;
    while (at < content.length && (content[at] == '.' || isNamePart(content[at]))) {
      at++;
    }
    return at > from;
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
