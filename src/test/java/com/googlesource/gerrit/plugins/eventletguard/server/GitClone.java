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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A clone of one project, driven by the plain {@code git} of this machine. */
public final class GitClone {
  private static final Pattern CHANGE_URL = Pattern.compile("/c/.+/\\+/(\\d+)");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path directory;

  private GitClone(Path directory) {
    this.directory = directory;
  }

  /** Clones a project as the administrator. */
  public static GitClone of(URI gerrit, String project, Path directory)
      throws IOException, InterruptedException {
    String remote = remote(gerrit, project, GerritClient.ADMIN, GerritClient.PASSWORD);
    Files.createDirectories(directory);
    git(directory, List.of("clone", "-q", remote, "."));
    GitClone clone = new GitClone(directory);
    clone.git("config", "user.name", "Administrator");
    clone.git("config", "user.email", "admin@example.com");
    clone.git("config", "commit.gpgsign", "false");
    return clone;
  }

  /** Commits and pushes as somebody else from here on. */
  public void actAs(URI gerrit, String project, String user, String password)
      throws IOException, InterruptedException {
    git("config", "user.name", user);
    git("config", "user.email", user + "@example.com");
    git("remote", "set-url", "origin", remote(gerrit, project, user, password));
  }

  public Path directory() {
    return directory;
  }

  /** A Change-Id that no change has yet. */
  public static String newChangeId() {
    byte[] bytes = new byte[20];
    RANDOM.nextBytes(bytes);
    return "I" + HexFormat.of().formatHex(bytes);
  }

  /** Writes a file of the work tree. */
  public void write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Commits everything in the work tree, on top of the current commit. */
  public void commit(String subject, String changeId) throws IOException, InterruptedException {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", message(subject, changeId));
  }

  /** Puts everything in the work tree into the current commit, as the next patch set has it. */
  public void amend(String subject, String changeId) throws IOException, InterruptedException {
    git("add", "-A");
    git("commit", "-q", "--amend", "--allow-empty", "-m", message(subject, changeId));
  }

  /** Pushes the current commit as it is to a branch. */
  public void pushBranch(String branch) throws IOException, InterruptedException {
    git("push", "-q", "origin", "HEAD:refs/heads/" + branch);
  }

  /**
   * Pushes the current commit for review.
   *
   * @param target the branch, and options such as {@code %wip}
   * @return the change's number
   */
  public int pushForReview(String target) throws IOException, InterruptedException {
    String output = git("push", "origin", "HEAD:refs/for/" + target);
    Matcher url = CHANGE_URL.matcher(output);
    if (!url.find()) {
      throw new IOException("git push named no change:\n" + output);
    }
    return Integer.parseInt(url.group(1));
  }

  /**
   * Runs git in the clone.
   *
   * @return what it printed, on standard output and error
   * @throws IOException if it fails; the message holds what it printed
   */
  public String git(String... arguments) throws IOException, InterruptedException {
    return git(directory, List.of(arguments));
  }

  private static String remote(URI gerrit, String project, String user, String password) {
    return "%s://%s:%s@%s/a/%s"
        .formatted(
            gerrit.getScheme(),
            user,
            password,
            gerrit.getAuthority(),
            GerritClient.encoded(project).replace("%2F", "/"));
  }

  private static String message(String subject, String changeId) {
    return subject + "\n\nChange-Id: " + changeId + "\n";
  }

  /**
   * Runs git in a folder, whatever the user's own settings of it are.
   *
   * @return what it printed, on standard output and error
   * @throws IOException if it fails; the message holds what it printed
   */
  public static String git(Path directory, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("git");
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    // The configuration of whoever runs this must not matter.
    Map<String, String> environment = builder.environment();
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(
          "git %s: status %d:%n%s".formatted(String.join(" ", arguments), status, output));
    }
    return output;
  }
}
