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
package com.googlesource.gerrit.plugins.eventletguard.gerrit.config;

import com.google.gerrit.entities.RefNames;
import com.google.gerrit.extensions.annotations.PluginName;
import com.google.gerrit.server.CurrentUser;
import com.google.gerrit.server.events.CommitReceivedEvent;
import com.google.gerrit.server.git.validators.CommitValidationException;
import com.google.gerrit.server.git.validators.CommitValidationListener;
import com.google.gerrit.server.git.validators.CommitValidationMessage;
import com.google.gerrit.server.git.validators.ValidationMessage;
import com.google.gerrit.server.permissions.PermissionBackend;
import com.google.gerrit.server.permissions.PermissionBackendException;
import com.google.gerrit.server.permissions.RefPermission;
import com.google.gerrit.server.project.ProjectCache;
import com.google.gerrit.server.project.ProjectConfig;
import com.google.gerrit.server.project.ProjectState;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Refuses a push to {@code refs/meta/config}, direct or for review, that sets a key of the plugin
 * to what it does not understand. What was wrong before, as values that came in through REST can
 * be, is a warning: who corrects something else is not held up.
 */
@Singleton
final class ProjectConfigValidator implements CommitValidationListener {
  private static final String FILE = ProjectConfig.PROJECT_CONFIG;

  private final ProjectCache projects;
  private final PermissionBackend permissions;
  private final ProjectSettingsReader settings;
  private final String pluginName;
  private final SectionCheck check;

  @Inject
  ProjectConfigValidator(
      ProjectCache projects,
      PermissionBackend permissions,
      ProjectSettingsReader settings,
      @PluginName String pluginName) {
    this.projects = projects;
    this.permissions = permissions;
    this.settings = settings;
    this.pluginName = pluginName;
    this.check = new SectionCheck(pluginName, FILE, settings::readEveryKey);
  }

  @Override
  public List<CommitValidationMessage> onCommitReceived(CommitReceivedEvent event)
      throws CommitValidationException {
    if (!event.refName.equals(RefNames.REFS_CONFIG)) {
      return List.of();
    }
    List<CommitValidationMessage> messages = new ArrayList<>();
    boolean refused = false;
    try {
      Config config = config(event.revWalk, event.commit);
      Set<String> before = new HashSet<>();
      for (RevCommit parent : event.commit.getParents()) {
        check.problems(config(event.revWalk, parent)).forEach(p -> before.add(p.refusal()));
      }
      for (ConfigProblem problem : check.problems(config)) {
        boolean isNew = !before.contains(problem.refusal());
        messages.add(message(problem.refusal(), isNew));
        refused |= isNew;
      }
      for (String remark : remarks(event, config)) {
        messages.add(message("%s: %s %s".formatted(FILE, check.section(), remark), false));
      }
    } catch (ConfigInvalidException e) {
      return List.of(); // not in the syntax at all, which the server itself refuses
    } catch (IOException e) {
      throw new CommitValidationException("cannot read " + FILE, e);
    }
    if (refused) {
      throw new CommitValidationException(
          "invalid configuration of the plugin " + pluginName, messages);
    }
    return messages;
  }

  /** What is right in itself and will have no effect. */
  private List<String> remarks(CommitReceivedEvent event, Config config) {
    Optional<ProjectState> project = projects.get(event.getProjectNameKey());
    if (project.isEmpty()) {
      return List.of();
    }
    ConfigValues values = check.values(config);
    List<String> remarks = new ArrayList<>();
    if (values.text(Inheritance.ENABLED).isPresent()) {
      settings
          .enforcedBy(project.get().parents())
          .ifPresent(
              ancestor ->
                  remarks.add(
                      "enabled has no effect: %s enforces it"
                          .formatted(name(ancestor, event.user))));
    }
    int most = settings.maxInlineComments();
    if (values.intOr("maxInlineComments", 0, 0, Integer.MAX_VALUE) > most) {
      remarks.add("maxInlineComments is more than the %d that this site allows".formatted(most));
    }
    values
        .text("label")
        .filter(label -> !hasLabel(project.get(), config, label))
        .ifPresent(
            label ->
                remarks.add(
                    "label has no effect yet: the project has no label %s".formatted(label)));
    return remarks;
  }

  /** A project is named to those who may read its configuration. */
  private String name(ProjectState project, CurrentUser reader) {
    try {
      // A set of permissions, since 3.12 alone takes a single one as another type.
      boolean mayRead =
          !permissions
              .user(reader)
              .project(project.getNameKey())
              .ref(RefNames.REFS_CONFIG)
              .test(Set.of(RefPermission.READ))
              .isEmpty();
      return mayRead ? project.getName() : "a parent project";
    } catch (PermissionBackendException e) {
      throw new IllegalStateException("cannot tell who may read " + project.getName(), e);
    }
  }

  private static boolean hasLabel(ProjectState project, Config config, String label) {
    return config.getSubsections("label").contains(label)
        || project.getLabelTypes().byLabel(label).isPresent();
  }

  private static CommitValidationMessage message(String text, boolean isError) {
    return new CommitValidationMessage(
        text, isError ? ValidationMessage.Type.ERROR : ValidationMessage.Type.WARNING);
  }

  private static Config config(RevWalk revWalk, RevCommit commit)
      throws IOException, ConfigInvalidException {
    Config config = new Config();
    revWalk.parseHeaders(commit);
    ObjectReader reader = revWalk.getObjectReader();
    try (TreeWalk walk = TreeWalk.forPath(reader, FILE, commit.getTree())) {
      if (walk != null) {
        byte[] text = reader.open(walk.getObjectId(0), Constants.OBJ_BLOB).getBytes();
        config.fromText(new String(text, StandardCharsets.UTF_8));
      }
    }
    return config;
  }
}
