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

package com.googlesource.gerrit.plugins.eventletguard.e2e;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.Distribution;
import com.googlesource.gerrit.plugins.eventletguard.server.FreePorts;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritClient;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritSite;
import com.googlesource.gerrit.plugins.eventletguard.server.SiteFiles;
import com.googlesource.gerrit.plugins.eventletguard.server.SshClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Gerrit with the plugin, for a class of tests: {@code @RegisterExtension static final
 * GerritServer}. Classes that name the same group share one server, which is stopped and removed
 * after the last test of the run. Its log is kept in {@code target/gerrit-logs}.
 */
final class GerritServer implements BeforeAllCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(GerritServer.class);

  private static final Duration START_LIMIT = Duration.ofMinutes(4);

  private static final Duration SCAN_LIMIT = Duration.ofMinutes(3);

  private final String group;
  private final Consumer<Config> settings;
  private final List<Path> plugins;
  private Running running;

  /**
   * @param group which server it is
   * @param settings what its {@code gerrit.config} holds beyond the necessary
   */
  GerritServer(String group, Consumer<Config> settings) {
    this(group, settings, List.of(pluginJar()));
  }

  /**
   * @param plugins the jars of those that are installed from the beginning
   */
  GerritServer(String group, Consumer<Config> settings, List<Path> plugins) {
    this.group = group;
    this.settings = settings;
    this.plugins = plugins;
  }

  /** The server that most tests share: the plugin makes its own account. */
  static GerritServer shared() {
    return new GerritServer(
        "shared", config -> config.setBoolean("plugin", "eventlet-guard", "createAccount", true));
  }

  /** A server on which nobody has installed the plugin yet. */
  static GerritServer withoutPlugin() {
    return new GerritServer("without-plugin", config -> {}, List.of());
  }

  /** The jar that the build made. */
  static Path pluginJar() {
    return Path.of(System.getProperty("project.build.directory"), "eventlet-guard.jar");
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                group, key -> Running.start(key, settings, plugins), Running.class);
  }

  GerritSite site() {
    return running.site;
  }

  GerritClient client() {
    return running.client;
  }

  /** Kills the server where it stands, as a crash does, and starts it again in the same site. */
  void killAndStart() throws IOException, InterruptedException {
    running.site.close();
    running.startAgain();
  }

  /** Ends the server as an administrator does, and starts it again in the same site. */
  void stopAndStart() throws IOException, InterruptedException {
    running.site.stop();
    running.startAgain();
  }

  /** Changes {@code gerrit.config} and lets the plugin read it again. */
  void reconfigure(Consumer<Config> change) throws IOException, InterruptedException {
    SiteFiles.configure(running.options.directory(), change);
    running.client.post("plugins/eventlet-guard/gerrit~reload", Map.of());
  }

  /** Changes {@code gerrit.config} while the server stands still. */
  void stopConfigureAndStart(Consumer<Config> change) throws IOException, InterruptedException {
    running.site.stop();
    SiteFiles.configure(running.options.directory(), change);
    running.startAgain();
  }

  /** What the JDK's {@code jcmd} says of the server's JVM. */
  String jcmd(String... command) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    line.add(Long.toString(running.site.processId()));
    line.addAll(List.of(command));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(output);
    }
    return output;
  }

  /** A command line client of the server's SSH daemon. */
  SshClient ssh(String user) {
    return new SshClient(running.options.sshPort(), user, running.directory);
  }

  /** What the plugin knows of a change's current patch set. */
  JsonObject check(GerritProject project, int change) throws IOException, InterruptedException {
    return running
        .client
        .get(
            "changes/%s~%d/revisions/current/eventlet-guard~check"
                .formatted(GerritClient.encoded(project.name()), change))
        .getAsJsonObject();
  }

  /** Waits until what the plugin knows of a change's current patch set is as it should be. */
  JsonObject awaitCheck(GerritProject project, int change, Predicate<JsonObject> expected)
      throws IOException, InterruptedException {
    Instant limit = Instant.now().plus(SCAN_LIMIT);
    JsonObject check = check(project, change);
    while (!expected.test(check)) {
      if (Instant.now().isAfter(limit)) {
        throw new IOException("not what was expected of change %d: %s".formatted(change, check));
      }
      Thread.sleep(50);
      check = check(project, change);
    }
    return check;
  }

  /** A project of a test's own, which inherits from All-Projects alone. */
  GerritProject newProject(TestInfo test) throws IOException, InterruptedException {
    String name =
        test.getTestClass().orElseThrow().getSimpleName()
            + "/"
            + test.getTestMethod().orElseThrow().getName();
    return GerritProject.create(site(), name, GerritProject.ALL_PROJECTS);
  }

  /** A folder for clones, removed with the server. */
  Path newFolder() throws IOException {
    return Files.createTempDirectory(running.directory, "clone");
  }

  /** Waits until no scan runs or waits; one is queued before its push returns. */
  void awaitScans() throws IOException, InterruptedException {
    Instant limit = Instant.now().plus(SCAN_LIMIT);
    while (hasScans()) {
      if (Instant.now().isAfter(limit)) {
        throw new IOException("scans take longer than " + SCAN_LIMIT);
      }
      Thread.sleep(20);
    }
  }

  /** What the service account has said of a change, once every scan has ended. */
  ChangeReview review(GerritProject project, int change) throws IOException, InterruptedException {
    awaitScans();
    return ChangeReview.read(running.client, project.name(), change);
  }

  private boolean hasScans() throws IOException, InterruptedException {
    for (JsonElement task : running.client.get("config/server/tasks/").getAsJsonArray()) {
      if (task.getAsJsonObject().get("command").getAsString().startsWith("eventlet-guard scan")) {
        return true;
      }
    }
    return false;
  }

  private static final class Running implements AutoCloseable {
    final Path directory;
    final GerritSite.Options options;
    final GerritClient client;
    final Path keptLog;
    GerritSite site;

    Running(Path directory, GerritSite.Options options, GerritSite site, Path keptLog) {
      this.directory = directory;
      this.options = options;
      this.site = site;
      this.keptLog = keptLog;
      this.client = new GerritClient(site.url());
    }

    void startAgain() throws IOException, InterruptedException {
      site = GerritSite.start(options, START_LIMIT, elapsed -> {});
    }

    static Running start(String group, Consumer<Config> settings, List<Path> plugins) {
      Path build = Path.of(System.getProperty("project.build.directory"));
      String version = System.getProperty("gerrit.server.version");
      Config config = new Config();
      settings.accept(config);
      try {
        Path directory = Files.createTempDirectory("eventlet-guard-" + group);
        GerritSite.Options options =
            new GerritSite.Options(
                new Distribution.Jars(
                    build.resolve("gerrit").resolve(version), build.resolve("test-classes")),
                directory.resolve("site"),
                FreePorts.any(),
                FreePorts.any(),
                plugins,
                config);
        GerritSite site = GerritSite.start(options, START_LIMIT, elapsed -> {});
        GerritProject.existing(site, GerritProject.ALL_PROJECTS).allowAdministratorsToPush();
        return new Running(
            directory, options, site, build.resolve("gerrit-logs").resolve(group + ".log"));
      } catch (IOException e) {
        throw new IllegalStateException("cannot start Gerrit " + version, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while Gerrit started", e);
      }
    }

    @Override
    public void close() throws IOException {
      site.close();
      Files.createDirectories(keptLog.getParent());
      Files.copy(site.logFile(), keptLog, StandardCopyOption.REPLACE_EXISTING);
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
