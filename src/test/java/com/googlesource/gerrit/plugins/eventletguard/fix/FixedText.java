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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchSettings;
import com.googlesource.gerrit.plugins.eventletguard.policy.Series;
import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A file with findings, and what fixes make of it on a branch. */
public record FixedText(SourceFile file, List<Finding> findings, Fixer fixer) {
  private static final Scanner SCANNER =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  /** On the branch of a series at a stage. */
  static FixedText of(SourceFile file, String series, Stage stage) {
    List<Finding> findings = SCANNER.scan(file).findings();
    BranchPolicy policy = new BranchPolicy(BranchSettings.DEFAULT, stage, new Series(series));
    return new FixedText(file, findings, new Fixer(FixConditions.of(policy, findings)));
  }

  static FixedText of(String path, String text) {
    return of(path, text, "2026.2");
  }

  static FixedText of(String path, String text, String series) {
    return of(file(path, text), series, Stage.REMOVED);
  }

  public static SourceFile file(String path, String text) {
    return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** All that can be fixed; the text itself when nothing can. */
  String all() {
    return new String(
        fixer.fixAll(file, findings).map(FixedFile::content).orElse(file.content()),
        StandardCharsets.UTF_8);
  }

  /** The findings that have a fix. */
  List<Finding> fixable() throws Exception {
    Fixes fixes = fixes();
    return findings.stream().filter(finding -> fixes.of(finding).isPresent()).toList();
  }

  Fixes fixes() throws Exception {
    return fixer.find(findings, path -> Optional.of(file));
  }

  /** The file with the fix of one finding applied. */
  SourceFile applied(Finding finding) throws Exception {
    return apply(file, fixes().of(finding).orElseThrow().replacements());
  }

  /** What replacements make of a file, as Gerrit understands them. */
  public static SourceFile apply(SourceFile file, List<Replacement> replacements) {
    String text = new String(file.content(), StandardCharsets.UTF_8);
    for (Replacement one : replacements.reversed()) {
      assertThat(one.path()).isEqualTo(file.path());
      text =
          text.substring(0, offset(text, one.range().startLine(), one.range().startCharacter()))
              + one.text()
              + text.substring(offset(text, one.range().endLine(), one.range().endCharacter()));
    }
    return file(file.path(), text);
  }

  private static int offset(String text, int line, int character) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start + character;
  }

  /** What is found in a file. */
  public static List<Finding> scan(SourceFile file) {
    return SCANNER.scan(file).findings();
  }
}
