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

/** {@code tox.ini}: what its test environments install. */
public final class ToxScanner implements FileScanner {
  private static final String ENVIRONMENT = "testenv";
  private static final String DEPENDENCIES = "deps";

  private final IniRequirements requirements;

  public ToxScanner(RequirementNames names) {
    this.requirements =
        new IniRequirements(
            names, (section, key) -> section.startsWith(ENVIRONMENT) && key.equals(DEPENDENCIES));
  }

  @Override
  public List<Usage> scan(SourceText text) {
    return requirements.scan(text);
  }
}
