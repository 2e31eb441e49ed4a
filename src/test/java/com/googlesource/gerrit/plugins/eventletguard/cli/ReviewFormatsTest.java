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

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --format zuul} and {@code --format gerrit} print: comments on a change. */
class ReviewFormatsTest {
  private static final String SPAWNS = "import eventlet\n\neventlet.spawn(print)\n";

  @TempDir Path folder;

  @BeforeEach
  void makeFolders() throws Exception {
    Files.createDirectories(folder.resolve("before"));
    Files.createDirectories(folder.resolve("after"));
  }

  private void add(String path, String text) throws Exception {
    Files.writeString(folder.resolve("after").resolve(path), text);
  }

  private Invocation diff(String format, String... options) {
    List<String> arguments = new ArrayList<>(List.of("diff", "--no-index", "--format", format));
    arguments.addAll(List.of(options));
    arguments.add(folder.resolve("before").toString());
    arguments.add(folder.resolve("after").toString());
    return run(arguments.toArray(String[]::new));
  }

  private static JsonObject zuul(Invocation invocation) {
    return invocation.json().getAsJsonObject("zuul");
  }

  private static List<JsonObject> comments(JsonObject byPath) {
    List<JsonObject> comments = new ArrayList<>();
    for (String path : byPath.keySet()) {
      byPath.getAsJsonArray(path).forEach(comment -> comments.add(comment.getAsJsonObject()));
    }
    return comments;
  }

  private static List<String> warnings(Invocation invocation) {
    return zuul(invocation).getAsJsonArray("warnings").asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  @Test
  void zuulTakesWhatIsPrinted() throws Exception {
    add("a.py", SPAWNS);
    add("b.py", SPAWNS);

    Invocation zuul = diff("zuul");

    assertThat(zuul.status()).isEqualTo(1);
    assertThat(zuul(zuul).getAsJsonObject("file_comments").keySet())
        .containsExactly("a.py", "b.py")
        .inOrder();
    assertThat(JsonSchemas.problems(JsonSchemas.ZUUL, zuul.out())).isEmpty();
  }

  @Test
  void zuulTakesTheResultOfACleanChange() throws Exception {
    Invocation zuul = diff("zuul");

    assertThat(zuul.status()).isEqualTo(0);
    assertThat(zuul.out())
        .isEqualTo(
            """
            {
              "zuul": {
                "file_comments": {},
                "warnings": []
              }
            }
            """);
  }

  @Test
  void commentOfZuulHasItsRangeAndSaysItsSeverity() throws Exception {
    add("a.py", SPAWNS);

    JsonObject comment =
        comments(zuul(diff("zuul", "--stage", "removed")).getAsJsonObject("file_comments")).get(1);

    assertThat(comment.get("line").getAsInt()).isEqualTo(3);
    assertThat(comment.get("range").toString())
        .isEqualTo("{\"start_line\":3,\"start_character\":0,\"end_line\":3,\"end_character\":14}");
    assertThat(comment.get("level").getAsString()).isEqualTo("error");
    assertThat(comment.get("message").getAsString()).startsWith("EVT110 (error) ");
  }

  @Test
  void zuulGetsTheGravestTenAndACountOfAll() throws Exception {
    add("a.py", "import eventlet\n" + "eventlet.sleep(1)\n".repeat(12));

    Invocation zuul = diff("zuul", "--stage", "removed");

    assertThat(comments(zuul(zuul).getAsJsonObject("file_comments"))).hasSize(10);
    assertThat(warnings(zuul)).hasSize(1);
    assertThat(warnings(zuul).getFirst())
        .startsWith(
            "Eventlet Guard: this change introduces 13 errors, 0 warnings and 0 for information;"
                + " 10 of them have a comment.\n    a.py:1: EVT100 (error) ");
    assertThat(comments(zuul(diff("zuul", "--max-comments", "3")).getAsJsonObject("file_comments")))
        .hasSize(3);
  }

  @Test
  void warningOfZuulNamesEveryFindingTheGravestFirst() throws Exception {
    add("a.py", "import eventlet\n" + "eventlet.sleep(1)\n".repeat(12));
    Files.createDirectories(folder.resolve("after/tests"));
    add("tests/test_a.py", SPAWNS);

    List<String> lines = warnings(diff("zuul", "--stage", "removed")).getFirst().lines().toList();

    assertThat(lines).hasSize(16);
    assertThat(lines.get(13)).startsWith("    a.py:13: EVT111 (error) ");
    assertThat(lines.get(14)).startsWith("    tests/test_a.py:1: EVT100 (");
  }

  @Test
  void warningOfZuulHasAnEnd() throws Exception {
    add("a.py", "import eventlet\n" + "eventlet.sleep(1)\n".repeat(1_000));

    String warning = warnings(diff("zuul")).getFirst();

    assertThat(warning.length()).isLessThan(8_500);
    assertThat(warning.lines().toList().getLast()).matches("    and \\d+ more in the job's report");
  }

  @Test
  void oneRunMayWriteSeveralReports() throws Exception {
    add("a.py", SPAWNS);
    Path page = folder.resolve("page.html");
    Path sarif = folder.resolve("report.sarif");

    Invocation zuul = diff("zuul", "--report", "html=" + page, "--report", "sarif=" + sarif);

    assertThat(zuul.out()).isEqualTo(diff("zuul").out());
    assertThat(Files.readString(page)).isEqualTo(diff("html").out());
    assertThat(Files.readString(sarif)).isEqualTo(diff("sarif").out());
  }

  @Test
  void reportThatCannotBeWrittenIsTold() throws Exception {
    Invocation failed = diff("text", "--report", "json=" + folder.resolve("no/such/folder"));

    assertThat(failed.status()).isEqualTo(2);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).contains("cannot write the report");
  }

