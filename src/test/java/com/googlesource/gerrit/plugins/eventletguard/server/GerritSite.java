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

package com.googlesource.gerrit.plugins.eventletguard.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;

/**
 * A running Gerrit. It ends with {@link #close()}, or with the process that started it, however
 * that ends.
 */
public final class GerritSite implements AutoCloseable {
  private static final int SHOWN_LOG_LINES = 30;

  private final Process process;
  private final Path log;
  private final URI url;
  private final Thread atExit;

  private GerritSite(Process process, Path log, URI url) {
    this.process = process;
    this.log = log;
    this.url = url;
    this.atExit = new Thread(process::destroyForcibly, "stop-gerrit");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * What to start.
   *
   * @param distribution the server's program
   * @param directory the site: does not exist, is empty, or is a site already
   * @param httpPort where it serves, on 127.0.0.1
   * @param sshPort where it serves, on 127.0.0.1
   * @param plugins jars to install
   * @param settings replace what a new site's {@code gerrit.config} holds
   */
  public record Options(
      Distribution distribution,
      Path directory,
      int httpPort,
      int sshPort,
      List<Path> plugins,
      Config settings) {}

  /** Told, about once a second, how long a start has taken so far. */
  public interface Progress {
    void waiting(Duration elapsed);
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @throws IOException if it does not come up within {@code limit}; the message ends with the last
   *     lines of its log
   */
  public static GerritSite start(Options options, Duration limit, Progress progress)
      throws IOException, InterruptedException {
    Path site = options.directory().toAbsolutePath();
    Path beside = Files.createDirectories(site.resolveSibling(site.getFileName() + ".run"));
    Path log = beside.resolve("gerrit.log");
    Files.deleteIfExists(log);
    URI url = URI.create("http://127.0.0.1:%d/".formatted(options.httpPort()));
    Path settings = Files.writeString(beside.resolve("settings"), settings(options, url));
    for (List<String> command : options.distribution().prepare(site)) {
      runToEnd(command, log, limit);
    }
    List<String> command = options.distribution().daemon(site, settings, options.plugins());
    Process process = builder(command, log).start();
    GerritSite started = new GerritSite(process, log, url);
    try {
      started.awaitReady(limit, progress);
    } catch (IOException | InterruptedException | RuntimeException e) {
      started.close();
      throw e;
    }
    return started;
  }

  /** Where it serves, with a slash at its end. */
  public URI url() {
    return url;
  }

  /** What the server has written so far. */
  public String log() throws IOException {
    return Files.readString(log);
  }

  /** The file that the server writes its log to. */
  public Path logFile() {
    return log;
  }

  /** The id of the server's process. */
  public long processId() {
    return process.pid();
  }

  /** Stops it at once. Its site is of no use afterwards: the index is not written. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      // The JVM is going down already; the hook does the same.
    }
  }

  /** Asks it to end and waits, so that its site can be started again. */
  public void stop() throws InterruptedException {
    // Not by the process, which would close its input as well, and so halt it at once.
    var unused = process.toHandle().destroy();
    process.waitFor(90, TimeUnit.SECONDS);
    close();
  }

  private void awaitReady(Duration limit, Progress progress)
      throws IOException, InterruptedException {
    GerritClient client = new GerritClient(url);
    Instant start = Instant.now();
    Instant shown = start;
    while (true) {
      if (!process.isAlive()) {
        throw failure("Gerrit ended with status %d".formatted(process.exitValue()), log);
      }
      if (client.answers()) {
        return;
      }
      Instant now = Instant.now();
      Duration elapsed = Duration.between(start, now);
      if (elapsed.compareTo(limit) > 0) {
        throw failure("Gerrit did not answer in %d s".formatted(limit.toSeconds()), log);
      }
      if (Duration.between(shown, now).toMillis() >= 1000) {
        shown = now;
        progress.waiting(elapsed);
      }
      Thread.sleep(100);
    }
  }

  private static String settings(Options options, URI url) {
    Config config = new Config();
    config.setString("gerrit", null, "canonicalWebUrl", url.toString());
    config.setString("httpd", null, "listenUrl", url.toString());
    config.setString("sshd", null, "listenAddress", "127.0.0.1:" + options.sshPort());
    config.setBoolean("plugins", null, "allowRemoteAdmin", true);
    config.setBoolean("sendemail", null, "enable", false);
    return config.toText() + options.settings().toText();
  }

  private static void runToEnd(List<String> command, Path log, Duration limit)
      throws IOException, InterruptedException {
    Process process = builder(command, log).start();
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw failure("cannot make a Gerrit site", log);
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static ProcessBuilder builder(List<String> command, Path log) {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
  }

  private static IOException failure(String what, Path log) throws IOException {
    List<String> lines = new ArrayList<>();
    if (Files.exists(log)) {
      lines.addAll(Files.readAllLines(log));
    }
    int from = Math.max(0, lines.size() - SHOWN_LOG_LINES);
    return new IOException(
        "%s; the end of %s:%n%s"
            .formatted(what, log, String.join("\n", lines.subList(from, lines.size()))));
  }
}
