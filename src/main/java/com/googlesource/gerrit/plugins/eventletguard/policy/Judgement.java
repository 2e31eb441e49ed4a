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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Optional;

/**
 * What a branch's policy says about a finding.
 *
 * @param finding the finding with the severity and the remark that it has on the branch
 * @param silence why it does not count; empty when it does
 */
public record Judgement(Finding finding, Optional<Silence> silence) {
  public Judgement {
    requireNonNull(finding, "finding");
    requireNonNull(silence, "silence");
  }

  /** The same judgement under another path of the finding's file. */
  public Judgement at(String path) {
    return new Judgement(finding.at(path), silence);
  }

  /** Whether the finding is to be told and counted. */
  public boolean counts() {
    return silence.isEmpty();
  }
}
