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

package com.googlesource.gerrit.plugins.eventletguard.change;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.gson.Gson;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The before/after pairs of {@code changes.json}, each a test by its name. */
class ChangeCasesTest {
  private record Expected(
      String path,
      int line,
      int col,
      int end_line,
      int end_col,
      String symbol,
      List<String> alt_symbols,
      boolean ambiguous) {}

  private record ChangedFile(String old_path, String before, String new_path, String after) {}

  private record Case(
      String name, String why, List<ChangedFile> files, List<Expected> expected_new) {}

  private record Cases(List<Case> changes) {}

  @TestFactory
  Stream<DynamicTest> everyChangeIntroducesWhatIsExpected() throws IOException {
    try (Reader json =
        new InputStreamReader(
            ChangeCasesTest.class.getResourceAsStream("/cases/changes.json"),
            StandardCharsets.UTF_8)) {
      Cases cases = new Gson().fromJson(json, Cases.class);
      assertThat(cases.changes()).hasSize(40);
      return cases.changes().stream()
          .map(
              given ->
                  DynamicTest.dynamicTest(given.name() + ": " + given.why(), () -> check(given)));
    }
  }

  private static void check(Case given) throws IOException {
    Map<String, String> before = new HashMap<>();
    Map<String, String> after = new HashMap<>();
    for (ChangedFile file : given.files()) {
      if (file.old_path() != null) {
        before.put(file.old_path(), file.before());
      }
      if (file.new_path() != null) {
        after.put(file.new_path(), file.after());
      }
    }
    List<Finding> introduced;
    try (TestRepository repository = new TestRepository()) {
      introduced = repository.diff(before, after).introduced();
    }
    List<Finding> unexpected = new ArrayList<>(introduced);
    for (Expected expected : given.expected_new()) {
      boolean found = unexpected.removeIf(finding -> is(finding, expected));
      assertWithMessage("%s in %s", expected, introduced)
          .that(found || expected.ambiguous())
          .isTrue();
    }
    assertThat(unexpected).isEmpty();
  }

  private static boolean is(Finding finding, Expected expected) {
    // The cases count code points, but have only characters of the basic plane.
    return finding.path().equals(expected.path())
        && finding
            .range()
            .equals(
                new Range(expected.line(), expected.col(), expected.end_line(), expected.end_col()))
        && (finding.usage().symbol().equals(expected.symbol())
            || expected.alt_symbols().contains(finding.usage().symbol()));
  }
}
