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
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command {@code inventory} as a person or a job sees it. */
class InventoryCommandTest {
  private static final List<String> LINES =
      List.of(
          "eventlet.spawn(print)",
          "eventlet.sleep(1)  # noqa: EVT111",
          "pool = eventlet.GreenPool()",
          "nap(1)",
          "eventlet.monkey_patch()",
          "eventlet.debug.hub_prevent_multiple_readers(False)",
          "server = rpc.get_rpc_server(t, t, [], executor='eventlet')",
          "if is_monkey_patched():\n    eventlet.sleep(1)");

  @TempDir Path folder;

  private record Outcome(int status, String out, String err) {}

  @Test
  void agreesWithScanOverTheDemo() throws Exception {
    assertAgrees(Path.of("src/demo/project/before"), Path.of("src/demo/project/before"));
  }

  @Test
  void agreesWithScanOverAGeneratedTree() throws Exception {
    Path tree = generate(new Random(42));

    assertThat(assertAgrees(tree, tree)).isAtLeast(300);
  }

  @Test
  void bareRepositoryIsTakenAtItsHead() throws Exception {
    Path tree = generate(new Random(7));
    commit(tree);
    Path bare = folder.resolve("bare.git");
    Git.cloneRepository()
        .setBare(true)
        .setURI(tree.toUri().toString())
        .setDirectory(bare.toFile())
        .call()
        .close();

    assertAgrees(bare, tree);
  }

  /** Compares an inventory with the scan of a tree; returns the number of findings. */
  private int assertAgrees(Path inventoried, Path scanned) {
    JsonObject inventory = inventory(inventoried);
    Outcome outcome = run("scan", "--format", "json", scanned.toString());
    // A scan names files, and modules on the way to a usage, as the user named the folder.
    JsonObject scan =
        JsonParser.parseString(outcome.out().replace(scanned + "/", "")).getAsJsonObject();
    JsonArray findings = scan.getAsJsonArray("findings");
    Set<String> expected = new TreeSet<>();
    findings.forEach(finding -> finding.getAsJsonObject().remove("fixes"));
    findings.forEach(finding -> expected.add(finding.toString()));
    Set<String> found = new TreeSet<>();
    for (JsonElement element : inventory.getAsJsonArray("findings")) {
      JsonObject finding = element.getAsJsonObject();
      finding.remove("standing");
      finding.remove("breaks_native_threads");
      found.add(finding.toString());
    }
    assertThat(found).isEqualTo(expected);
    assertThat(inventory.get("summary")).isEqualTo(scan.get("summary"));
    JsonObject usages = inventory.getAsJsonObject("usages");
    for (String table : List.of("by_category", "by_rule", "by_kind", "by_directory")) {
      assertWithMessage(table).that(sum(usages.getAsJsonObject(table))).isEqualTo(findings.size());
    }
    return findings.size();
  }

  private static int sum(JsonObject tallies) {
    return tallies.entrySet().stream()
        .mapToInt(entry -> entry.getValue().getAsJsonObject().get("total").getAsInt())
        .sum();
  }

  @Test
  void textTellsWhatIsLeftAndWhatIsNext() throws Exception {
    write("p/setup.cfg", "[entry_points]\nconsole_scripts =\n p = p.cmd.run:main\n");
    write("p/requirements.txt", "eventlet>=0.36.1\n");
    write("p/p/api.py", "from eventlet import wsgi\n\nwsgi.server(socket, application)\n");

    String out = run("inventory", folder.resolve("p").toString()).out();

    assertThat(out).contains("service (setup.cfg has p.cmd.run:main), stage eventlet");
    assertThat(out).contains("[ ] 2026.2 runs without Eventlet: 2 left");
    assertThat(out).contains("[ ] Serve HTTP without Eventlet's WSGI server: 2 left in 1 file\n");
    assertThat(out)
        .contains("Next: Serve HTTP without Eventlet's WSGI server\n  p/api.py:1: wsgi\n");
    assertThat(out).contains("  requirements.txt:1: eventlet>=0.36.1\n");
  }

