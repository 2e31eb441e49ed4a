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

import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.StageDetector;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was found in files and folders, as the policy of their branch sees it.
 *
 * @param judgements under the paths by which the files were named, in {@link Finding#ORDER}
 */
record JudgedFiles(BranchPolicy policy, List<Judgement> judgements) {
  /**
   * Judges findings by where their files stand in their trees: there the patterns of the settings
   * begin, and a folder {@code tests} above a tree makes no tests of what the tree holds.
   *
   * @param found under the paths by which the files were named
   */
  static JudgedFiles of(
      Collection<Finding> found, TreePaths trees, SettingsFile settings, PolicyOptions options)
      throws InputException, IOException {
    List<Finding> named = found.stream().sorted(Finding.ORDER).toList();
    List<Finding> inTree =
        named.stream().map(finding -> finding.at(trees.inTree(finding.path()))).toList();
    BranchPolicy policy =
        options.policy(settings.settings(), unstaged -> StageDetector.stage(unstaged, inTree));
    List<Judgement> judgements = policy.judge(inTree);
    return new JudgedFiles(
        policy,
        IntStream.range(0, named.size())
            .mapToObj(i -> judgements.get(i).at(named.get(i).path()))
            .toList());
  }
}
