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
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eventlet-guard fix PATH…}: applies the safe fixes. */
@Command(
    name = "fix",
    description = {
      "Applies the safe fixes to files and folders, and says what it did.",
      "A file keeps its encoding, its line ends and its mode."
    },
    mixinStandardHelpOptions = true)
final class FixCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders.")
  private List<Path> paths;

  @ArgGroup(exclusive = true)
  private Preview preview = new Preview();

  /** What to do instead of changing files. */
  private static final class Preview {
    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    @Option(names = "--diff", description = "Only print the edits, as a patch.")
    private boolean diff;
  }

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "warning",
      completionCandidates = EnumWords.Severities.class,
      description =
          "Exit with 1 when a finding is left from this severity on: one of"
              + " ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private Severity failOn;

  @Mixin private PolicyOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    TreePaths trees = new TreePaths(paths);
    SettingsFile settings =
        options.settings(() -> SettingsOption.inFirst(trees.tops()), spec.commandLine().getErr());
    FileTree tree = new FileTree(() -> CommandLineScanner.of(spec, settings.catalog()));
    JudgedFiles findings = scan(tree, trees, settings);
    SortedMap<String, FixedFile> files =
        SafeFixes.of(findings.policy(), paths, findings.judgements()).files();
    JudgedFiles left = findings;
    if (preview.diff) {
      for (Map.Entry<String, FixedFile> file : files.entrySet()) {
        out.print(UnifiedDiff.of(file.getKey(), read(file.getKey()), file.getValue().content()));
      }
    } else {
      if (!preview.dryRun) {
        for (Map.Entry<String, FixedFile> file : files.entrySet()) {
          write(file.getKey(), file.getValue().content());
        }
        left = files.isEmpty() ? findings : scan(tree, trees, settings);
      }
      files.forEach((path, file) -> print(out, path, file));
      summarise(out, files, left);
    }
    out.flush();
    return OutputOptions.exitStatus(left.judgements(), failOn);
  }

  private JudgedFiles scan(FileTree tree, TreePaths trees, SettingsFile settings) throws Exception {
    return JudgedFiles.of(tree.scan(paths).findings(), trees, settings, options);
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
    int fixes = files.values().stream().mapToInt(file -> file.fixed().size()).sum();
    out.printf(
        "%s %s in %s. %s",
        preview.dryRun ? "Would apply" : "Applied",
        count(fixes, "fix", "fixes"),
        count(files.size(), "file", "files"),
        preview.dryRun
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
