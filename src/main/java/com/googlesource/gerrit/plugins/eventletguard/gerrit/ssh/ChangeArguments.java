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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.ssh;

import com.google.gerrit.extensions.api.GerritApi;
import com.google.gerrit.extensions.common.ChangeInfo;
import com.google.gerrit.extensions.restapi.RestApiException;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.ChangeKey;

/** Finds the changes that people name. */
@Singleton
final class ChangeArguments {
  private final GerritApi gerrit;

  @Inject
  ChangeArguments(GerritApi gerrit) {
    this.gerrit = gerrit;
  }

  /**
   * The change with a number, {@code project~number} or Change-Id.
   *
   * @throws RestApiException if there is none, or several, or the person may not read it
   */
  ChangeKey find(String argument) throws RestApiException {
    ChangeInfo info = gerrit.changes().id(argument).get();
    return new ChangeKey(info.project, info._number);
  }
}
