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

package com.googlesource.gerrit.plugins.eventletguard.scan.python;

import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every usage of the marked snippets is found, exactly where it stands, and nothing else. */
class SnippetsTest {
  private static final PythonScanner SCANNER =
      new PythonScanner(List.of(new EventletFinder(RuleCatalog.builtIn())));

  @SuppressWarnings("unused") // filled in by Gson
  private static final class Snippets {
    List<Snippet> snippets;
  }

  @SuppressWarnings("unused") // filled in by Gson
  private static final class Snippet {
    String name;
    String filename;

    @SerializedName("bytes_b64")
    String bytes;

    List<Expected> expected;
  }

  @SuppressWarnings("unused") // filled in by Gson
  private static final class Expected {
    int line;
    int col;

    @SerializedName("end_line")
    int endLine;

    @SerializedName("end_col")
    int endCol;

    String kind;
    String symbol;
    boolean ambiguous;

    @SerializedName("alt_symbols")
    List<String> otherSymbols;

    boolean isAt(Usage usage, SourceText text) {
      return line == usage.range().startLine()
          && col == codePoints(text, usage.range().startLine(), usage.range().startCharacter())
          && endLine == usage.range().endLine()
          && endCol == codePoints(text, usage.range().endLine(), usage.range().endCharacter());
    }

    boolean matches(Usage usage, SourceText text) {
      boolean kindAgrees =
          switch (kind) {
            case "import" -> usage.kind() == UsageKind.IMPORT;
            case "use", "executor" -> usage.kind() == UsageKind.USE;
            case "string" -> usage.kind() == UsageKind.STRING;
            default -> true; // a family of symbols, used in whichever way
          };
      return kindAgrees
          && isAt(usage, text)
          && (usage.symbol().equals(symbol) || otherSymbols.contains(usage.symbol()));
    }

    @Override
    public String toString() {
      return "%d:%d-%d:%d %s %s".formatted(line, col, endLine, endCol, kind, symbol);
    }
  }

  private static int codePoints(SourceText text, int line, int character) {
    int start = text.lineStart(line);
    return text.text().codePointCount(start, start + character);
  }

  @TestFactory
  Stream<DynamicTest> snippet() throws IOException {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(SnippetsTest.class.getResourceAsStream("/cases/snippets.json")),
            UTF_8)) {
      Snippets all = new Gson().fromJson(reader, Snippets.class);
      return all.snippets.stream()
          .map(snippet -> DynamicTest.dynamicTest(snippet.name, () -> check(snippet)));
    }
  }

  private static void check(Snippet snippet) {
    SourceText text =
        SourceText.of(new SourceFile(snippet.filename, Base64.getDecoder().decode(snippet.bytes)));
    List<Usage> found = SCANNER.scan(text);
    List<String> wrong = new ArrayList<>();
    for (Expected expected : snippet.expected) {
      if (!expected.ambiguous && found.stream().noneMatch(usage -> expected.matches(usage, text))) {
        wrong.add("missed " + expected);
      }
    }
    for (Usage usage : found) {
      if (snippet.expected.stream()
          .noneMatch(
              expected ->
                  expected.matches(usage, text)
                      || (expected.ambiguous && expected.isAt(usage, text)))) {
        wrong.add("not expected: " + usage);
      }
    }
    assertWithMessage(text.text()).that(wrong).isEmpty();
  }
}
