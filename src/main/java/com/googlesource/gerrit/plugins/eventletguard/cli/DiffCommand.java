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
import com.googlesource.gerrit.plugins.eventletguard.change.TreeScanner;
import com.googlesource.gerrit.plugins.eventletguard.change.TreeSurvey;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixes;
import com.googlesource.gerrit.plugins.eventletguard.policy.Baseline;
import com.googlesource.gerrit.plugins.eventletguard.policy.BaselineMatcher;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.DeprecationHint;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.StageDetector;
import com.googlesource.gerrit.plugins.eventletguard.report.JsonReport;
import com.googlesource.gerrit.plugins.eventletguard.report.SarifReport;
import com.googlesource.gerrit.plugins.eventletguard.report.TextReport;
import com.googlesource.gerrit.plugins.eventletguard.report.html.Excerpts;
import com.googlesource.gerrit.plugins.eventletguard.report.html.HtmlReport;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewInputJson;
import com.googlesource.gerrit.plugins.eventletguard.review.ZuulReturn;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.MemoryScanCache;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.MissingObjectException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code eventlet-guard diff}: what a commit range or a pair of folders introduces. */
final class DiffCommand extends Command {
  private static final String STANDARD_INPUT = "-";

  private final OptionSpec repository = Arguments.repository();
  private final OptionSpec noIndex =
      Arguments.flag("Compare two folders: OLD_DIR NEW_DIR.", "--no-index");
  private final OptionSpec staged =
      Arguments.flag("Compare what is staged with BASE (default: HEAD).", "--staged", "--cached");
  private final OptionSpec patch =
      Arguments.file(
          "--patch",
          "Compare BASE (default: HEAD) with what this patch makes of it; - reads it from standard"
              + " input.");
  private final OptionSpec changeMessage =
      Arguments.file(
          "--change-message",
          "Compare as a gate prepares a change for its jobs: HEAD is the change's commit or the"
              + " merge that brings it onto BASE, and FILE holds the message of the commit; -"
              + " reads it from standard input.");
  private final OptionSpec mergeBase =
      Arguments.flag(
          "Compare with the common ancestor of BASE and HEAD, as BASE...HEAD does.",
          "--merge-base");
  private final PositionalParamSpec sides =
      PositionalParamSpec.builder()
          .paramLabel("BASE [HEAD]")
          .arity("0..*")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .hideParamSyntax(true)
          .description("What to compare.")
          .build();
  private final OutputOptions output = new OutputOptions();
  private final CommentOptions comments = new CommentOptions();
  private final PolicyOptions options = new PolicyOptions();
  private final BaselineOption baseline = new BaselineOption();

  /** What the project puts up with. */
  private Optional<Baseline> known = Optional.empty();

  /** The code of what is introduced, for a page. */
  private Excerpts excerpts = Excerpts.NONE;

  /** The files that differ, for comments. */
  private Set<String> changedPaths = Set.of();

  DiffCommand() {
    super(
        "Lists the Eventlet usage that a change introduces.",
        "BASE and HEAD are revisions in git's notation (HEAD: the default of the second), or one"
            + " range of them: BASE..HEAD, BASE...HEAD, or COMMIT^! for one commit, a merge"
            + " included. With --no-index they are folders, and --staged and --patch take BASE"
            + " alone.");
    spec().addOption(repository);
    // What is compared instead of two revisions.
    spec()
        .addArgGroup(
            ArgGroupSpec.builder()
                .exclusive(true)
                .addArg(noIndex)
                .addArg(staged)
                .addArg(patch)
                .addArg(changeMessage)
                .build());
    spec().addOption(mergeBase);
    spec().addPositional(sides);
    output.addTo(spec());
    comments.addTo(spec());
    options.addTo(spec());
    baseline.addTo(spec());
  }

