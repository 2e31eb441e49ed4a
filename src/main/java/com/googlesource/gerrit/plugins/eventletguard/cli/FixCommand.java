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

import com.googlesource.gerrit.plugins.eventletguard.fix.FixedFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsFile;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code eventlet-guard fix PATH…}: applies the safe fixes. */
final class FixCommand extends Command {
  private final PositionalParamSpec paths = Arguments.paths("Files or folders.");
  private final OptionSpec dryRun = Arguments.flag("Only say what would be done.", "--dry-run");
  private final OptionSpec diff = Arguments.flag("Only print the edits, as a patch.", "--diff");
  private final OptionSpec failOn =
      Arguments.failOn()
          .completionCandidates(new EnumWords(Severity.class))
          .description(
              "Exit with 1 when a finding is left from this severity on: one of"
                  + " ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
          .build();
  private final PolicyOptions options = new PolicyOptions();

  FixCommand() {
    super(
        "Applies the safe fixes to files and folders, and says what it did.",
        "A file keeps its encoding, its line ends and its mode.");
    spec().addPositional(paths);
    // What to do instead of changing files.
    spec().addArgGroup(ArgGroupSpec.builder().exclusive(true).addArg(dryRun).addArg(diff).build());
    spec().addOption(failOn);
    options.addTo(spec());
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = out();
    TreePaths trees = new TreePaths(paths());
    SettingsFile settings = options.settings(() -> SettingsOption.inFirst(trees.tops()), err());
    FileTree tree = new FileTree(() -> CommandLineScanner.of(spec(), settings.catalog()));
    JudgedFiles findings = scan(tree, trees, settings);
    SortedMap<String, FixedFile> files =
        SafeFixes.of(findings.policy(), paths(), findings.judgements()).files();
    JudgedFiles left = findings;
    if (Arguments.isGiven(diff)) {
      for (Map.Entry<String, FixedFile> file : files.entrySet()) {
        out.print(UnifiedDiff.of(file.getKey(), read(file.getKey()), file.getValue().content()));
      }
    } else {
      if (!Arguments.isGiven(dryRun)) {
        for (Map.Entry<String, FixedFile> file : files.entrySet()) {
          write(file.getKey(), file.getValue().content());
        }
        left = files.isEmpty() ? findings : scan(tree, trees, settings);
      }
      files.forEach((path, file) -> print(out, path, file));
      summarise(out, files, left);
    }
    out.flush();
    return OutputOptions.exitStatus(left.judgements(), failOn.getValue());
  }

  private List<Path> paths() {
    return paths.getValue();
  }

  private JudgedFiles scan(FileTree tree, TreePaths trees, SettingsFile settings) throws Exception {
    return JudgedFiles.of(tree.scan(paths()).findings(), trees, settings, options);
  }

  private static void print(PrintWriter out, String path, FixedFile file) {
    file.fixed()
        .forEach(
            (finding, description) ->
                out.printf(
                    "%s:%d:%d: %s: %s%n",
                    path,
                    finding.range().startLine(),
                    finding.range().startCharacter() + 1,
                    finding.rule().id(),
                    description));
  }

  private void summarise(PrintWriter out, SortedMap<String, FixedFile> files, JudgedFiles left) {
    long counted = left.judgements().stream().filter(Judgement::counts).count();
    boolean preview = Arguments.isGiven(dryRun);
    int fixes = files.values().stream().mapToInt(file -> file.fixed().size()).sum();
    out.printf(
        "%s %s in %s. %s",
        preview ? "Would apply" : "Applied",
        count(fixes, "fix", "fixes"),
        count(files.size(), "file", "files"),
        preview
            ? "Nothing was changed.%n".formatted()
            : "%s left to a person.%n"
                .formatted(counted == 1 ? "1 finding is" : counted + " findings are"));
  }

  private static String count(int number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }

  private static byte[] read(String path) throws InputException {
    try {
      return Files.readAllBytes(Path.of(path));
    } catch (IOException e) {
      throw new InputException("cannot read %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static void write(String path, byte[] content) throws InputException {
    try {
      AtomicFile.write(Path.of(path), content);
    } catch (IOException e) {
      throw new InputException(
          "cannot write %s, which is as it was: %s".formatted(path, e.getMessage()), e);
    }
  }
}