  @Test
  void oneRunMayWriteSeveralReports() throws Exception {
    write("late/a.py", "import eventlet\n");
    String project = folder.resolve("late").toString();
    Path json = folder.resolve("inventory.json");
    Path page = folder.resolve("inventory.html");

    Outcome outcome =
        run("inventory", "--report", "json=" + json, "--report", "html=" + page, project);

    assertThat(outcome.out()).isEqualTo(run("inventory", project).out());
    assertThat(Files.readString(json))
        .isEqualTo(run("inventory", "--format", "json", project).out());
    assertThat(Files.readString(page))
        .isEqualTo(run("inventory", "--format", "html", project).out());
  }

  @Test
  void severalProjectsMakeOneTable() throws Exception {
    write("clean/a.py", "import time\n");
    write("late/a.py", "import eventlet\n");

    Outcome outcome =
        run("inventory", folder.resolve("clean").toString(), folder.resolve("late").toString());

    assertThat(outcome.status()).isEqualTo(0);
    List<String> lines = outcome.out().lines().toList();
    assertThat(lines.get(0)).containsMatch("project +kind +stage .* 2026.2 +2027.1 +2027.2 +next");
    assertThat(lines.get(1)).containsMatch("late +library +eventlet .* 1 left +open +1 left");
    assertThat(lines.get(2)).containsMatch("clean +library +removed .* met +met +met +-");
  }

  @Test
  void commitsOfBotsAreNoActivity() throws Exception {
    Path project = folder.resolve("p");
    write("p/a.py", "import eventlet\n");
    try (Git git = Git.init().setDirectory(project.toFile()).call()) {
      git.add().addFilepattern(".").call();
      commit(git, new PersonIdent("Ada", "ada@example.org", 1_500_000_000_000L, 0));
      commit(git, new PersonIdent("OpenStack Proposal Bot", "bot@example.org"));
    }

    assertThat(inventory(project).get("inactive").getAsString())
        .isEqualTo("no commit by a person since 2017-07-14");
  }

  @Test
  void answerExitsWithZeroWhateverIsLeft() throws Exception {
    write("p/a.py", "import eventlet\n");

    assertThat(run("inventory", folder.resolve("p").toString()).status()).isEqualTo(0);
  }

  @Test
  void missingFolderIsOneSentence() {
    Outcome outcome = run("inventory", folder.resolve("nowhere").toString());

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo("eventlet-guard: no such folder: %s%n".formatted(folder.resolve("nowhere")));
  }

  @Test
  void repositoryWithoutACommitIsOneSentence() throws Exception {
    Path bare = folder.resolve("empty.git");
    Git.init().setBare(true).setDirectory(bare.toFile()).call().close();

    Outcome outcome = run("inventory", bare.toString());

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo("eventlet-guard: the repository has no commit: %s%n".formatted(bare));
  }

  @Test
  void kindOfTheUserHolds() throws Exception {
    write("p/a.py", "import eventlet\n");

    assertThat(run("inventory", "--kind", "service", folder.resolve("p").toString()).out())
        .contains("service (as the command line says)");
  }

  @Test
  void historyFollowsTheBranchUpToWhatTheInventorySays() throws Exception {
    Path project = folder.resolve("p");
    write("p/requirements.txt", "eventlet>=0.36.1\n");
    write("p/a.py", "import eventlet\n\neventlet.spawn(print)\n");
    commit(project);
    write("p/b.py", "import eventlet\n");
    commit(project);
    write("p/a.py", "import threading\n");
    commit(project);

    JsonObject inventory = inventory("--history", project.toString());

    List<Integer> totals =
        inventory.getAsJsonArray("history").asList().stream()
            .map(point -> point.getAsJsonObject().get("total").getAsInt())
            .toList();
    assertThat(totals).containsExactly(3, 4, 2).inOrder();
    assertThat(inventory.getAsJsonArray("findings")).hasSize(2);
    assertThat(run("inventory", project.toString(), "--history", "2").out())
        .contains("  open    █▄ 4, then 2\n");
  }

