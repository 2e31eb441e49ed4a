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

import com.google.common.base.Strings;
import com.google.common.flogger.FluentLogger;
import com.google.gerrit.extensions.annotations.PluginName;
import com.google.gerrit.server.config.PluginConfigFactory;
import com.google.gerrit.server.project.ProjectState;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a project's settings: for each key the value of the project itself, else of the nearest
 * ancestor that has one ({@link Inheritance}).
 *
 * <p>It walks the ancestors itself, where the server could merge them, to be able to say whose file
 * has a bad value.
 */
@Singleton
public final class ProjectSettingsReader {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  private final PluginConfigFactory configFactory;
  private final String pluginName;
  private final ServerSettings serverSettings;
  private final Once once = new Once();

  @Inject
  ProjectSettingsReader(
      PluginConfigFactory configFactory,
      @PluginName String pluginName,
      ServerSettings serverSettings) {
    this.configFactory = configFactory;
    this.pluginName = pluginName;
    this.serverSettings = serverSettings;
  }

  /** The settings that hold for a project now; never throws because of a bad value. */
  public ProjectSettings read(ProjectState project) {
    ConfigValues values =
        new ConfigValues(
            section(),
            key -> value(project, key),
            problem -> {
              if (once.first(problem.warning())) {
                logger.atWarning().log("%s", problem.warning());
              }
            });
    return ProjectSettings.of(values, serverSettings.maxInlineComments());
  }

  /**
   * What holds for a key.
   *
   * @param value as text; empty where nothing is set and there is no default
   * @param origin the project whose file has the value; empty when it is the default
   */
  public record Setting(String key, String value, Optional<ProjectState> origin) {}

  /** Every key of a project with what holds for it now, whether it is set or not. */
  public List<Setting> explain(ProjectState project) {
    List<Setting> settings = new ArrayList<>();
    ConfigValues values =
        new ConfigValues(
            section(),
            key -> value(project, key),
            problem -> {},
            (key, value) -> settings.add(new Setting(key, value, owner(project, key))));
    var unused = ProjectSettings.of(values, serverSettings.maxInlineComments());
    return settings;
  }

  private String section() {
    return "[plugin \"%s\"]".formatted(pluginName);
  }

  /** Reads every key that there is, for what it says about them. */
  void readEveryKey(ConfigValues values) {
    var unused = ProjectSettings.of(values, maxInlineComments());
  }

  /** What the site allows at most. */
  int maxInlineComments() {
    return serverSettings.maxInlineComments();
  }

  /** The first of some projects that enforces the plugin. */
  Optional<ProjectState> enforcedBy(Iterable<ProjectState> projects) {
    return Inheritance.owner(
            projects, project -> text(project, Inheritance.ENABLED), Inheritance.ENABLED)
        .filter(
            project ->
                Enablement.parseOrNull(text(project, Inheritance.ENABLED).strip())
                    == Enablement.ENFORCED);
  }

  private Optional<ConfigValues.Value> value(ProjectState project, String key) {
    return owner(project, key)
        .map(
            owner ->
                new ConfigValues.Value(text(owner, key), "project.config of " + owner.getName()));
  }

  /** The project whose value of a key holds. */
  private Optional<ProjectState> owner(ProjectState project, String key) {
    return Inheritance.owner(project.tree(), ancestor -> text(ancestor, key), key);
  }

  /** The value that holds of a key; null when it is not set, and not null when it is blank. */
  static String lastOrNull(String[] values) {
    return values.length == 0 ? null : Strings.nullToEmpty(values[values.length - 1]);
  }

  private String text(ProjectState project, String key) {
    return lastOrNull(configFactory.getFromProjectConfig(project, pluginName).getStringList(key));
  }
}
