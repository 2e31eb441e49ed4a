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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --format sarif} prints, by the schema of SARIF and beyond it. */
class SarifTest {
  private static final String SPAWNS = "import eventlet\n\neventlet.spawn(print)\n";

  @TempDir Path folder;

  private void write(String path, String text) throws Exception {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Invocation diff() {
    return run(
        "diff",
        "--format",
        "sarif",
        "--no-index",
        folder.resolve("before").toString(),
        folder.resolve("after").toString());
  }

  private Invocation change(String before, String after) throws Exception {
    write("before/a.py", before);
    write("after/a.py", after);
    return diff();
  }

  private static List<JsonObject> results(Invocation invocation) {
    List<JsonObject> results = new ArrayList<>();
    sarifRun(invocation)
        .getAsJsonArray("results")
        .forEach(result -> results.add(result.getAsJsonObject()));
    return results;
  }

  private static JsonObject sarifRun(Invocation invocation) {
    return invocation.json().getAsJsonArray("runs").get(0).getAsJsonObject();
  }

  private static List<String> fingerprints(Invocation invocation) {
    return results(invocation).stream()
        .map(result -> result.getAsJsonObject("partialFingerprints").get("usage/v1").getAsString())
        .toList();
  }

  @Test
  void logOfAChangeIsValid() throws Exception {
    Path demo = Path.of("src", "demo", "project");

    Invocation sarif =
        run(
            "diff",
            "--format",
            "sarif",
            "--no-index",
            demo.resolve("before").toString(),
            demo.resolve("change").toString());

    assertThat(results(sarif)).isNotEmpty();
    assertThat(JsonSchemas.problems(JsonSchemas.SARIF, sarif.out())).isEmpty();
  }

  @Test
  void logOfATreeIsValid() throws Exception {
    Invocation sarif = run("scan", "--format", "sarif", "src/demo/project/before");

    assertThat(results(sarif)).isNotEmpty();
    assertThat(JsonSchemas.problems(JsonSchemas.SARIF, sarif.out())).isEmpty();
  }

  @Test
  void emptyLogIsValid() throws Exception {
    Invocation sarif = change("import time\n", "import os\n");

    assertThat(sarif.status()).isEqualTo(0);
    assertThat(results(sarif)).isEmpty();
    assertThat(JsonSchemas.problems(JsonSchemas.SARIF, sarif.out())).isEmpty();
  }

  @Test
  void whateverAPathHoldsTheLogIsValid() throws Exception {
    write("before/b.py", "");
    write("after/é dir/a#b:c%20?.py", SPAWNS);
    write("after/x:y.py", SPAWNS);

    Invocation sarif = diff();

    assertThat(JsonSchemas.problems(JsonSchemas.SARIF, sarif.out())).isEmpty();
    assertThat(uris(sarif)).containsAtLeast("%C3%A9%20dir/a%23b:c%2520%3F.py", "./x:y.py");
  }

  private static List<String> uris(Invocation sarif) {
    return results(sarif).stream()
        .map(result -> place(result).getAsJsonObject("artifactLocation").get("uri").getAsString())
        .toList();
  }

  private static JsonObject place(JsonObject result) {
    return result
        .getAsJsonArray("locations")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("physicalLocation");
  }

  @Test
  void safeFixStandsWithItsResult() throws Exception {
    Invocation sarif =
        change("", "import os\nimport eventlet\neventlet.GreenPool()\neventlet.sleep(1)\n");

    assertThat(JsonSchemas.problems(JsonSchemas.SARIF, sarif.out())).isEmpty();
    assertThat(results(sarif).get(1).has("fixes")).isFalse();
    JsonObject fix = results(sarif).get(2).getAsJsonArray("fixes").get(0).getAsJsonObject();
    assertThat(fix.getAsJsonObject("description").get("text").getAsString())
        .isEqualTo("Call time.sleep instead.");
    assertThat(fix.getAsJsonArray("artifactChanges").toString())
        .isEqualTo(
            """
            [{"artifactLocation":{"uri":"a.py","uriBaseId":"SRCROOT"},"replacements":[\
            {"deletedRegion":{"startLine":2,"startColumn":1,"endLine":2,"endColumn":1},\
            "insertedContent":{"text":"import time\\n"}},\
            {"deletedRegion":{"startLine":4,"startColumn":1,"endLine":4,"endColumn":15},\
            "insertedContent":{"text":"time.sleep"}}]}]\
            """);
  }

  @Test
  void regionCountsColumnsFromOneInUtf16() throws Exception {
    Invocation sarif = change("", "import eventlet; s = '😀'; eventlet.sleep(1)\n");

    JsonObject region = place(results(sarif).get(1)).getAsJsonObject("region");

    assertThat(sarifRun(sarif).get("columnKind").getAsString()).isEqualTo("utf16CodeUnits");
    assertThat(region.get("startLine").getAsInt()).isEqualTo(1);
    assertThat(region.get("startColumn").getAsInt()).isEqualTo(28);
    assertThat(region.get("endColumn").getAsInt()).isEqualTo(42);
  }

  @Test
  void fingerprintsSurviveTheMoveOfALine() throws Exception {
    List<String> before = fingerprints(change("", SPAWNS));

    assertThat(fingerprints(change("", "import os\n\n\n" + SPAWNS))).isEqualTo(before);
  }

  @Test
  void equalStatementsOfAFileHaveFingerprintsOfTheirOwn() throws Exception {
    assertThat(fingerprints(change("", SPAWNS + "eventlet.spawn(print)\n"))).containsNoDuplicates();
  }

  @Test
  void ruleLeadsToItsPageOfTheGuide() throws Exception {
    Invocation sarif = change("", SPAWNS);

    JsonObject result = results(sarif).get(1);
    JsonElement rule =
        sarifRun(sarif)
            .getAsJsonObject("tool")
            .getAsJsonObject("driver")
            .getAsJsonArray("rules")
            .get(result.get("ruleIndex").getAsInt());

    assertThat(result.get("ruleId").getAsString()).isEqualTo("EVT110");
    assertThat(rule.getAsJsonObject().get("id").getAsString()).isEqualTo("EVT110");
    assertThat(rule.getAsJsonObject().get("helpUri").getAsString())
        .startsWith("https://removal.eventlet.org/guide/");
  }

  @Test
  void silencedFindingIsSuppressedWithItsReason() throws Exception {
    Invocation sarif = change("", "import eventlet  # noqa: EVT100\n");

    JsonObject suppression =
        results(sarif).getFirst().getAsJsonArray("suppressions").get(0).getAsJsonObject();

    assertThat(sarif.status()).isEqualTo(0);
    assertThat(suppression.get("kind").getAsString()).isEqualTo("inSource");
    assertThat(suppression.get("justification").getAsString())
        .isEqualTo("A comment `noqa: EVT100` silences it.");
  }

  @Test
  void fileThatWasNotScannedIsNotified() throws Exception {
    write("before/a.py", "");
    write("after/a.py", "import eventlet\0\n");

    JsonObject notification =
        sarifRun(diff())
            .getAsJsonArray("invocations")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("toolExecutionNotifications")
            .get(0)
            .getAsJsonObject();

    assertThat(notification.getAsJsonObject("message").get("text").getAsString())
        .isEqualTo("a.py: not scanned (binary)");
  }
}
