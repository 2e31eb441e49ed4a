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

package com.googlesource.gerrit.plugins.eventletguard.scan.packaging;

import com.googlesource.gerrit.plugins.eventletguard.scan.FileScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.List;
import java.util.Set;

/**
 * {@code setup.cfg}: the requirements of setuptools ({@code install_requires} and its like, and
 * every key of {@code [options.extras_require]}) and of pbr (every key of {@code [extras]}).
 */
public final class SetupCfgScanner implements FileScanner {
  private static final Set<String> EXTRAS = Set.of("options.extras_require", "extras");
  private static final Set<String> SECTIONS = Set.of("options", "metadata");
  private static final Set<String> KEYS =
      Set.of("install_requires", "setup_requires", "tests_require", "requires_dist");

  private final IniRequirements requirements;

  public SetupCfgScanner(RequirementNames names) {
    this.requirements =
        new IniRequirements(
            names,
            (section, key) ->
                EXTRAS.contains(section) || (SECTIONS.contains(section) && KEYS.contains(key)));
  }

  @Override
  public List<Usage> scan(SourceText text) {
    return requirements.scan(text);
  }
}
