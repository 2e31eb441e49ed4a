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
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeScanner;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.StageDetector;
import com.googlesource.gerrit.plugins.eventletguard.report.JsonReport;
import com.googlesource.gerrit.plugins.eventletguard.report.TextReport;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.MemoryScanCache;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eventlet-guard diff}: what a commit range or a pair of folders introduces. */
@Command(
    name = "diff",
    description = {
      "Lists the Eventlet usage that a change introduces.",
      "BASE and HEAD are revisions (HEAD: the default of the second); with --no-index they are"
          + " folders."
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  @Option(
      names = "--repo",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The repository, or a folder inside it; default: the current folder.")
  private Path repository;

  @Option(names = "--no-index", description = "Compare two folders instead of two revisions.")
  private boolean noIndex;

  @Parameters(paramLabel = "BASE [HEAD]", arity = "1..2", description = "What to compare.")
  private List<String> sides;

  @Mixin private OutputOptions output;

  @Mixin private PolicyOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    HeadCommit.Outcome outcome = noIndex ? folders() : revisions();
    JudgedReport report = outcome.report();
    String text =
        switch (output.format()) {
          case TEXT -> TextReport.of(report, outcome.remarks());
          case JSON -> JsonReport.of(report) + "\n";
        };
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    return output.exitStatus(report.introduced());
  }

  private HeadCommit.Outcome folders() throws Exception {
    if (sides.size() != 2) {
      throw new InputException("--no-index takes two folders: OLD_DIR NEW_DIR");
    }
    Path oldFolder = Path.of(sides.get(0));
    try (TreePair trees = TreePair.ofFolders(oldFolder, Path.of(sides.get(1)))) {
      SettingsFile file = settings(() -> SettingsOption.inFolder(oldFolder));
      Scanner scanner = CommandLineScanner.of(spec, file.catalog());
      BranchPolicy policy =
          options.policy(
              file.settings(),
              settings ->
                  StageDetector.stage(settings, new FileTree(scanner).scan(oldFolder).findings()));
      return trees.judge(new ChangeScanner(blobs(scanner)), policy);
    }
  }

  private HeadCommit.Outcome revisions() throws Exception {
    String head = sides.size() == 2 ? sides.get(1) : "HEAD";
    try (TreePair trees = TreePair.ofRevisions(repository, sides.get(0), head)) {
      SettingsFile file = settings(trees::oldSettings);
      BlobScanner blobs = blobs(CommandLineScanner.of(spec, file.catalog()));
      BranchPolicy policy =
          options.policy(
              file.settings(), settings -> trees.oldStage(settings, new StageDetector(blobs)));
      return trees.judge(new ChangeScanner(blobs), policy);
    }
  }

  private SettingsFile settings(SettingsOption.Settings byDefault) throws Exception {
    return options.settings(byDefault, spec.commandLine().getErr());
  }

  /** Remembers what it has read: both trees of a comparison hold most blobs. */
  private static BlobScanner blobs(Scanner scanner) {
    return new BlobScanner(scanner, new MemoryScanCache());
  }
}
