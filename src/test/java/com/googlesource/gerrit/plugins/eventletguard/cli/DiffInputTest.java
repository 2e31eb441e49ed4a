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

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code diff} compares, in a repository that git itself made. */
class DiffInputTest {
  private static final String CLEAN = "import time\n";
  private static final String SLEEPS = "import eventlet\n\neventlet.sleep(1)\n";
  private static final String SPAWNS = "import eventlet\n\neventlet.spawn(print)\n";

  @TempDir Path folder;

  private GitFolder work;

  @BeforeEach
  void makeRepository() throws Exception {
    work = GitFolder.init(folder.resolve("work"));
    work.commit("a.py", CLEAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HEAD~1",
        "HEAD^",
        "HEAD~1..",
        "HEAD~1..HEAD",
        "HEAD~1...HEAD",
        "HEAD^!",
        "master^!",
        "HEAD^-",
        "HEAD^-1",
        "HEAD~1 HEAD",
        "^HEAD~1 HEAD",
        "HEAD ^HEAD~1",
        "HEAD~1 master@{0}",
        "HEAD~1^{tree} HEAD^{tree}",
        "start master",
        "start..master",
        "--merge-base start"
      })
  void anyNotationOfGitNamesTheSameChange(String notation) throws Exception {
    work.git("tag", "-a", "-m", "The start", "start");
    work.commit("a.py", SPAWNS);

    assertThat(introduced(notation.split(" "))).containsExactly("a.py:1 EVT100", "a.py:3 EVT110");
  }

  @Test
  void sinceTheMergeBaseNothingOfTheOtherBranchCounts() throws Exception {
    work.git("checkout", "-q", "-b", "topic");
    work.commit("b.py", SPAWNS);
    work.git("checkout", "-q", "master");
    work.commit("a.py", SLEEPS);
    work.git("checkout", "-q", "topic");

    assertThat(introduced("master...topic")).containsExactly("b.py:1 EVT100", "b.py:3 EVT110");
    assertThat(introduced("--merge-base", "master"))
        .containsExactly("b.py:1 EVT100", "b.py:3 EVT110");
    assertThat(introduced("topic...master")).containsExactly("a.py:1 EVT100", "a.py:3 EVT111");
  }

  @Test
  void oneMergeBringsOnlyWhatNoParentAccountsFor() throws Exception {
    work.git("checkout", "-q", "-b", "topic");
    work.commit("b.py", SPAWNS);
    work.git("checkout", "-q", "master");
    work.commit("c.py", SLEEPS);
    work.git("merge", "-q", "--no-edit", "topic");
    assertThat(introduced("HEAD^!")).isEmpty();

    work.stage("d.py", SLEEPS.replace("1", "2"));
    work.git("commit", "-q", "--amend", "--no-edit");

    assertThat(introduced("HEAD^!")).containsExactly("d.py:1 EVT100", "d.py:3 EVT111");
  }

  @Test
  void theFirstCommitBringsAllThatItHolds() throws Exception {
    GitFolder first = GitFolder.init(folder.resolve("first"));
    first.commit("a.py", SPAWNS);

    assertThat(introducedIn(first.path(), "HEAD^!"))
        .containsExactly("a.py:1 EVT100", "a.py:3 EVT110");
  }

  @Test
  void stagedIsWhatTheIndexHoldsWhateverTheFilesSay() throws Exception {
    work.stage("a.py", SPAWNS);
    Files.writeString(work.path().resolve("a.py"), CLEAN);

    assertThat(introduced("--staged")).containsExactly("a.py:1 EVT100", "a.py:3 EVT110");
  }

  @Test
  void stagedMayBeComparedWithAnyRevision() throws Exception {
    work.commit("a.py", SLEEPS);
    work.stage("b.py", SPAWNS);

    assertThat(introduced("--staged", "HEAD")).containsExactly("b.py:1 EVT100", "b.py:3 EVT110");
    assertThat(introduced("--staged", "HEAD~1")).hasSize(4);
  }

