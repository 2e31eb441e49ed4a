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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.admin;

import com.google.gerrit.entities.Project;
import com.google.gerrit.entities.RefNames;
import com.google.gerrit.extensions.annotations.PluginName;
import com.google.gerrit.extensions.api.access.PluginPermission;
import com.google.gerrit.extensions.restapi.AuthException;
import com.google.gerrit.server.CurrentUser;
import com.google.gerrit.server.permissions.PermissionBackend;
import com.google.gerrit.server.permissions.PermissionBackendException;
import com.google.gerrit.server.permissions.RefPermission;
import com.google.gerrit.server.project.ProjectState;
import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.util.Set;

/** What the person who asks may see and do. */
@Singleton
public final class Access {
  private final PermissionBackend permissions;
  private final Provider<CurrentUser> user;
  private final PluginPermission administrate;

  @Inject
  Access(PermissionBackend permissions, Provider<CurrentUser> user, @PluginName String pluginName) {
    this.permissions = permissions;
    this.user = user;
    this.administrate = new PluginPermission(pluginName, AdministrateCapability.NAME);
  }

  /**
   * Demands the capability of the plugin.
   *
   * @throws AuthException if the person does not have it
   */
  public void checkAdministrate() throws AuthException, PermissionBackendException {
    permissions.currentUser().check(administrate);
  }

  /** Whether the person has the capability of the plugin. */
  public boolean mayAdministrate() {
    return permissions.currentUser().testOrFalse(administrate);
  }

  /** Whether somebody has signed in. */
  public boolean isSignedIn() {
    return user.get().isIdentifiedUser();
  }

  /** Whether the person may read what stands in a project's {@code project.config}. */
  public boolean mayReadConfig(ProjectState project) throws PermissionBackendException {
    return mayAdministrate() || mayRead(project.getNameKey(), RefNames.REFS_CONFIG);
  }

  /**
   * Whether the person may read a branch.
   *
   * @param branch the full name of the ref
   */
  public boolean mayRead(Project.NameKey project, String branch) throws PermissionBackendException {
    // A set of permissions, since 3.12 alone takes a single one as another type.
    return !permissions
        .currentUser()
        .project(project)
        .ref(branch)
        .test(Set.of(RefPermission.READ))
        .isEmpty();
  }
}
