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

import com.googlesource.gerrit.plugins.eventletguard.fix.FixConditions;
import com.googlesource.gerrit.plugins.eventletguard.fix.FixedFile;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixer;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixes;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fixes of what counts among the findings in files. */
final class SafeFixes {
  /** What stands at the top of a project. */
  private static final List<String> TOP =
      List.of(".git", "setup.cfg", "setup.py", "pyproject.toml", "tox.ini");

  private final Fixer fixer;
  private final List<Finding> findings;

  private SafeFixes(Fixer fixer, List<Finding> findings) {
    this.fixer = fixer;
    this.findings = findings;
  }

  /**
   * @param paths what was scanned; only of a whole project it is known what nothing needs
   * @param judgements all that was found there
   */
  static SafeFixes of(BranchPolicy policy, List<Path> paths, List<Judgement> judgements) {
    List<Finding> all = judgements.stream().map(Judgement::finding).toList();
    FixConditions conditions =
        paths.stream().anyMatch(SafeFixes::isWholeProject)
            ? FixConditions.of(policy, all)
            : FixConditions.ofPart(policy);
    return new SafeFixes(
        new Fixer(conditions),
        judgements.stream().filter(Judgement::counts).map(Judgement::finding).toList());
  }

  private static boolean isWholeProject(Path path) {
    return TOP.stream().anyMatch(name -> Files.exists(path.resolve(name)));
  }

  /**
   * The fix of each finding, looked for in several files at a time.
   *
   * @throws InputException if a file cannot be read
   */
  Fixes find() throws InputException {
    try {
      return Fixes.union(
          findings.stream().collect(Collectors.groupingBy(Finding::path)).values().parallelStream()
              .map(this::find)
              .toList());
    } catch (UncheckedIOException e) {
      throw new InputException("cannot read the files: " + e.getMessage(), e);
    }
  }

  private Fixes find(List<Finding> ofFile) {
    try {
      return fixer.find(ofFile, path -> Optional.of(read(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /**
   * The files as they are with all fixes, by the path under which they were scanned.
   *
   * @throws InputException if a file cannot be read
   */
  SortedMap<String, FixedFile> files() throws InputException {
    SortedMap<String, FixedFile> files = new TreeMap<>();
    try {
      for (String path : paths().toList()) {
        fixer.fixAll(read(path), findings).ifPresent(fixed -> files.put(path, fixed));
      }
    } catch (IOException e) {
      throw new InputException("cannot read the files: " + e.getMessage(), e);
    }
    return files;
  }

  private Stream<String> paths() {
    return findings.stream().map(Finding::path).distinct();
  }

  private static SourceFile read(String path) throws IOException {
    return new SourceFile(path, Files.readAllBytes(Path.of(path)));
  }
}