  @Override
  public Integer call() throws Exception {
    comments.check();
    known = baseline.read();
    FixableReport fixable = compare();
    JudgedReport report = fixable.outcome().report();
    List<String> remarks = fixable.outcome().remarks();
    List<String> hinted =
        Stream.concat(remarks.stream(), report.hints().stream().map(DeprecationHint::placed))
            .toList();
    output.print(
        out(),
        (format, palette) ->
            switch (format) {
              case TEXT -> TextReport.of(report, remarks, fixable.fixes(), palette);
              case JSON -> JsonReport.of(report, fixable.fixes()) + "\n";
              case SARIF -> SarifReport.of(report, fixable.fixes());
              case ZUUL ->
                  ZuulReturn.of(
                      report,
                      hinted,
                      changedPaths,
                      new ZuulReturn.Limits(comments.commentsFrom(), comments.mostComments(10)));
              case HTML -> HtmlReport.of(report, hinted, excerpts, fixable.fixes());
              case GERRIT ->
                  ReviewInputJson.of(report, remarks, comments.mostComments(50), fixable.fixes());
            });
    return output.exitStatus(report.introduced());
  }

  /** What was found out, with the fixes of what is introduced. */
  private record FixableReport(HeadCommit.Outcome outcome, Fixes fixes) {
    static FixableReport of(HeadCommit.Outcome outcome, TreePair trees, BranchPolicy policy)
        throws IOException {
      return new FixableReport(outcome, trees.fixes(policy, outcome.report()));
    }
  }

  private FixableReport compare() throws Exception {
    boolean sinceMergeBase = Arguments.isGiven(mergeBase);
    Path folder = repository.getValue();
    if (sinceMergeBase
        && (Arguments.isGiven(noIndex)
            || patch.getValue() != null
            || changeMessage.getValue() != null)) {
      throw new InputException(
          "--merge-base is about two revisions; leave it out with --no-index, --patch and"
              + " --change-message");
    }
    if (Arguments.isGiven(noIndex)) {
      return folders();
    }
    if (Arguments.isGiven(staged)) {
      return trees(TreePair.ofIndex(folder, base("--staged"), sinceMergeBase));
    }
    if (patch.getValue() != null) {
      String base = base("--patch");
      try (InputStream content = open(patch.getValue())) {
        return trees(TreePair.ofPatch(folder, base, content));
      }
    }
    RevisionRange range = RevisionRange.parse(sides());
    if (changeMessage.getValue() != null) {
      return trees(TreePair.ofChange(folder, twoCommits(range), changeMessage()));
    }
    if (sinceMergeBase && range.kind() == RevisionRange.Kind.COMMIT) {
      throw new InputException("--merge-base is about two revisions, and this is one commit");
    }
    return trees(TreePair.ofRevisions(folder, sinceMergeBase ? range.sinceMergeBase() : range));
  }

  private List<String> sides() {
    List<String> given = sides.getValue();
    return given == null ? List.of() : given;
  }

  /** The one revision that an option takes. */
  private String base(String option) throws InputException {
    List<String> sides = sides();
    if (sides.size() > 1 || (sides.size() == 1 && RevisionRange.isRange(sides.getFirst()))) {
      throw new InputException(
          "%s takes one revision to compare with, and these are more: %s"
              .formatted(option, String.join(" ", sides)));
    }
    return sides.isEmpty() ? RevisionRange.HEAD : sides.getFirst();
  }

  private static RevisionRange twoCommits(RevisionRange range) throws InputException {
    if (range.kind() != RevisionRange.Kind.TREES) {
      throw new InputException("--change-message takes two commits, BASE HEAD or BASE..HEAD");
    }
    return range;
  }

