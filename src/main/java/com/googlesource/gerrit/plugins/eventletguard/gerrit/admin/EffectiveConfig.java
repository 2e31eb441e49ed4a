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

import com.google.gerrit.entities.RefNames;
import com.google.gerrit.extensions.restapi.AuthException;
import com.google.gerrit.extensions.restapi.ResourceNotFoundException;
import com.google.gerrit.server.git.GitRepositoryManager;
import com.google.gerrit.server.permissions.PermissionBackendException;
import com.google.gerrit.server.project.ProjectState;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.ConfigInfo.SettingInfo;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.BranchPolicyReader;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ProjectSettingsReader;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ProjectSettingsReader.Setting;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchSettings;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Explains to whoever may read it what holds for a branch, and why. */
@Singleton
public final class EffectiveConfig {
  private static final String DEFAULT = "the default";

  /** More than people write by hand. */
  private static final int READ_LIMIT = 1 << 20;

  private final Access access;
  private final ProjectSettingsReader projectSettings;
  private final BranchPolicyReader branchPolicies;
  private final GitRepositoryManager repositories;

  @Inject
  EffectiveConfig(
      Access access,
      ProjectSettingsReader projectSettings,
      BranchPolicyReader branchPolicies,
      GitRepositoryManager repositories) {
    this.access = access;
    this.projectSettings = projectSettings;
    this.branchPolicies = branchPolicies;
    this.repositories = repositories;
  }

  /**
   * What holds for a branch.
   *
   * @param project one that the person who asks can see
   * @param branch its name, with or without {@code refs/heads/}; empty for the one that HEAD names
   * @throws AuthException if the person may not read the project's configuration
   * @throws ResourceNotFoundException if there is no such branch, or the person may not read it
   * @throws IOException if an object cannot be read
   */
  public ConfigInfo of(ProjectState project, String branch)
      throws AuthException, ResourceNotFoundException, PermissionBackendException, IOException {
    if (!access.mayReadConfig(project)) {
      throw new AuthException("read access to refs/meta/config is needed");
    }
    try (Repository repository = repositories.openRepository(project.getNameKey());
        RevWalk walk = new RevWalk(repository)) {
      String ref = branch.isEmpty() ? head(repository) : RefNames.fullName(branch);
      Ref tip = repository.exactRef(ref);
      if (tip == null
          || !ref.startsWith(RefNames.REFS_HEADS)
          || !access.mayRead(project.getNameKey(), ref)) {
        // What HEAD names may be hidden.
        throw new ResourceNotFoundException(
            branch.isEmpty() ? "no branch that HEAD names" : "no branch " + ref);
      }
      BranchPolicyReader.BranchState state = branchPolicies.state(repository, walk, ref);
      BranchSettings own = state.file().settings();
      return new ConfigInfo(
          project.getName(),
          ref,
          projectSettings(project),
          new SettingInfo(
              "stage",
              state.stage().word(),
              own.stage().isPresent() ? BranchSettings.FILE : "computed from the branch's files"),
          new SettingInfo(
              "series",
              state.series().id(),
              own.series().isPresent() ? BranchSettings.FILE : "told by the branch's name"),
          branchSettings(walk, tip),
          state.file().problems().stream().map(RuleProblem::message).toList());
    }
  }

  private static String head(Repository repository) throws IOException {
    Ref head = repository.exactRef(Constants.HEAD);
    return head == null ? Constants.R_HEADS + Constants.MASTER : head.getTarget().getName();
  }

  private List<SettingInfo> projectSettings(ProjectState project)
      throws PermissionBackendException {
    List<SettingInfo> settings = new ArrayList<>();
    for (Setting setting : projectSettings.explain(project)) {
      String source = setting.origin().isPresent() ? source(setting.origin().get()) : DEFAULT;
      settings.add(new SettingInfo(setting.key(), setting.value(), source));
    }
    return settings;
  }

  /** A project that sets a value is named to those who may read its configuration. */
  private String source(ProjectState origin) throws PermissionBackendException {
    return "project.config of "
        + (access.mayReadConfig(origin) ? origin.getName() : "a parent project");
  }

  private static List<SettingInfo> branchSettings(RevWalk walk, Ref tip) throws IOException {
    Config file = new Config();
    try (TreeWalk found =
        TreeWalk.forPath(
            walk.getObjectReader(), BranchSettings.FILE, walk.parseTree(tip.getObjectId()))) {
      if (found == null) {
        return List.of();
      }
      byte[] content = walk.getObjectReader().open(found.getObjectId(0)).getCachedBytes(READ_LIMIT);
      file.fromText(new String(content, StandardCharsets.UTF_8));
    } catch (ConfigInvalidException e) {
      return List.of(); // a problem of the file, which is told as such
    }
    List<SettingInfo> settings = new ArrayList<>();
    for (String section : file.getSections()) {
      addAll(settings, file, section, null);
      file.getSubsections(section).forEach(sub -> addAll(settings, file, section, sub));
    }
    return settings;
  }

  private static void addAll(
      List<SettingInfo> settings, Config file, String section, String subsection) {
    String prefix = subsection == null ? section : section + "." + subsection;
    for (String name : file.getNames(section, subsection)) {
      for (String value : file.getStringList(section, subsection, name)) {
        settings.add(new SettingInfo(prefix + "." + name, value, BranchSettings.FILE));
      }
    }
  }
}
