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

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A build of Zuul's on this machine: a repository laid out as an executor does it, variables as a
 * job gets them, and the playbooks run by a real {@code ansible-playbook}. Only {@code zuul_return}
 * is a stand-in, which refuses what Zuul does not take.
 */
public final class ZuulBuild {
  /** How Zuul brings a change onto its base. */
  public enum MergeMode {
    MERGE_RESOLVE,
    CHERRY_PICK
  }

  /** What became of a playbook. */
  public record Play(int status, String output) {
    public boolean succeeded() {
      return status == 0;
    }
  }

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final Path REPOSITORY = Path.of("").toAbsolutePath();
  private static final String BASE_NAME = "opendev.org/openstack/";

  private final Path folder;
  private final Path source;
  private final Map<String, Object> zuul = new TreeMap<>();
  private final Map<String, Object> variables = new TreeMap<>();

  private ZuulBuild(Path folder, String project, String branch) throws IOException {
    this.folder = folder.toAbsolutePath();
    String directory = "src/" + BASE_NAME + project;
    source = Files.createDirectories(home().resolve(directory));
    Files.createDirectories(this.folder.resolve("work/logs"));
    zuul.put(
        "project",
        Map.of(
            "name",
            "openstack/" + project,
            "short_name",
            project,
            "canonical_name",
            BASE_NAME + project,
            "src_dir",
            directory));
    zuul.put("branch", branch);
    zuul.put("pipeline", "check");
    zuul.put("job", "eventlet-guard");
    zuul.put("projects", new TreeMap<>(Map.of(BASE_NAME + project, zuul.get("project"))));
    zuul.put(
        "executor",
        Map.of(
            "work_root", this.folder.resolve("work").toString(),
            "log_root", this.folder.resolve("work/logs").toString()));
    variables.put("eventlet_guard_jar_path", jar().toString());
    variables.put(
        "eventlet_guard_java", Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }

  /** The command line's jar as it is built. */
  public static Path jar() {
    return Path.of(System.getProperty("project.build.directory"), "eventlet-guard-cli.jar");
  }

  /**
   * Lays out a build that a timer started: the tip of a branch and no change.
   *
   * @param folder an empty folder of the build's own
   * @param origin where to clone from
   */
  public static ZuulBuild ofBranch(Path folder, String origin, String project, String branch)
      throws Exception {
    ZuulBuild build = new ZuulBuild(folder, project, branch);
    build.git("clone", "-q", origin, ".");
    build.git("checkout", "-q", "-B", branch, "origin/" + branch);
    build.cutOff();
    build.zuul.put("ref", "refs/heads/" + branch);
    return build;
  }

  /**
   * Lays out a build of a change.
   *
   * @param folder an empty folder of the build's own
   * @param origin where to clone from
   * @param refs the changes ahead of it in the queue, and the change itself as the last one
   */
  public static ZuulBuild ofChange(
      Path folder, String origin, String project, String branch, MergeMode mode, String... refs)
      throws Exception {
    ZuulBuild build = new ZuulBuild(folder, project, branch);
    build.git("clone", "-q", origin, ".");
    build.git("checkout", "-q", "-B", branch, "origin/" + branch);
    for (String ref : refs) {
      // What is there already is the base of the next one.
      build.git("update-ref", "refs/remotes/origin/" + branch, "HEAD");
      build.git("fetch", "-q", "origin", ref);
      if (mode == MergeMode.CHERRY_PICK) {
        build.git("cherry-pick", "FETCH_HEAD");
      } else {
        build.git("merge", "-q", "--no-edit", "-s", "resolve", "FETCH_HEAD");
      }
    }
    build.git("update-ref", "refs/zuul/change", "FETCH_HEAD");
    build.cutOff();
    String message = build.git("log", "-1", "--format=%B", "refs/zuul/change");
    build.zuul.put("change", "1234");
    build.zuul.put("patchset", "1");
    build.zuul.put("ref", refs[refs.length - 1]);
    build.zuul.put("change_message", message);
    build.zuul.put(
        "message", Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8)));
    return build;
  }

  /** Nothing can be fetched on a node. */
  private void cutOff() throws Exception {
    git("remote", "set-url", "origin", "file:///dev/null");
  }

  /** Sets a variable of the job; null removes it. */
  public ZuulBuild with(String variable, Object value) {
    return put(variables, variable, value);
  }

  /** Sets a member of {@code zuul}; null removes it. */
  public ZuulBuild withZuul(String member, Object value) {
    return put(zuul, member, value);
  }

  private ZuulBuild put(Map<String, Object> map, String key, Object value) {
    if (value == null) {
      map.remove(key);
    } else {
      map.put(key, value);
    }
    return this;
  }

  /** Checks out another project of the build beside the one under change. */
  public Path require(String project) throws IOException {
    String directory = "src/" + BASE_NAME + project;
    Map<String, Object> projects = new TreeMap<>();
    ((Map<?, ?>) zuul.get("projects")).forEach((name, value) -> projects.put((String) name, value));
    projects.put(
        BASE_NAME + project,
        Map.of(
            "name",
            "openstack/" + project,
            "short_name",
            project,
            "canonical_name",
            BASE_NAME + project,
            "src_dir",
            directory,
            "required",
            true));
    zuul.put("projects", projects);
    return Files.createDirectories(home().resolve(directory));
  }

  /** The repository of the project under change, as it is on the node. */
  public Path source() {
    return source;
  }

  /** The home of the user on the node. */
  public Path home() {
    return folder.resolve("home");
  }

  /** Where the executor keeps the logs of the build. */
  public Path logs() {
    return folder.resolve("work/logs");
  }

  /** Runs git in the repository under change. */
  public String git(String... arguments) throws IOException, InterruptedException {
    List<String> all =
        new ArrayList<>(List.of("-c", "user.name=Zuul", "-c", "user.email=zuul@example.org"));
    all.addAll(List.of(arguments));
    return GitClone.git(source, all);
  }

  /** Runs a playbook of the job, such as {@code run}. */
  public Play play(String playbook) throws IOException, InterruptedException {
    Path inventory = Files.writeString(folder.resolve("inventory.yaml"), inventory());
    ProcessBuilder builder =
        new ProcessBuilder(
                "ansible-playbook",
                "-i",
                inventory.toString(),
                REPOSITORY.resolve("playbooks/eventlet-guard/" + playbook + ".yaml").toString())
            .directory(home().toFile())
            .redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("HOME", home().toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("ZUUL_JOBDIR", folder.toString());
    environment.put("ANSIBLE_ROLES_PATH", REPOSITORY.resolve("roles").toString());
    environment.put(
        "ANSIBLE_ACTION_PLUGINS", REPOSITORY.resolve("src/test/ansible/action_plugins").toString());
    // An executor gathers facts once, before any playbook of a job.
    environment.put("ANSIBLE_GATHERING", "explicit");
    environment.put("ANSIBLE_NOCOLOR", "1");
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Play(process.waitFor(), output);
  }

  /** What the playbooks so far have returned to Zuul; nothing before they return something. */
  public JsonObject returned() throws IOException {
    Path results = folder.resolve("work/results.json");
    if (!Files.exists(results)) {
      return new JsonObject();
    }
    return JsonParser.parseString(Files.readString(results))
        .getAsJsonObject()
        .getAsJsonObject("zuul");
  }

  /** JSON, which is YAML, but for Zuul's mark of a text that is no template. */
  private String inventory() {
    Map<String, Object> host = new LinkedHashMap<>();
    host.put("ansible_connection", "local");
    host.put("ansible_python_interpreter", "auto_silent");
    host.put("ansible_user_dir", home().toString());
    Map<String, Object> vars = new LinkedHashMap<>(variables);
    vars.put("zuul", zuul);
    return GSON.toJson(Map.of("all", Map.of("hosts", Map.of("node", host), "vars", vars)))
        .replace("\"change_message\":", "\"change_message\": !unsafe ");
  }
}