  private String changeMessage() throws InputException {
    try (InputStream message = open(changeMessage.getValue())) {
      return new String(message.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InputException(
          "cannot read %s: %s".formatted(changeMessage.getValue(), e.getMessage()), e);
    }
  }

  private static InputStream open(Path file) throws InputException {
    if (file.toString().equals(STANDARD_INPUT)) {
      return System.in;
    }
    try {
      // A folder can be opened, and only reading it fails.
      return new ByteArrayInputStream(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InputException("cannot read %s: %s".formatted(file, InputException.reason(e)), e);
    }
  }

  private FixableReport folders() throws Exception {
    List<String> sides = sides();
    if (sides.size() != 2) {
      throw new InputException(
          "--no-index takes two folders, OLD_DIR NEW_DIR, and here are %d".formatted(sides.size()));
    }
    Path oldFolder = Path.of(sides.get(0));
    Path newFolder = Path.of(sides.get(1));
    try (TreePair trees = TreePair.ofFolders(oldFolder, newFolder)) {
      SettingsFile file = settings(() -> SettingsOption.inFolder(oldFolder));
      Scanner scanner = CommandLineScanner.of(spec(), file.catalog());
      FileTree.Result before = new FileTree(() -> scanner).scanBelow(oldFolder);
      FileTree.Result after = new FileTree(() -> scanner).scanBelow(newFolder);
      BranchPolicy policy =
          options.policy(
              file.settings(), settings -> StageDetector.stage(settings, before.findings()));
      ChangeReport report =
          trees.scan(new ChangeScanner(survey(scanner)), before.reexports(), after.reexports());
      HeadCommit.Outcome outcome =
          withoutKnown(
              new HeadCommit.Outcome(policy.judge(report), List.of()),
              () -> policy.judge(after.findings()));
      return FixableReport.of(seen(trees, outcome), trees, policy);
    }
  }

  private FixableReport trees(TreePair compared) throws Exception {
    try (TreePair trees = compared) {
      SettingsFile file = settings(trees::oldSettings);
      TreeSurvey survey = survey(CommandLineScanner.of(spec(), file.catalog()));
      trees.readAhead(survey);
      BranchPolicy policy =
          options.policy(
              file.settings(), settings -> trees.oldStage(settings, new StageDetector(survey)));
      HeadCommit.Outcome outcome =
          withoutKnown(
              trees.judge(new ChangeScanner(survey), policy),
              () -> policy.judge(trees.standing(new TreeScanner(survey))));
      return FixableReport.of(seen(trees, outcome), trees, policy);
    } catch (MissingObjectException e) {
      throw new InputException(
          "the repository lacks an object that the comparison needs; a partial clone gets it with"
              + " `git fetch --refetch --no-filter`: "
              + e.getMessage(),
          e);
    }
  }

  /** All that stands in the new tree. */
  @FunctionalInterface
  private interface Standing {
    List<Judgement> find() throws IOException;
  }

  /** Silences what the baseline lists. */
  private HeadCommit.Outcome withoutKnown(HeadCommit.Outcome outcome, Standing standing)
      throws IOException {
    if (known.isEmpty()) {
      return outcome;
    }
    BaselineMatcher matcher =
        new BaselineMatcher(known.get(), standing.find(), UnaryOperator.identity());
    baseline.tellStale(matcher, err());
    return new HeadCommit.Outcome(matcher.silence(outcome.report()), outcome.remarks());
  }

  /** Reads what the formats need of the trees while these are there. */
  private HeadCommit.Outcome seen(TreePair trees, HeadCommit.Outcome outcome) throws IOException {
    if (output.wants(OutputOptions.Format.HTML)) {
      excerpts = trees.excerpts(outcome.report().introduced());
    }
    if (output.wants(OutputOptions.Format.ZUUL)) {
      changedPaths = trees.changedPaths();
    }
    return outcome;
  }

  private SettingsFile settings(SettingsOption.Settings byDefault) throws Exception {
    return options.settings(byDefault, err());
  }

  /** Remembers what it has read: both trees of a comparison hold most blobs. */
  private static TreeSurvey survey(Scanner scanner) {
    return new TreeSurvey(new BlobScanner(scanner, new MemoryScanCache()), new SurveyMemory());
  }
}