  @Test
  void beforeTheFirstCommitAllThatIsStagedIsNew() throws Exception {
    GitFolder fresh = GitFolder.init(folder.resolve("fresh"));
    fresh.stage("a.py", SPAWNS);

    assertThat(introducedIn(fresh.path(), "--staged"))
        .containsExactly("a.py:1 EVT100", "a.py:3 EVT110");
  }

  @Test
  void nothingIsWrittenToTheRepository() throws Exception {
    work.stage("b/c/d.py", SPAWNS);
    String before = work.git("count-objects", "-v");

    var unused = introduced("--staged");

    assertThat(work.git("count-objects", "-v")).isEqualTo(before);
  }

  @Test
  void patchIsJudgedOnTheTreeThatItFits() throws Exception {
    work.commit("a.py", CLEAN + SPAWNS);
    String patch = work.git("format-patch", "--stdout", "HEAD~1");
    Path file = Files.writeString(folder.resolve("a.patch"), patch);

    assertThat(introduced("--patch", file.toString(), "HEAD~1"))
        .containsExactly("a.py:2 EVT100", "a.py:4 EVT110");
  }

  @Test
  void patchMayComeOnStandardInput() throws Exception {
    work.commit("b.py", SPAWNS);
    String patch = work.git("diff", "HEAD~1");
    work.git("reset", "-q", "--hard", "HEAD~1");
    InputStream standardInput = System.in;
    System.setIn(new ByteArrayInputStream(patch.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(introduced("--patch", "-")).containsExactly("b.py:1 EVT100", "b.py:3 EVT110");
    } finally {
      System.setIn(standardInput);
    }
  }

  @Test
  void bareRepositoryIsReadLikeAnyOther() throws Exception {
    work.commit("a.py", SPAWNS);
    work.git("clone", "-q", "--bare", ".", "../bare.git");

    assertThat(introducedIn(folder.resolve("bare.git"), "HEAD~1")).hasSize(2);
  }

  @Test
  void folderInsideTheWorkTreeLeadsToItsRepository() throws Exception {
    work.commit("src/a.py", SPAWNS);

    assertThat(introducedIn(work.path().resolve("src"), "HEAD~1"))
        .containsExactly("src/a.py:1 EVT100", "src/a.py:3 EVT110");
  }

  @Test
  void shallowCloneSaysWhatIsMissing() throws Exception {
    work.commit("a.py", SPAWNS);
    work.git("clone", "-q", "--depth", "1", "file://" + work.path(), "../shallow");
    Path shallow = folder.resolve("shallow");

    assertThat(failure(shallow, "HEAD^!"))
        .isEqualTo(
            "eventlet-guard: the history of this shallow clone ends at HEAD, whose parents are"
                + " missing; get them with `git fetch --deepen 1`\n");
    assertThat(failure(shallow, "HEAD~1")).contains("git fetch --unshallow");
  }

  @Test
  void historiesWithoutACommonCommitHaveNoMergeBase() throws Exception {
    work.git("checkout", "-q", "--orphan", "other");
    work.commit("b.py", SPAWNS);

    assertThat(failure(work.path(), "master...other"))
        .isEqualTo("eventlet-guard: master and other have no commit in common\n");
  }

  @Test
  void conflictsAreNothingToStage() throws Exception {
    work.git("checkout", "-q", "-b", "topic");
    work.commit("a.py", SPAWNS);
    work.git("checkout", "-q", "master");
    work.commit("a.py", SLEEPS);
    try {
      work.git("merge", "-q", "topic");
    } catch (java.io.IOException conflict) {
      assertThat(conflict).hasMessageThat().contains("CONFLICT");
    }

    assertThat(failure(work.path(), "--staged")).contains("a.py");
    assertThat(failure(work.path(), "--staged")).contains("has conflicts; resolve and stage it");
  }

  @Test
  void bareRepositoryHasNothingStaged() throws Exception {
    work.git("clone", "-q", "--bare", ".", "../bare.git");

    assertThat(failure(folder.resolve("bare.git"), "--staged"))
        .contains("is a bare repository, where nothing is staged");
  }

  @Test
  void patchThatDoesNotFitNamesTheRevision() throws Exception {
    Path patch =
        Files.writeString(
            folder.resolve("a.patch"),
            """
            --- a/a.py
            +++ b/a.py
            @@ -1 +1 @@
            -import os
            +import eventlet
            """);

    assertThat(failure(work.path(), "--patch", patch.toString()))
        .startsWith("eventlet-guard: the patch does not fit HEAD");
  }

  @Test
  void textThatIsNoPatchIsToldSo() throws Exception {
    Path patch = Files.writeString(folder.resolve("a.patch"), "Good morning.\n");

    assertThat(failure(work.path(), "--patch", patch.toString()))
        .startsWith("eventlet-guard: the patch changes no file");
  }

  @Test
  void partialCloneSaysWhichObjectIsMissing() throws Exception {
    work.commit("a.py", SPAWNS);
    work.git("config", "uploadpack.allowFilter", "true");
    work.git(
        "clone", "-q", "--bare", "--filter=blob:none", "file://" + work.path(), "../partial.git");

    assertThat(failure(folder.resolve("partial.git"), "HEAD~1"))
        .startsWith("eventlet-guard: the repository lacks an object that the comparison needs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | name what to compare: a BASE such as origin/master",
        "nowhere                   | no such revision: nowhere",
        "HEAD..nowhere             | no such revision: nowhere",
        "HEAD~9                    | no such revision: HEAD~9",
        "HEAD:a.py                 | HEAD:a.py is a file; name a commit or a tree",
        "HEAD^{foo                 | not a revision of this repository: HEAD^{foo",
        "HEAD^{tree}^!             | HEAD^{tree} is no commit",
        "1111111111111111111111111111111111111111 | is not in this repository",
        "HEAD HEAD HEAD            | at most two revisions can be compared, and these are 3",
        "HEAD..HEAD HEAD           | HEAD..HEAD is a range already",
        "--staged HEAD..HEAD       | --staged takes one revision to compare with",
        "--staged --no-index a b   | are mutually exclusive",
        "--no-index a              | --no-index takes two folders",
        "--no-index --merge-base a b | --merge-base is about two revisions",
        "--merge-base HEAD^!       | --merge-base is about two revisions, and this is one commit",
        "--patch no-such-file      | cannot read no-such-file",
        "--format yaml HEAD        | Invalid value for option '--format'",
        "--fail-on never HEAD      | Invalid value for option '--fail-on'",
        "--no-such-option          | Unknown option: '--no-such-option'",
      })
  void wrongInputIsOneSentenceAndNoReport(String arguments, String sentence) {
    String told = failure(work.path(), arguments.isEmpty() ? new String[0] : arguments.split(" "));

    assertThat(told).contains(sentence);
    assertThat(told.lines().count()).isEqualTo(1);
    assertThat(told).startsWith("eventlet-guard: ");
  }

  private List<String> introduced(String... arguments) {
    return introducedIn(work.path(), arguments);
  }

  private static List<String> introducedIn(Path repository, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--format", "json"));
    all.addAll(List.of(arguments));
    Invocation diff = diff(repository, all);
    assertThat(diff.err()).isEmpty();
    List<String> introduced = new ArrayList<>();
    diff.json()
        .getAsJsonArray("introduced")
        .forEach(
            element -> {
              var finding = element.getAsJsonObject();
              introduced.add(
                  "%s:%d %s"
                      .formatted(
                          finding.get("path").getAsString(),
                          finding.getAsJsonObject("range").get("start_line").getAsInt(),
                          finding.get("rule").getAsString()));
            });
    return introduced;
  }

  /** What a comparison that cannot be made says. */
  private static String failure(Path repository, String... arguments) {
    Invocation diff = diff(repository, List.of(arguments));
    assertThat(diff.status()).isEqualTo(2);
    assertThat(diff.out()).isEmpty();
    return diff.err();
  }

  private static Invocation diff(Path repository, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("diff", "--repo", repository.toString()));
    all.addAll(arguments);
    return Invocation.run(all.toArray(String[]::new));
  }
}
