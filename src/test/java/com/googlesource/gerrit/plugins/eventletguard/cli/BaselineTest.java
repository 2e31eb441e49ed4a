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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.googlesource.gerrit.plugins.eventletguard.cli.Invocation.run;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --baseline} hides, and what {@code --write-baseline} writes. */
class BaselineTest {
  private static final String SPAWNS = "import eventlet\n\neventlet.spawn(print)\n";

  @TempDir Path folder;
  private Path baseline;
  private Path source;

  @BeforeEach
  void writeBaseline() throws Exception {
    source = folder.resolve("project").resolve("a.py");
    baseline = folder.resolve("baseline.json");
    Files.createDirectories(source.getParent());
    Files.writeString(source, SPAWNS);
    run("scan", "--write-baseline", baseline.toString(), source.getParent().toString());
  }

  private Invocation scan(String... more) {
    return run(
        Stream.concat(
                Stream.of("scan", "--baseline", baseline.toString(), source.getParent().toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Invocation scanAs(String text) throws Exception {
    Files.writeString(source, text);
    return scan();
  }

  @Test
  void whatStandsIsWrittenAndCountsNoLonger() {
    Path other = folder.resolve("other.json");

    Invocation outcome =
        run("scan", "--write-baseline", other.toString(), source.getParent().toString());

    assertThat(outcome.status()).isEqualTo(0);
    assertThat(outcome.out()).isEqualTo("Found: nothing (2 silenced).\n");
    assertThat(other.toFile().exists()).isTrue();
  }

  @Test
  void whatTheBaselineListsDoesNotCount() {
    Invocation outcome = scan();

    assertThat(outcome.status()).isEqualTo(0);
    assertThat(outcome.out()).isEqualTo("Found: nothing (2 silenced).\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void whatItListsIsShownAsSuppressed() {
    JsonObject finding =
        scan("--format", "json").json().getAsJsonArray("findings").get(0).getAsJsonObject();
    JsonObject result =
        scan("--format", "sarif")
            .json()
            .getAsJsonArray("runs")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("results")
            .get(0)
            .getAsJsonObject();

    assertThat(finding.get("silenced_by").getAsString()).isEqualTo("baseline");
    assertThat(finding.get("silenced_reason").getAsString())
        .isEqualTo("The baseline of the project has it.");
    assertThat(
            result
                .getAsJsonArray("suppressions")
                .get(0)
                .getAsJsonObject()
                .get("kind")
                .getAsString())
        .isEqualTo("external");
  }

  @Test
  void linesAndIndentationDoNotMatter() throws Exception {
    Invocation outcome =
        scanAs("import os\nimport eventlet\n\nif os.name:\n    eventlet.spawn( print )\n");

    assertThat(outcome.out()).isEqualTo("Found: nothing (2 silenced).\n");
  }

  @Test
  void oneMoreOfTheSameIsNew() throws Exception {
    Invocation outcome = scanAs(SPAWNS + "eventlet.spawn(print)\n");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).contains("a.py:4:1: warning EVT110");
    assertThat(outcome.out()).contains("Found: 1 warning (2 silenced).");
  }

  @Test
  void theSameInAnotherFileIsNew() throws Exception {
    Files.writeString(source.resolveSibling("b.py"), SPAWNS);

    assertThat(scan().out()).contains("b.py:3:1: warning EVT110");
  }

  @Test
  void anEditedStatementIsNew() throws Exception {
    assertThat(scanAs("import eventlet\n\neventlet.spawn(input)\n").out())
        .contains("a.py:3:1: warning EVT110");
  }

  @Test
  void whatNoLongerStandsIsTold() throws Exception {
    Invocation outcome = scanAs("import eventlet\n");

    assertThat(outcome.status()).isEqualTo(0);
    assertThat(outcome.err())
        .isEqualTo(
            "eventlet-guard: %s lists one finding that no longer stands; write it again: a.py EVT110 eventlet.spawn%n"
                .formatted(baseline));
  }

  @Test
  void ofAPartOfTheTreeOnlyThatPartIsMissed() throws Exception {
    GitFolder.init(source.getParent());
    Files.createDirectories(source.resolveSibling("part"));

    Invocation outcome =
        run("scan", "--baseline", baseline.toString(), source.resolveSibling("part").toString());

    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void partOfAWorkTreeIsNamedFromItsTop() throws Exception {
    GitFolder.init(folder);
    Path other = folder.resolve("other.json");

    run("scan", "--write-baseline", other.toString(), source.toString());

    assertThat(Files.readString(other)).contains("\"path\":\"project/a.py\"");
  }

  @Test
  void sameFindingsGiveTheSameBytes() throws Exception {
    Path other = folder.resolve("other.json");

    run("scan", "--write-baseline", other.toString(), source.toString());

    assertThat(Files.readString(other)).isEqualTo(Files.readString(baseline));
  }

  @Test
  void whatSomethingElseSilencesIsNotWritten() throws Exception {
    Files.writeString(source, "import eventlet  # noqa: EVT100\n");
    Files.writeString(source.resolveSibling("b.py"), "import eventlet\n");

    run("scan", "--write-baseline", baseline.toString(), source.getParent().toString());

    assertThat(Files.readString(baseline)).contains("b.py");
    assertThat(Files.readString(baseline)).doesNotContain("a.py");
  }

  @Test
  void anotherChangeOfTheSameTreeIsJudgedByIt() throws Exception {
    GitFolder git = GitFolder.init(source.getParent());
    git.commit("b.py", "import os\n");
    git.commit("a.py", SPAWNS);

    Invocation known =
        run("diff", "--repo", git.path().toString(), "--baseline", baseline.toString(), "HEAD~1");
    git.commit("a.py", SPAWNS + "eventlet.spawn(print)\n");
    Invocation more =
        run("diff", "--repo", git.path().toString(), "--baseline", baseline.toString(), "HEAD~1");

    assertThat(known.status()).isEqualTo(0);
    assertThat(known.out()).contains("Introduced: nothing (2 silenced).");
    assertThat(more.status()).isEqualTo(1);
    assertThat(more.out()).contains("Introduced: 1 warning.");
  }

  @Test
  void twoFoldersAreJudgedByIt() throws Exception {
    Path before = Files.createDirectories(folder.resolve("before"));

    Invocation outcome =
        run(
            "diff",
            "--baseline",
            baseline.toString(),
            "--no-index",
            before.toString(),
            source.getParent().toString());

    assertThat(outcome.out()).contains("Introduced: nothing (2 silenced).");
  }

  @Test
  void whatAChangeTakesAwayIsTold() throws Exception {
    GitFolder git = GitFolder.init(source.getParent());
    git.commit("a.py", SPAWNS);
    git.commit("a.py", "import eventlet\n");

    Invocation outcome =
        run("diff", "--repo", git.path().toString(), "--baseline", baseline.toString(), "HEAD~1");

    assertThat(outcome.err()).contains("lists one finding that no longer stands");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{} {}",
        "{\"version\": 1}",
        "{\"version\": 2, \"findings\": []}",
        "{\"version\": \"1\", \"findings\": []}",
        "{\"version\": 1, \"findings\": [1]}",
        "{\"version\": 1, \"findings\": [{\"path\": \"a\", \"rule\": \"EVT110\", \"symbol\": \"b\","
            + " \"count\": 1, \"fingerprint\": \"c\"}]}",
        "{\"version\": 1, \"findings\": [],}",
        "<<<<<<< HEAD",
      })
  void whatIsNoBaselineIsOneSentence(String text) throws Exception {
    Files.writeString(baseline, text);

    Invocation outcome = scan();

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("eventlet-guard: %s is no baseline: ".formatted(baseline));
    assertThat(outcome.err().lines().toList()).hasSize(1);
  }

  @Test
  void whatIsWrongInItIsNamed() throws Exception {
    Files.writeString(
        baseline, Files.readString(baseline).replaceFirst("\"count\":1", "\"count\":0"));

    assertThat(scan().err())
        .isEqualTo(
            ("eventlet-guard: %s is no baseline: findings[0].count is no number from 1; write it"
                    + " with `eventlet-guard scan --write-baseline`%n")
                .formatted(baseline));
  }

  @Test
  void missingFileIsOneSentence() throws Exception {
    Files.delete(baseline);

    Invocation outcome = scan();

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo("eventlet-guard: cannot read %s: no such file or folder%n".formatted(baseline));
  }

  @Test
  void fileThatCannotBeWrittenIsOneSentence() {
    Invocation outcome =
        run(
            "scan",
            "--write-baseline",
            folder.resolve("nowhere").resolve("b.json").toString(),
            source.toString());

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("no such file or folder");
  }

  @Test
  void writingAndReadingAtOnceIsWrongUsage() {
    assertThat(scan("--write-baseline", baseline.toString()).status()).isEqualTo(2);
  }

  @Test
  void nothingIsLeftBesideIt() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .containsExactlyElementsIn(List.of("baseline.json", "project"));
    }
  }
}
