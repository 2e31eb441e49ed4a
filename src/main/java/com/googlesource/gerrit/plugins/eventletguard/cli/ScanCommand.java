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

import com.googlesource.gerrit.plugins.eventletguard.change.SkippedFile;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixes;
import com.googlesource.gerrit.plugins.eventletguard.policy.Baseline;
import com.googlesource.gerrit.plugins.eventletguard.policy.BaselineMatcher;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsFile;
import com.googlesource.gerrit.plugins.eventletguard.report.JsonReport;
import com.googlesource.gerrit.plugins.eventletguard.report.SarifReport;
import com.googlesource.gerrit.plugins.eventletguard.report.TextReport;
import com.googlesource.gerrit.plugins.eventletguard.report.html.Excerpts;
import com.googlesource.gerrit.plugins.eventletguard.report.html.HtmlReport;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code eventlet-guard scan PATH…}: what stands in files and folders. */
final class ScanCommand extends Command {
  private final PositionalParamSpec paths = Arguments.paths("Files or folders.");
  private final OutputOptions output = new OutputOptions();
  private final PolicyOptions options = new PolicyOptions();
  private final BaselineOption baseline = new BaselineOption();
  private final OptionSpec written =
      Arguments.file(
          "--write-baseline",
          "Write what counts now into this file, and count nothing of it from now on.");

  ScanCommand() {
    super("Lists the Eventlet usage in files and folders.");
    spec().addPositional(paths);
    output.addTo(spec());
    options.addTo(spec());
    baseline.addTo(spec());
    spec().addOption(written);
  }

  @Override
  public Integer call() throws Exception {
    for (OutputOptions.Format format : output.formats()) {
      if (format.isReview()) {
        throw new InputException(
            "--format %s comments on a change; use it with diff".formatted(format.word()));
      }
    }
    if (written.getValue() != null && baseline.isGiven()) {
      throw new InputException(
          "--write-baseline lists all that counts; leave out --baseline, which would hide some");
    }
    Optional<Baseline> known = baseline.read();
    TreePaths trees = new TreePaths(paths());
    SettingsFile settings = options.settings(() -> SettingsOption.inFirst(trees.tops()), err());
    FileTree tree = new FileTree(() -> CommandLineScanner.of(spec(), settings.catalog()));
    FileTree.Result result = tree.scan(paths());
    List<SkippedFile> skipped = new ArrayList<>(result.skipped());
    skipped.sort((one, other) -> one.path().compareTo(other.path()));
    JudgedFiles judged = JudgedFiles.of(result.findings(), trees, settings, options);
    List<Judgement> judgements = withoutKnown(judged.judgements(), known, trees);
    Fixes fixes =
        judged.policy().offersFixes()
            ? SafeFixes.of(judged.policy(), paths(), judgements).find()
            : Fixes.NONE;
    output.print(
        out(),
        (format, palette) ->
            switch (format) {
              case TEXT ->
                  TextReport.of(
                      judgements,
                      skipped,
                      fixes,
                      NextSteps.of(paths(), judgements, fixes),
                      palette);
              case JSON -> JsonReport.of(judgements, skipped, fixes) + "\n";
              case SARIF -> SarifReport.of(judgements, skipped, fixes, trees::inTree);
              case HTML -> HtmlReport.of(judgements, skipped, excerpts(result.findings()), fixes);
              case ZUUL, GERRIT -> throw new IllegalStateException("a scan is no change");
            });
    return output.exitStatus(judgements);
  }

  private List<Path> paths() {
    return paths.getValue();
  }

  /** Silences what the baseline lists, after writing it where that is asked for. */
  private List<Judgement> withoutKnown(
      List<Judgement> judgements, Optional<Baseline> read, TreePaths trees) throws InputException {
    Optional<Baseline> known = read;
    if (written.getValue() != null) {
      known = Optional.of(Baseline.of(judgements, trees::inTree));
      new BaselineFile(written.getValue()).write(known.get());
    }
    if (known.isEmpty()) {
      return judgements;
    }
    BaselineMatcher matcher = new BaselineMatcher(known.get(), judgements, trees::inTree);
    baseline.tellStale(matcher, trees, err());
    return matcher.silence(judgements);
  }

  /** The code around findings, as the files have it now. */
  private static Excerpts excerpts(List<Finding> findings) throws InputException {
    Map<String, SourceText> files = new HashMap<>();
    for (Finding finding : findings) {
      String path = finding.path();
      if (!files.containsKey(path)) {
        try {
          files.put(path, SourceText.of(new SourceFile(path, Files.readAllBytes(Path.of(path)))));
        } catch (IOException e) {
          throw new InputException("cannot read %s: %s".formatted(path, e.getMessage()), e);
        }
      }
    }
    return new Excerpts(files);
  }
}
