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

package com.googlesource.gerrit.plugins.eventletguard.ansible;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.googlesource.gerrit.plugins.eventletguard.ansible.ZuulBuild.MergeMode;
import com.googlesource.gerrit.plugins.eventletguard.ansible.ZuulBuild.Play;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The playbooks of the Zuul job, run by Ansible in a repository laid out as Zuul does it. */
@ExtendWith(NeedsAnsible.class)
@Execution(ExecutionMode.CONCURRENT)
class PlaybookIT {
  private static final String PROJECT = "nimbus";
  private static final String CLEAN = "import time\n";
  private static final String SPAWNS = "import eventlet\n\neventlet.spawn(print)\n";
  private static final String SLEEPS = "import eventlet\n\neventlet.sleep(1)\n";

  @TempDir Path folder;

  private Path origin;

  /** A project that runs without Eventlet. */
  @BeforeEach
  void makeOrigin() throws Exception {
    origin = Files.createDirectories(folder.resolve("origin"));
    git("init", "-q", "-b", "master");
    commit("master", "nimbus/worker.py", CLEAN, "Start");
  }

  private String git(String... arguments) throws Exception {
    List<String> all =
        new ArrayList<>(List.of("-c", "user.name=Ada", "-c", "user.email=ada@example.org"));
    all.addAll(List.of(arguments));
    return GitClone.git(origin, all);
  }

  /** Commits a file to a branch, which starts at the current commit when it is new. */
  private void commit(String branch, String path, String text, String message) throws Exception {
    if (git("branch", "--list", branch).isEmpty()) {
      git("checkout", "-q", "-B", branch);
    } else {
      git("checkout", "-q", branch);
    }
    Path file = origin.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    git("add", "-A");
    git("commit", "-q", "-m", message);
  }

  /** The current commit becomes a patch set; later commits start from master again. */
  private String patchSet(int change) throws Exception {
    String ref = "refs/changes/%02d/%d/1".formatted(change % 100, change);
    git("update-ref", ref, "HEAD");
    git("checkout", "-q", "master");
    return ref;
  }

  private String change(int number, String path, String text) throws Exception {
    commit("change-" + number, path, text, "Change %d".formatted(number));
    return patchSet(number);
  }

  private ZuulBuild build(MergeMode mode, String... refs) throws Exception {
    return ZuulBuild.ofChange(
        folder.resolve("build"), origin.toString(), PROJECT, "master", mode, refs);
  }

  private ZuulBuild build(String... refs) throws Exception {
    return build(MergeMode.MERGE_RESOLVE, refs);
  }

  private static Play succeeds(Play play) {
    assertWithMessage(play.output()).that(play.succeeded()).isTrue();
    return play;
  }

  private static Play fails(Play play, String sentence) {
    assertThat(play.succeeded()).isFalse();
    assertThat(play.output().replaceAll("\\s+", " ")).contains(sentence);
    return play;
  }

  /** What a build does that finds something to say. */
  private static void failsAndReports(ZuulBuild build) throws Exception {
    fails(build.play("run"), "The change introduces Eventlet usage");
    succeeds(build.play("post"));
  }

  /** Comments as {@code path:line rule}. */
  private static List<String> comments(ZuulBuild build) throws Exception {
    List<String> comments = new ArrayList<>();
    JsonObject byPath = build.returned().getAsJsonObject("file_comments");
    for (String path : byPath.keySet()) {
      for (JsonElement element : byPath.getAsJsonArray(path)) {
        JsonObject comment = element.getAsJsonObject();
        comments.add(
            "%s:%d %s"
                .formatted(
                    path,
                    comment.get("line").getAsInt(),
                    comment.get("message").getAsString().substring(0, 14)));
      }
    }
    return comments;
  }

  private static String warnings(ZuulBuild build) throws Exception {
    return build.returned().getAsJsonArray("warnings").toString();
  }

  @Test
  void changeWithEventletFailsAndGetsCommentsAWarningAndReports() throws Exception {
    ZuulBuild build = build(change(1, "nimbus/worker.py", SPAWNS));

    fails(build.play("run"), "The change introduces Eventlet usage of the severity warning");
    succeeds(build.play("post"));

    assertThat(comments(build))
        .containsExactly("nimbus/worker.py:1 EVT100 (error)", "nimbus/worker.py:3 EVT110 (error)");
    assertThat(warnings(build)).contains("nimbus/worker.py:3: EVT110 (error)");
    JsonArray artifacts = build.returned().getAsJsonArray("artifacts");
    assertThat(artifacts).hasSize(2);
    for (JsonElement artifact : artifacts) {
      Path file = build.logs().resolve(artifact.getAsJsonObject().get("url").getAsString());
      assertThat(Files.readString(file)).contains("nimbus/worker.py");
    }
  }

  @Test
  void cleanChangePassesInSilence() throws Exception {
    ZuulBuild build = build(change(1, "nimbus/worker.py", CLEAN + "\ntime.sleep(1)\n"));

    succeeds(build.play("run"));
    succeeds(build.play("post"));

    assertThat(comments(build)).isEmpty();
    assertThat(warnings(build)).isEqualTo("[]");
    assertThat(build.returned().getAsJsonArray("artifacts")).hasSize(2);
  }

  @Test
  void otherPipelinesGetTheWarningAndNoComment() throws Exception {
    ZuulBuild build = build(change(1, "nimbus/worker.py", SPAWNS)).withZuul("pipeline", "gate");

    failsAndReports(build);

    assertThat(comments(build)).isEmpty();
    assertThat(warnings(build)).contains("2 errors, 0 warnings and 0 for information; 0 of them");
  }

