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

import com.googlesource.gerrit.plugins.eventletguard.change.BlobScanner;
import com.googlesource.gerrit.plugins.eventletguard.change.SurveyMemory;
import com.googlesource.gerrit.plugins.eventletguard.change.TreeScanner;
import com.googlesource.gerrit.plugins.eventletguard.change.TreeSurvey;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Activity;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Deliverable;
import com.googlesource.gerrit.plugins.eventletguard.inventory.History;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Inventory;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.StageDetector;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.MemoryScanCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevWalk;
import picocli.CommandLine.Model.CommandSpec;

/** Takes stock of what a path leads to: the files of a folder, or the head of a bare repository. */
final class ProjectInventory {
  private final CommandSpec spec;
  private final PolicyOptions options;
  private final Optional<Deliverable.Kind> kind;
  private final Optional<Integer> history;
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  /**
   * @param kind whether it is a service; empty to tell by its files
   * @param history how many commits of its past to follow; empty for none
   */
  ProjectInventory(
      CommandSpec spec,
      PolicyOptions options,
      Optional<Deliverable.Kind> kind,
      Optional<Integer> history) {
    this.spec = spec;
    this.options = options;
    this.kind = kind;
    this.history = history;
  }

  /**
   * Takes stock.
   *
   * @throws InputException if there is no such folder, or it cannot be read
   */
  Inventory take(Path path) throws InputException, IOException {
    if (!Files.isDirectory(path)) {
      throw new InputException("no such folder: " + path);
    }
    Optional<Repository> repository = repository(path);
    try {
      return repository.isPresent() && repository.get().isBare()
          ? ofHead(path, repository.get())
          : ofFolder(path, repository);
    } finally {
      repository.ifPresent(Repository::close);
    }
  }

  private static Optional<Repository> repository(Path path) throws InputException {
    try {
      if (isBare(path)) {
        return Optional.of(new RepositoryBuilder().setGitDir(path.toFile()).setBare().build());
      }
      RepositoryBuilder builder = new RepositoryBuilder().findGitDir(path.toFile());
      return builder.getGitDir() == null ? Optional.empty() : Optional.of(builder.build());
    } catch (IOException e) {
      throw new InputException(
          "cannot read the repository of %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static boolean isBare(Path path) {
    return Files.isRegularFile(path.resolve(Constants.HEAD))
        && Files.isDirectory(path.resolve(Constants.OBJECTS))
        && Files.isDirectory(path.resolve("refs"));
  }

  private Inventory ofFolder(Path folder, Optional<Repository> repository)
      throws InputException, IOException {
    SettingsFile settings = settings(() -> SettingsOption.inFolder(folder));
    FileTree.Result result =
        new FileTree(() -> CommandLineScanner.of(spec, settings.catalog())).scanBelow(folder);
    Optional<Activity> activity =
        repository.isPresent() ? LastCommits.of(repository.get()) : Optional.empty();
    Inventory.Subject subject =
        new Inventory.Subject(
            folder.toString(),
            new FolderFiles(folder),
            result.findings(),
            result.skipped(),
            activity);
    BranchPolicy policy = policy(subject, settings);
    Inventory inventory = Inventory.of(subject, policy, kind, today);
    if (history.isEmpty()) {
      return inventory;
    }
    if (repository.isEmpty() || !isTop(folder, repository.get())) {
      throw new InputException(
          "--history needs a repository, named by the top of its work tree: " + folder);
    }
    try (ObjectReader reader = repository.get().newObjectReader()) {
      ObjectId head = head(folder, repository.get());
      return inventory.with(History.of(reader, head, treeScanner(settings), policy, history.get()));
    }
  }

  private static boolean isTop(Path folder, Repository repository) throws IOException {
    return !repository.isBare() && Files.isSameFile(folder, repository.getWorkTree().toPath());
  }

  private static ObjectId head(Path path, Repository repository)
      throws InputException, IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      throw new InputException("the repository has no commit: " + path);
    }
    return head;
  }

  private TreeScanner treeScanner(SettingsFile settings) {
    return new TreeScanner(
        new TreeSurvey(
            new BlobScanner(
                CommandLineScanner.of(spec, settings.catalog()).rememberingVersions(),
                new MemoryScanCache()),
            new SurveyMemory()));
  }

  private Inventory ofHead(Path path, Repository repository) throws InputException, IOException {
    try (ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      ObjectId head = head(path, repository);
      ObjectId tree = walk.parseCommit(head).getTree();
      SettingsFile settings =
          settings(() -> SettingsFile.read(reader, tree, RuleCatalog.builtIn()));
      TreeScanner scanner = treeScanner(settings);
      TreeScanner.Result result = scanner.scan(reader, tree);
      if (!result.complete()) {
        spec.commandLine()
            .getErr()
            .println(
                "eventlet-guard: not all files of %s are there, so that its numbers are too low"
                    .formatted(path));
      }
      Inventory.Subject subject =
          new Inventory.Subject(
              path.toString(),
              new CommitFiles(reader, tree),
              result.findings(),
              result.skipped(),
              LastCommits.of(repository));
      BranchPolicy policy = policy(subject, settings);
      Inventory inventory = Inventory.of(subject, policy, kind, today);
      return history.isEmpty()
          ? inventory
          : inventory.with(History.of(reader, head, scanner, policy, history.get()));
    }
  }

  private SettingsFile settings(SettingsOption.Settings byDefault)
      throws InputException, IOException {
    return options.settings(byDefault, spec.commandLine().getErr());
  }

  private BranchPolicy policy(Inventory.Subject subject, SettingsFile settings)
      throws InputException, IOException {
    List<Finding> findings = subject.findings();
    return options.policy(settings.settings(), unstaged -> StageDetector.stage(unstaged, findings));
  }
}
