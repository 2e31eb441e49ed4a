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
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeScanner;
import com.googlesource.gerrit.plugins.eventletguard.change.SurveyMemory;
import com.googlesource.gerrit.plugins.eventletguard.change.TreeSurvey;
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
    Path newFolder = Path.of(sides.get(1));
    try (TreePair trees = TreePair.ofFolders(oldFolder, newFolder)) {
      SettingsFile file = settings(() -> SettingsOption.inFolder(oldFolder));
      Scanner scanner = CommandLineScanner.of(spec, file.catalog());
      FileTree.Result before = new FileTree(scanner).scanBelow(oldFolder);
      FileTree.Result after = new FileTree(scanner).scanBelow(newFolder);
      BranchPolicy policy =
          options.policy(
              file.settings(), settings -> StageDetector.stage(settings, before.findings()));
      ChangeReport report =
          trees.scan(new ChangeScanner(survey(scanner)), before.reexports(), after.reexports());
      return new HeadCommit.Outcome(policy.judge(report), List.of());
    }
  }

  private HeadCommit.Outcome revisions() throws Exception {
    String head = sides.size() == 2 ? sides.get(1) : "HEAD";
    try (TreePair trees = TreePair.ofRevisions(repository, sides.get(0), head)) {
      SettingsFile file = settings(trees::oldSettings);
      TreeSurvey survey = survey(CommandLineScanner.of(spec, file.catalog()));
      BranchPolicy policy =
          options.policy(
              file.settings(), settings -> trees.oldStage(settings, new StageDetector(survey)));
      return trees.judge(new ChangeScanner(survey), policy);
    }
  }

  private SettingsFile settings(SettingsOption.Settings byDefault) throws Exception {
    return options.settings(byDefault, spec.commandLine().getErr());
  }

  /** Remembers what it has read: both trees of a comparison hold most blobs. */
  private static TreeSurvey survey(Scanner scanner) {
    return new TreeSurvey(new BlobScanner(scanner, new MemoryScanCache()), new SurveyMemory());
  }
}