  @Test
  void zuulMayGetErrorsAlone() throws Exception {
    add("a.py", SPAWNS);

    Invocation zuul = diff("zuul", "--errors-only", "--stage", "eventlet");

    assertThat(zuul(zuul).getAsJsonObject("file_comments").keySet()).isEmpty();
    assertThat(warnings(zuul).getFirst()).contains("0 errors, 2 warnings");
  }

  @Test
  void silencedFindingHasNoComment() throws Exception {
    add("a.py", "import eventlet  # noqa: EVT100\n");

    assertThat(zuul(diff("zuul")).getAsJsonObject("file_comments").keySet()).isEmpty();
    assertThat(diff("gerrit").json().getAsJsonObject("comments").keySet()).isEmpty();
  }

  @Test
  void reviewOfGerritHasTheSameCommentsAndASummary() throws Exception {
    add("a.py", SPAWNS);

    JsonObject review = diff("gerrit").json();
    JsonObject comment = comments(review.getAsJsonObject("comments")).get(1);

    assertThat(comment.get("message"))
        .isEqualTo(
            comments(zuul(diff("zuul")).getAsJsonObject("file_comments")).get(1).get("message"));
    assertThat(comment.get("unresolved").getAsBoolean()).isTrue();
    assertThat(review.get("message").getAsString()).isNotEmpty();
    assertThat(review.get("tag").getAsString()).isEqualTo("autogenerated:eventlet-guard");
    assertThat(review.has("labels")).isFalse();
  }

  @Test
  void scanIsNoChangeToCommentOn() {
    for (String format : List.of("zuul", "gerrit")) {
      Invocation scan = run("scan", "--format", format, folder.toString());

      assertThat(scan.status()).isEqualTo(2);
      assertThat(scan.out()).isEmpty();
      assertThat(scan.err())
          .isEqualTo(
              "eventlet-guard: --format %s comments on a change; use it with diff%n"
                  .formatted(format));
    }
  }

  @Test
  void numberOfCommentsIsNotNegative() {
    assertThat(diff("zuul", "--max-comments", "-1").status()).isEqualTo(2);
  }

  @Test
  void reviewToPostByHandSuggestsASafeFixInItsTextAlone() throws Exception {
    add("a.py", "import time\nimport eventlet\neventlet.GreenPool()\neventlet.sleep(1)\n");

    Invocation review = diff("gerrit");

    assertThat(review.out()).doesNotContain("fix_suggestions");
    JsonObject comment = comments(review.json().getAsJsonObject("comments")).get(2);
    assertThat(comment.get("message").getAsString())
        .endsWith(
            """
            A safe fix is known: Call time.sleep instead.

            ```suggestion
            time.sleep(1)
            ```\
            """);
  }
}
