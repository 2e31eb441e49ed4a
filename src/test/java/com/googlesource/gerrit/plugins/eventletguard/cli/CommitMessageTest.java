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
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the message of a commit changes about the judgement of {@code diff}. */
class CommitMessageTest {
  private static final String WITHOUT = "import time\n";
  private static final String WITH = "import eventlet\n\neventlet.spawn(print)\n";

  @TempDir Path work;

  private Git git;

  @BeforeEach
  void makeRepository() throws Exception {
    git = Git.init().setDirectory(work.toFile()).call();
  }

  @AfterEach
  void close() {
    git.close();
  }

  private String commit(String text, String message) throws Exception {
    Files.writeString(work.resolve("a.py"), text);
    git.add().addFilepattern("a.py").call();
    PersonIdent author = new PersonIdent("Ada", "ada@example.org");
    return git.commit()
        .setMessage(message)
        .setAuthor(author)
        .setCommitter(author)
        .setSign(false)
        .call()
        .name();
  }

  private record Outcome(int status, String out) {
    List<String> silences() {
      List<String> silences = new ArrayList<>();
      for (JsonElement finding :
          JsonParser.parseString(out).getAsJsonObject().getAsJsonArray("introduced")) {
        JsonElement by = finding.getAsJsonObject().get("silenced_by");
        silences.add(by == null ? "counts" : by.getAsString());
      }
      return silences;
    }
  }

  private Outcome diff(String... arguments) {
    StringWriter out = new StringWriter();
    List<String> all = new ArrayList<>(List.of("diff", "--repo", work.toString()));
    all.addAll(List.of(arguments));
    int status =
        Main.commandLine().setOut(new PrintWriter(out)).execute(all.toArray(String[]::new));
    return new Outcome(status, out.toString());
  }

  private String removedAndReverted(String text) throws Exception {
    commit(WITH, "Poll");
    String removal = commit(WITHOUT, "Do not poll");
    commit(text, "Revert\n\nThis reverts commit %s.\n".formatted(removal));
    return removal;
  }

  @Test
  void whatARevertBringsBackDoesNotCount() throws Exception {
    String removal = removedAndReverted(WITH);

    Outcome text = diff("HEAD~1");

    assertThat(text.status()).isEqualTo(0);
    assertThat(text.out())
        .contains(
            "This change reverts %s. What comes with it is not judged: 2 findings.\n"
                .formatted(removal.substring(0, 10)));
    assertThat(diff("HEAD~1", "--format", "json").silences()).containsExactly("revert", "revert");
  }

  @Test
  void whatARevertAddsCounts() throws Exception {
    removedAndReverted(WITH + "eventlet.sleep(0)\n");

    Outcome json = diff("HEAD~1", "--format", "json");

    assertThat(json.status()).isEqualTo(1);
    assertThat(json.silences()).containsExactly("revert", "revert", "counts").inOrder();
  }

  @Test
  void revertAtTheEndOfARangeSpeaksForItselfAlone() throws Exception {
    commit(WITH, "Poll");
    String removal = commit(WITHOUT, "Do not poll");
    commit("import time\nimport eventlet.tpool\n", "Use a pool");
    commit(
        WITH + "import time\nimport eventlet.tpool\n",
        "Revert\n\nThis reverts commit %s.\n".formatted(removal));

    assertThat(diff("HEAD~2", "--format", "json").silences())
        .containsExactly("revert", "revert", "counts")
        .inOrder();
  }

  @Test
  void footerSkipsTheCheckOfItsCommit() throws Exception {
    commit(WITHOUT, "Wait");
    commit(WITH, "Poll\n\nEventlet-Guard: skip the vendor needs it\n");

    Outcome text = diff("HEAD~1");

    assertThat(text.status()).isEqualTo(0);
    assertThat(text.out())
        .contains("The commit message asks to skip the check: the vendor needs it\n");
    assertThat(diff("HEAD~1", "--format", "json").silences()).containsExactly("skip", "skip");
  }

  @Test
  void footerSaysNothingAboutOtherCommitsOfARange() throws Exception {
    commit(WITHOUT, "Wait");
    commit(WITH, "Poll");
    commit(WITH + "pass\n", "Tidy\n\nEventlet-Guard: skip it\n");

    assertThat(diff("HEAD~2").status()).isEqualTo(1);
  }
}
