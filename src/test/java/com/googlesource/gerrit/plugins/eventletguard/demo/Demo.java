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

package com.googlesource.gerrit.plugins.eventletguard.demo;

import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.FreePorts;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritClient;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritSite;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;

/**
 * Shows the plugin at work; {@code ./demo} starts it. Its first argument is the project's folder,
 * the others are those of {@code ./demo}.
 */
public final class Demo {
  private static final int USUAL_PORT = 8080;
  private static final int SECONDS_BETWEEN_LINES = 5;
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration REVIEW_LIMIT = Duration.ofMinutes(2);

  private final PrintStream out;
  private final Path root;
  private final DemoOptions options;
  private final boolean terminal = Boolean.getBoolean("launch.terminal");

  /** What the end of the JVM has to stop before it removes its site. */
  private volatile GerritSite running;

  private long secondsShown;

  private Demo(PrintStream out, Path root, DemoOptions options) {
    this.out = out;
    this.root = root;
    this.options = options;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path root = Path.of(arguments[0]);
    try {
      DemoOptions options =
          DemoOptions.parse(root, Stream.of(arguments).skip(1).toArray(String[]::new));
      boolean right = new Demo(out, root, options).run();
      System.exit(right ? 0 : 1);
    } catch (DemoException e) {
      System.err.println("demo: " + e.getMessage());
      System.exit(2);
    }
  }

  /** Whether the review is right. */
  private boolean run() throws IOException, InterruptedException {
    int port = port();
    boolean temporary = options.site().isEmpty();
    Path folder =
        temporary
            ? Files.createTempDirectory("eventlet-guard-demo")
            : Files.createDirectories(options.site().get());
    if (temporary) {
      removeAtExit(folder);
    }
    try (GerritSite site = start(folder, port)) {
      DemoProject project =
          DemoProject.create(site, root.resolve("src/demo/project"), folder.resolve("clones"));
      out.println(
          "Made the project %s: it uses Eventlet here and there. The plugin is enabled for it and votes on %s."
              .formatted(DemoProject.NAME, DemoProject.LABEL));
      int change = project.pushChange();
      Instant pushed = Instant.now();
      String address = "%sc/%s/+/%d".formatted(site.url(), DemoProject.NAME, change);
      out.println("Pushed a change with git push origin HEAD:refs/for/master: " + address);
      ChangeReview review = awaitReview(new GerritClient(site.url()), change);
      out.println(
          "The review came %d ms after the push:"
              .formatted(Duration.between(pushed, Instant.now()).toMillis()));
      out.println();
      new ReviewPrinter(out).print(review, project.directory());
      List<String> differences =
          ExpectedReview.read(root.resolve("src/demo/project/expected-review.txt"))
              .differences(review);
      sayWhetherRight(differences);
      if (!options.once()) {
        stayUp(site, address, project);
      }
      return differences.isEmpty();
    }
  }

  private int port() throws IOException {
    if (options.port().isPresent()) {
      int port = options.port().get();
      if (!FreePorts.isFree(port)) {
        throw new DemoException("port %d is taken; name another with --port".formatted(port));
      }
      return port;
    }
    return FreePorts.isFree(USUAL_PORT) ? USUAL_PORT : FreePorts.any();
  }

  private GerritSite start(Path folder, int port) throws IOException, InterruptedException {
    out.println("Starting %s on http://127.0.0.1:%d/ ...".formatted(options.version(), port));
    Config settings = new Config();
    settings.setBoolean("plugin", "eventlet-guard", "createAccount", true);
    Instant start = Instant.now();
    GerritSite site =
        GerritSite.start(
            new GerritSite.Options(
                options.distribution(),
                folder.resolve("site"),
                port,
                FreePorts.any(),
                List.of(root.resolve("target/eventlet-guard.jar")),
                settings),
            START_LIMIT,
            elapsed -> progress("starting", elapsed));
    running = site;
    clearProgress();
    out.println(
        "Gerrit is up after %d s.".formatted(Duration.between(start, Instant.now()).toSeconds()));
    return site;
  }

  private ChangeReview awaitReview(GerritClient client, int change)
      throws IOException, InterruptedException {
    Instant start = Instant.now();
    while (true) {
      ChangeReview review = ChangeReview.read(client, DemoProject.NAME, change);
      // Every review has a message; the comments, which are read after it, are complete then.
      if (!review.messages().isEmpty()) {
        clearProgress();
        return review;
      }
      Duration elapsed = Duration.between(start, Instant.now());
      if (elapsed.compareTo(REVIEW_LIMIT) > 0) {
        throw new DemoException("no review within " + REVIEW_LIMIT.toSeconds() + " s");
      }
      progress("waiting for the review", elapsed);
      Thread.sleep(50);
    }
  }

  private void sayWhetherRight(List<String> differences) {
    if (differences.isEmpty()) {
      out.println();
      out.println(
          "Nothing was said of the function that moved, of the comments, docstring and log"
              + " message");
      out.println("that mention Eventlet, or of the usage that was there before.");
      return;
    }
    differences.forEach(difference -> System.err.println("demo: " + difference));
  }

  private void stayUp(GerritSite site, String address, DemoProject project)
      throws InterruptedException {
    out.println(
        """

        Gerrit stays up until you press Ctrl-C.

          Look       %s
          Sign in    "Sign in" at the top right, then the account admin
          Clone      git clone http://%s:%s@127.0.0.1:%d/a/%s (the demo's clone: %s)
          Try        take the new usages out, commit --amend, and push to refs/for/master:
                     the vote goes. Add another one: only that is commented on.
          Log        %s
        """
            .formatted(
                address,
                GerritClient.ADMIN,
                GerritClient.PASSWORD,
                site.url().getPort(),
                DemoProject.NAME,
                project.directory(),
                site.logFile()));
    new CountDownLatch(1).await();
  }

  /** On a terminal on a line that the next output takes; elsewhere now and then a line. */
  private void progress(String what, Duration elapsed) {
    long seconds = elapsed.toSeconds();
    if (terminal) {
      out.print("\r  %s ... %d s".formatted(what, seconds));
      out.flush();
    } else if (seconds > 0 && seconds % SECONDS_BETWEEN_LINES == 0 && seconds != secondsShown) {
      secondsShown = seconds;
      out.println("  %s ... %d s".formatted(what, seconds));
    }
  }

  private void clearProgress() {
    if (terminal) {
      out.print("\r\u001B[K");
    }
  }

  private void removeAtExit(Path folder) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (running != null) {
                    running.close();
                  }
                  try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                      Files.deleteIfExists(file);
                    }
                  } catch (IOException e) {
                    System.err.println("demo: cannot remove " + folder);
                  }
                },
                "remove-site"));
  }
}
