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

import com.google.gerrit.entities.Change;
import com.google.gerrit.entities.PatchSet;
import com.google.gerrit.entities.Project;
import com.google.gerrit.entities.RefNames;
import com.google.gerrit.exceptions.StorageException;
import com.google.gerrit.server.account.AccountCache;
import com.google.gerrit.server.account.AccountState;
import com.google.gerrit.server.project.NoSuchChangeException;
import com.google.gerrit.server.project.ProjectCache;
import com.google.gerrit.server.project.ProjectState;
import com.google.gerrit.server.query.change.ChangeData;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ProjectSettings;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ProjectSettingsReader;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ServerSettings;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.SkipCause;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a change is to be scanned. It reads the change from the repository, never from
 * the index, which may lag behind.
 */
@Singleton
public final class EligibilityCheck {
  private final ServerSettings serverSettings;
  private final ProjectCache projects;
  private final ProjectSettingsReader settingsReader;
  private final ChangeData.Factory changes;
  private final AccountCache accounts;

  @Inject
  EligibilityCheck(
      ServerSettings serverSettings,
      ProjectCache projects,
      ProjectSettingsReader settingsReader,
      ChangeData.Factory changes,
      AccountCache accounts) {
    this.serverSettings = serverSettings;
    this.projects = projects;
    this.settingsReader = settingsReader;
    this.changes = changes;
    this.accounts = accounts;
  }

  /**
   * Looks at a change as it stands now.
   *
   * @throws StorageException if it cannot be read
   */
  public Eligibility check(ChangeKey key) {
    if (!serverSettings.enabled()) {
      return new Eligibility.Skipped(SkipCause.DISABLED);
    }
    Optional<ProjectState> project =
        projects.get(Project.nameKey(key.project())).filter(ProjectState::statePermitsWrite);
    if (project.isEmpty()) {
      return new Eligibility.Skipped(SkipCause.READ_ONLY);
    }
    ProjectSettings settings = settingsReader.read(project.get());
    if (!settings.enabled()) {
      return new Eligibility.Skipped(SkipCause.NOT_ENABLED);
    }
    ChangeData data = changes.create(Project.nameKey(key.project()), Change.id(key.number()));
    Optional<Change> change = load(data);
    if (change.isEmpty()) {
      return new Eligibility.Skipped(SkipCause.GONE);
    }
    PatchSet patchSet = data.currentPatchSet();
    Optional<SkipCause> cause = causeToSkip(change.get(), patchSet, settings);
    return cause.isPresent()
        ? new Eligibility.Skipped(cause.get())
        : new Eligibility.Target(data, patchSet, change.get().getDest().branch(), settings);
  }

  private Optional<SkipCause> causeToSkip(
      Change change, PatchSet patchSet, ProjectSettings settings) {
    if (!change.isNew()) {
      return Optional.of(SkipCause.CLOSED);
    }
    if (change.isWorkInProgress() && !settings.scanWorkInProgress()) {
      return Optional.of(SkipCause.WORK_IN_PROGRESS);
    }
    if (!change.getDest().branch().startsWith(RefNames.REFS_HEADS)) {
      return Optional.of(SkipCause.NOT_A_BRANCH);
    }
    return isLeftAlone(patchSet, settings.skippedUploaders())
        ? Optional.of(SkipCause.UPLOADER)
        : Optional.empty();
  }

  private boolean isLeftAlone(PatchSet patchSet, Set<String> skippedUploaders) {
    return !skippedUploaders.isEmpty()
        && accounts
            .get(patchSet.uploader())
            .flatMap(AccountState::userName)
            .filter(skippedUploaders::contains)
            .isPresent();
  }

  /** The change itself; empty when it has been deleted. */
  private static Optional<Change> load(ChangeData data) {
    try {
      return Optional.of(data.reloadChange());
    } catch (StorageException e) {
      if (e.getCause() instanceof NoSuchChangeException) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