  @Test
  void changesAheadAreNotJudgedAgain() throws Exception {
    String ahead = change(1, "nimbus/ahead.py", SPAWNS);
    String own = change(2, "nimbus/worker.py", SLEEPS);
    commit("master", "nimbus/merged.py", CLEAN, "Merged meanwhile");
    ZuulBuild build =
        build(ahead, own).with("eventlet_guard_extra_args", List.of("--stage=removed"));

    failsAndReports(build);

    assertThat(comments(build))
        .containsExactly("nimbus/worker.py:1 EVT100 (error)", "nimbus/worker.py:3 EVT111 (error)");
  }

  @Test
  void changeThatIsAMergeIntroducesWhatNoParentHas() throws Exception {
    commit("feature/dual", "nimbus/dual.py", SPAWNS, "A feature");
    git("checkout", "-q", "-B", "change-1", "master");
    git("merge", "-q", "--no-ff", "--no-commit", "feature/dual");
    Files.writeString(origin.resolve("nimbus/worker.py"), SLEEPS);
    git("commit", "-q", "-a", "-m", "Merge the feature branch");
    ZuulBuild build = build(patchSet(1)).withZuul("change_message", null); // Zuul before 8.2

    failsAndReports(build);

    assertThat(comments(build))
        .containsExactly("nimbus/worker.py:1 EVT100 (error)", "nimbus/worker.py:3 EVT111 (error)");
  }

  @Test
  void bracesOfAProjectAreNoTemplates() throws Exception {
    commit(
        "change-1",
        "nimbus/templates/{{ item }}.py",
        SPAWNS.replace("print", "'{{ undefined_variable }}'"),
        "Make {{ undefined_variable }} greener");
    ZuulBuild build = build(MergeMode.CHERRY_PICK, patchSet(1));

    failsAndReports(build);

    assertThat(comments(build)).contains("nimbus/templates/{{ item }}.py:3 EVT110 (error)");
  }

  @Test
  void jarIsDownloadedWhenItIsTheOneThatIsMeant() throws Exception {
    byte[] jar = Files.readAllBytes(ZuulBuild.jar());
    String checksum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/eventlet-guard-cli.jar",
        exchange -> {
          exchange.sendResponseHeaders(200, jar.length);
          exchange.getResponseBody().write(jar);
          exchange.close();
        });
    server.start();
    try {
      ZuulBuild build =
          build(change(1, "nimbus/worker.py", CLEAN + "\n"))
              .with("eventlet_guard_jar_path", null)
              .with(
                  "eventlet_guard_jar_url",
                  "http://127.0.0.1:%d/eventlet-guard-cli.jar"
                      .formatted(server.getAddress().getPort()));

      fails(build.play("run"), "eventlet_guard_jar_url needs eventlet_guard_jar_checksum");
      build.with("eventlet_guard_jar_checksum", "0".repeat(64));
      fails(build.play("run"), "The checksum for");
      build.with("eventlet_guard_jar_checksum", checksum);
      succeeds(build.play("run"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void installedJarIsCheckedAgainstItsChecksum() throws Exception {
    ZuulBuild build =
        build(change(1, "nimbus/worker.py", CLEAN + "\n"))
            .with("eventlet_guard_jar_checksum", "0".repeat(64));

    fails(build.play("run"), "is missing or is not the file that eventlet_guard_jar_checksum");
    succeeds(build.play("post"));
    assertThat(build.returned().keySet()).isEmpty();
  }

  @Test
  void jarIsBuiltFromARequiredProject() throws Exception {
    ZuulBuild build =
        build(change(1, "nimbus/worker.py", SPAWNS)).with("eventlet_guard_jar_path", null);

    fails(build.play("run"), "Say where the jar comes from");

    // As the build leaves it, which this test would have to wait for.
    Path source = build.require("eventlet-guard");
    Files.createDirectories(source.resolve("target"));
    Files.copy(ZuulBuild.jar(), source.resolve("target/eventlet-guard-cli.jar"));
    Files.createDirectories(source.resolve("tools"));
    for (String script : List.of("jdk.sh", "jvm.sh")) {
      Files.copy(Path.of("tools", script), source.resolve("tools").resolve(script));
    }
    Files.copy(Path.of("eventlet-guard"), source.resolve("eventlet-guard"));
    fails(build.play("run"), "The change introduces Eventlet usage");
  }

  @Test
  void oldJavaIsToldWhatIsNeeded() throws Exception {
    Path java =
        Files.writeString(
            folder.resolve("java"), "#!/bin/sh\necho 'openjdk version \"17.0.9\"' >&2\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    ZuulBuild build =
        build(change(1, "nimbus/worker.py", SPAWNS)).with("eventlet_guard_java", java.toString());

    fails(build.play("run"), "Eventlet Guard needs Java 21 or newer");
    build.with("eventlet_guard_java", "/no/such/java");
    fails(build.play("run"), "Eventlet Guard needs Java 21 or newer");
  }

  @Test
  void branchWithoutAChangeHasAnInventory() throws Exception {
    commit("master", "nimbus/worker.py", SPAWNS, "Spawn");
    ZuulBuild build =
        ZuulBuild.ofBranch(folder.resolve("build"), origin.toString(), PROJECT, "master")
            .withZuul("pipeline", "periodic");

    fails(build.play("run"), "takes the job eventlet-guard-inventory instead");
    succeeds(build.play("inventory"));
    succeeds(build.play("post"));

    assertThat(build.returned().keySet()).containsExactly("artifacts");
    assertThat(build.returned().getAsJsonArray("artifacts")).hasSize(3);
    assertThat(Files.readString(build.logs().resolve("eventlet-guard/inventory.txt")))
        .contains("Eventlet");
    JsonElement inventory =
        JsonParser.parseString(
            Files.readString(build.logs().resolve("eventlet-guard/inventory.json")));
    assertThat(inventory.isJsonObject()).isTrue();
  }
}
