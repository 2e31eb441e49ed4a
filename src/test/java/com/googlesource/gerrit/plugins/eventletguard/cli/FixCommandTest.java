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

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command {@code fix}, and the fixes that the other commands tell of. */
class FixCommandTest {
  private static final String BEFORE = "import os\n\nimport eventlet\n\neventlet.sleep(1)\n";
  private static final String AFTER = "import os\nimport time\n\ntime.sleep(1)\n";

  @TempDir Path folder;

  private record Outcome(int status, String out, String err) {}

  @Test
  void appliesSaysWhatItDidAndLeavesNothing() throws Exception {
    Path file = write("a.py", BEFORE);

    Outcome outcome = run("fix", folder.toString());

    assertThat(Files.readString(file)).isEqualTo(AFTER);
    assertThat(outcome.status()).isEqualTo(0);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            file
                + ":5:1: EVT111: Call time.sleep instead\n"
                + "Applied 1 fix in 1 file. 0 findings are left to a person.\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList()).containsExactly(file);
    }
  }

  @Test
  void secondRunChangesNothing() throws Exception {
    write("a.py", BEFORE);
    run("fix", folder.toString());

    assertThat(run("fix", folder.toString()).out())
        .isEqualTo("Applied 0 fixes in 0 files. 0 findings are left to a person.\n");
  }

  @Test
  void findingThatIsLeftGivesStatusOne() throws Exception {
    write("a.py", BEFORE + "eventlet.spawn(f)\n");

    Outcome outcome = run("fix", folder.toString());

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .endsWith("Applied 1 fix in 1 file. 2 findings are left to a person.\n");
  }

  @Test
  void dryRunOnlySaysIt() throws Exception {
    Path file = write("a.py", BEFORE);

    Outcome outcome = run("fix", "--dry-run", folder.toString());

    assertThat(Files.readString(file)).isEqualTo(BEFORE);
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).endsWith("Would apply 1 fix in 1 file. Nothing was changed.\n");
  }

  @Test
  void diffIsAPatch() throws Exception {
    Path file = write("a.py", BEFORE);

    Outcome outcome = run("fix", "--diff", file.toString());

    assertThat(Files.readString(file)).isEqualTo(BEFORE);
    assertThat(outcome.out())
        .isEqualTo(
            """
            --- a/%1$s
            +++ b/%1$s
            @@ -1,5 +1,4 @@
             import os
            +import time
            \s
            -import eventlet
            -
            -eventlet.sleep(1)
            +time.sleep(1)
            """
                .formatted(file.toString().substring(1)));
  }

  @Test
  void dryRunAndDiffExcludeEachOther() {
    assertThat(run("fix", "--dry-run", "--diff", folder.toString()).status()).isEqualTo(2);
  }

  @Test
  void missingFileIsOneSentence() {
    Path nowhere = folder.resolve("nowhere");

    Outcome outcome = run("fix", nowhere.toString());

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo("eventlet-guard: no such file or folder: %s%n".formatted(nowhere));
  }

  @Test
  void fileKeepsItsModeItsMarkAndItsEncoding() throws Exception {
    Path marked = folder.resolve("a.py");
    Files.write(marked, ("\uFEFF" + BEFORE).getBytes(StandardCharsets.UTF_8));
    Files.setPosixFilePermissions(marked, PosixFilePermissions.fromString("rwxr-x--x"));
    String coding = "# coding: latin-1\n# \u00e9\n";
    Path latin = folder.resolve("b.py");
    Files.write(latin, (coding + BEFORE).getBytes(StandardCharsets.ISO_8859_1));

    run("fix", folder.toString());

    assertThat(Files.readString(marked)).isEqualTo("\uFEFF" + AFTER);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(marked)))
        .isEqualTo("rwxr-x--x");
    assertThat(Files.readString(latin, StandardCharsets.ISO_8859_1)).isEqualTo(coding + AFTER);
  }

  @Test
  void whatIsSilencedIsLeftAlone() throws Exception {
    String text = "import os\nimport eventlet  # noqa: EVT100\neventlet.sleep(1)  # noqa: EVT111\n";
    Path file = write("a.py", text);

    run("fix", folder.toString());

    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void requirementGoesWithTheWholeProjectOnly() throws Exception {
    Path requirements = write("requirements.txt", "eventlet\nsix\n");
    write("setup.cfg", "[metadata]\nname = stratus\n");

    run("fix", requirements.toString());
    assertThat(Files.readString(requirements)).isEqualTo("eventlet\nsix\n");

    run("fix", folder.toString());
    assertThat(Files.readString(requirements)).isEqualTo("six\n");
  }

  @Test
  void requirementStaysWhereCodeUsesIt() throws Exception {
    Path requirements = write("requirements.txt", "eventlet\n");
    write("setup.cfg", "[metadata]\nname = stratus\n");
    write("a.py", "import eventlet\neventlet.spawn(f)\n");

    run("fix", folder.toString());

    assertThat(Files.readString(requirements)).isEqualTo("eventlet\n");
  }

  @Test
  void jsonHoldsTheReplacements() throws Exception {
    Path file = write("a.py", "import time\nimport eventlet\neventlet.sleep(1)\neventlet.x()\n");

    JsonObject report =
        JsonParser.parseString(run("scan", "--format", "json", file.toString()).out())
            .getAsJsonObject();

    JsonObject sleep =
        report.getAsJsonArray("findings").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(one -> one.get("rule").getAsString().equals("EVT111"))
            .findFirst()
            .orElseThrow();
    assertThat(sleep.getAsJsonArray("fixes").toString())
        .isEqualTo(
            """
            [{"description":"Call time.sleep instead","replacements":[{"path":"%s",\
            "range":{"start_line":3,"start_character":0,"end_line":3,"end_character":14},\
            "replacement":"time.sleep"}]}]\
            """
                .formatted(file));
  }

  @Test
  void textSaysThatAFixIsKnown() throws Exception {
    write("a.py", BEFORE);

    assertThat(run("scan", folder.toString()).out())
        .contains("A safe fix is known: Call time.sleep instead.");
  }

  @Test
  void settingsOfTheBranchTurnOffersOff() throws Exception {
    Path file = write("a.py", BEFORE);
    write(".eventlet-guard.config", "[fix]\n\toffer = false\n");

    assertThat(run("scan", folder.toString()).out()).doesNotContain("A safe fix");

    run("fix", folder.toString());
    assertThat(Files.readString(file)).isEqualTo(AFTER);
  }

  @Test
  void comparisonHoldsTheFixesOfWhatIsIntroduced() throws Exception {
    write("old/a.py", "import os\n");
    write("new/a.py", BEFORE);

    Outcome outcome =
        run(
            "diff",
            "--no-index",
            "--format",
            "json",
            folder.resolve("old").toString(),
            folder.resolve("new").toString());

    assertThat(JsonParser.parseString(outcome.out()).getAsJsonObject().get("introduced").toString())
        .contains("\"replacement\":\"time.sleep\"");
  }

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int status = commandLine.execute(arguments);
    return new Outcome(status, out.toString(), err.toString());
  }

  private Path write(String path, String text) throws Exception {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
