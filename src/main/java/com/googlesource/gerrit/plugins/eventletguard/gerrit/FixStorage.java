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

package com.googlesource.gerrit.plugins.eventletguard.gerrit;

import com.google.gerrit.server.experiments.ExperimentFeatures;
import com.google.inject.Inject;
import com.google.inject.Singleton;

/** Asks whether the server stores fixes with ordinary comments, which is an experiment of it. */
@Singleton
final class FixStorage {
  /** A server without it refuses a review that brings a fix. */
  private static final String EXPERIMENT =
      "GerritBackendFeature__allow_fix_suggestions_in_comments";

  private final ExperimentFeatures experiments;

  @Inject
  FixStorage(ExperimentFeatures experiments) {
    this.experiments = experiments;
  }

  boolean isThere() {
    return experiments.isFeatureEnabled(EXPERIMENT);
  }
}
