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

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a path alone says about the findings in its file. */
final class Paths {
  /** Tests, and the scripts that build documentation: neither runs in a service. */
  private static final Pattern TEST =
      Pattern.compile(
          "(?:.*/)?(?:tests?/.*|test_[^/]*\\.py|[^/]*_tests?\\.py|conftest\\.py)"
              + "|(?:.*/)?docs?/source/conf\\.py");

  /** What defines the jobs that test a project, and the environments that they run in. */
  private static final Pattern JOB =
      Pattern.compile("(?:.*/)?(?:\\.?zuul\\.yaml|\\.?zuul\\.d/.*|playbooks/.*|tox\\.ini)");

  private final BranchSettings settings;

  Paths(BranchSettings settings) {
    this.settings = settings;
  }

  boolean isTest(String path) {
    return TEST.matcher(path).matches() || first(settings.testPaths(), path).isPresent();
  }

  boolean isJob(String path) {
    return JOB.matcher(path).matches();
  }

  /** The setting that leaves a path out. */
  Optional<Glob> ignored(String path) {
    return first(settings.ignoredPaths(), path);
  }

  boolean isFacade(String path) {
    return first(settings.facades(), path).isPresent();
  }

  private static Optional<Glob> first(List<Glob> globs, String path) {
    return globs.stream().filter(glob -> glob.matches(path)).findFirst();
  }
}
