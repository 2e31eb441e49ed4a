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

package com.googlesource.gerrit.plugins.eventletguard.inventory;

import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchSettings;
import com.googlesource.gerrit.plugins.eventletguard.policy.Series;
import com.googlesource.gerrit.plugins.eventletguard.policy.StageDetector;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inventories of trees that a test spells out: path to text. */
final class Trees {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static final Scanner SCANNER =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  private Trees() {}

  static Inventory inventory(Map<String, String> tree) {
    return inventory("project", tree, Optional.empty());
  }

  static Inventory inventory(String name, Map<String, String> tree, Optional<Activity> activity) {
    List<Finding> findings = new ArrayList<>();
    tree.forEach(
        (path, text) ->
            findings.addAll(
                SCANNER
                    .scan(new SourceFile(path, text.getBytes(StandardCharsets.UTF_8)))
                    .findings()));
    BranchPolicy policy =
        new BranchPolicy(
            BranchSettings.DEFAULT,
            StageDetector.stage(BranchSettings.DEFAULT, findings),
            new Series("2026.2"));
    try {
      return Inventory.of(
          new Inventory.Subject(name, files(tree), findings, List.of(), activity),
          policy,
          Optional.empty(),
          TODAY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TreeFiles files(Map<String, String> tree) {
    return new TreeFiles() {
      @Override
      public Optional<String> read(String path) {
        return Optional.ofNullable(tree.get(path));
      }

      @Override
      public List<String> names(String folder) {
        return tree.keySet().stream()
            .filter(path -> path.startsWith(folder + "/"))
            .map(path -> path.substring(folder.length() + 1))
            .filter(name -> name.indexOf('/') < 0)
            .sorted()
            .toList();
      }
    };
  }
}