  @Test
  void historyNeedsTheTopOfARepository() throws Exception {
    write("p/a.py", "import eventlet\n");
    Outcome outcome = run("inventory", "--history", folder.resolve("p").toString());

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("--history needs a repository");
    assertThat(run("inventory", "--history=0", folder.resolve("p").toString()).status())
        .isEqualTo(2);
  }

  @Test
  void pageShowsEachProjectAndHowItBurnsDown() throws Exception {
    for (String name : List.of("p", "q&<i>")) {
      write(name + "/a.py", "import eventlet\n\neventlet.spawn(print)\n");
      commit(folder.resolve(name));
      write(name + "/a.py", "import eventlet\n");
      commit(folder.resolve(name));
    }
    String one = folder.resolve("p").toString();
    String other = folder.resolve("q&<i>").toString();

    String page = run("inventory", "--format=html", "--history", one, other).out();

    assertThat(page).contains("<title>Eventlet Guard: How far 2 projects are</title>");
    assertThat(page).contains("/q&amp;&lt;i&gt;</a>");
    assertThat(page).doesNotContain("<i>");
    assertThat(page.split("<svg ", -1)).hasLength(3);
    assertThat(page).contains("<path class=\"open\" d=\"M0 0H720V100H720\"/>");
    assertThat(page).contains("<li><code>a.py:1: eventlet</code></li>");
    assertThat(page).doesNotContain("src=");
    assertThat(run("inventory", "--format=html", one).out()).doesNotContain("<svg ");
  }

  @Test
  void everyMemberOfTheJsonIsDocumented() throws Exception {
    String page = Files.readString(Path.of("resources/Documentation/inventory.md"));
    Path tree = generate(new Random(3));
    commit(tree);
    JsonObject inventory = inventory("--history", tree.toString());

    for (String member : inventory.keySet()) {
      assertThat(page).contains("`" + member + "`");
    }
    for (String member : inventory.getAsJsonObject("usages").keySet()) {
      assertThat(page).contains("`" + member + "`");
    }
  }

  private JsonObject inventory(Path path) {
    return inventory("--stage=auto", path.toString());
  }

  private JsonObject inventory(String option, String path) {
    return json(run("inventory", "--format=json", option, path))
        .getAsJsonArray("inventories")
        .get(0)
        .getAsJsonObject();
  }

  private static JsonObject json(Outcome outcome) {
    assertThat(outcome.err()).isEmpty();
    return JsonParser.parseString(outcome.out()).getAsJsonObject();
  }

  /** A project with usages of each kind, also through modules of its own. */
  private Path generate(Random random) throws IOException {
    String top = "generated/";
    write(top + "setup.cfg", "[entry_points]\nconsole_scripts =\n a = app.cmd.run:main\n");
    write(top + "requirements.txt", "eventlet>=0.30.1\ngreenlet\n");
    write(top + "etc/app.conf", "[oslo_messaging_rabbit]\nheartbeat_in_pthread = true\n");
    write(top + "run.sh", "export EVENTLET_NO_GREENDNS=yes\n");
    write(top + "app/__init__.py", "");
    write(top + "app/facade.py", "from eventlet import sleep as nap\n");
    for (int file = 0; file < 60; file++) {
      StringBuilder text =
          new StringBuilder("import eventlet\nimport eventlet.debug\nfrom .facade import nap\n");
      for (int line = random.nextInt(8); line >= 0; line--) {
        text.append(LINES.get(random.nextInt(LINES.size()))).append('\n');
      }
      String name = random.nextInt(4) == 0 ? "test_m%d.py" : "m%d.py";
      write(top + "app/" + name.formatted(file), text.toString());
    }
    return folder.resolve("generated");
  }

  private static void commit(Path project) throws Exception {
    try (Git git = Git.init().setDirectory(project.toFile()).call()) {
      git.add().addFilepattern(".").call();
      commit(git, new PersonIdent("Ada", "ada@example.org"));
    }
  }

  private static void commit(Git git, PersonIdent who) throws Exception {
    git.commit().setMessage("A change").setAuthor(who).setCommitter(who).setSign(false).call();
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return new Outcome(commandLine.execute(arguments), out.toString(), err.toString());
  }
}
