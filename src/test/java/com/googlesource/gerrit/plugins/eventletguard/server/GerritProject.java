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

package com.googlesource.gerrit.plugins.eventletguard.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A project of a server, set up as an administrator does it. */
public final class GerritProject {
  public static final String ALL_PROJECTS = "All-Projects";

  private static final String CONFIG = "refs/meta/config";
  private static final String PLUGIN = "plugin.eventlet-guard.";

  private final GerritClient client;
  private final URI url;
  private final String name;

  private GerritProject(GerritClient client, URI url, String name) {
    this.client = client;
    this.url = url;
    this.name = name;
  }

  /**
   * Makes a project with one empty commit on its branch {@code master}.
   *
   * @param parent whose settings it inherits
   */
  public static GerritProject create(GerritSite site, String name, String parent)
      throws IOException, InterruptedException {
    GerritProject project = existing(site, name);
    project.client.put(
        "projects/" + GerritClient.encoded(name),
        Map.of("parent", parent, "create_empty_commit", true, "branches", List.of("master")));
    return project;
  }

  /** A project that the server has. */
  public static GerritProject existing(GerritSite site, String name) {
    return new GerritProject(new GerritClient(site.url()), site.url(), name);
  }

  public String name() {
    return name;
  }

  /** Clones it, with HEAD on {@code master}. */
  public GitClone cloneTo(Path directory) throws IOException, InterruptedException {
    return GitClone.of(url, name, directory);
  }

  /** Lets administrators push branches and settings without review, which a fresh site does not. */
  public void allowAdministratorsToPush() throws IOException, InterruptedException {
    grant("refs/heads/*", "push", Map.of(), "Administrators");
    grant("refs/meta/config", "push", Map.of(), "Administrators");
  }

  /** Lets service users vote. */
  public void allowServiceUsersToVote(String label, int least, int most)
      throws IOException, InterruptedException {
    grant("refs/heads/*", "label-" + label, Map.of("min", least, "max", most), "Service Users");
  }

  /** Defines the label that the documentation recommends: a verdict of −1 or 0. */
  public void defineLabel(String label) throws IOException, InterruptedException {
    client.put(
        "projects/%s/labels/%s".formatted(GerritClient.encoded(name), GerritClient.encoded(label)),
        Map.of(
            "commit_message",
            "Define the label " + label,
            "function",
            "NoBlock",
            "copy_condition",
            "is:MIN",
            "values",
            Map.of("-1", "Introduces Eventlet usage", " 0", "No verdict")));
  }

  /**
   * Sets the plugin's keys in {@code project.config}, by a push as project owners do it.
   *
   * @param directory a new folder for the clone that it takes
   */
  public void configurePlugin(Map<String, String> settings, Path directory)
      throws IOException, InterruptedException {
    var unused = pushPluginSettings(settings, directory, CONFIG);
  }

  /**
   * The same to another ref, such as that which makes a review of it.
   *
   * @return what git printed
   * @throws IOException if it is refused; the message holds what git printed
   */
  public String pushPluginSettings(Map<String, String> settings, Path directory, String ref)
      throws IOException, InterruptedException {
    GitClone clone = cloneTo(directory);
    clone.git("fetch", "-q", "origin", CONFIG);
    clone.git("checkout", "-q", "FETCH_HEAD");
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      clone.git("config", "-f", "project.config", PLUGIN + setting.getKey(), setting.getValue());
    }
    clone.commit("Configure the plugin eventlet-guard", GitClone.newChangeId());
    return clone.git("push", "origin", "HEAD:" + ref);
  }

  /**
   * Lets nobody but the members of groups, the service account and administrators read a project.
   *
   * @param readers who may read branches and changes
   * @param owners who own the project besides
   */
  public void hideFromAllBut(String readers, String owners)
      throws IOException, InterruptedException {
    grant("refs/*", "owner", Map.of(), owners);
    hideRefFromAllBut("refs/heads/*", readers, owners);
    hideRefFromAllBut("refs/*", readers, owners);
    // All-Projects shows it to everybody, and with it that there is the project.
    hideRefFromAllBut("refs/meta/version", readers, owners);
  }

  /** Lets nobody but the members of groups, the service account and administrators read a ref. */
  public void hideRefFromAllBut(String ref, String... readers)
      throws IOException, InterruptedException {
    Map<String, Object> rules = new HashMap<>();
    for (String group : readers) {
      rules.put(groupId(group), Map.of("action", "ALLOW"));
    }
    for (String group : List.of("Service Users", "Administrators")) {
      rules.put(groupId(group), Map.of("action", "ALLOW"));
    }
    Map<String, Object> read = Map.of("exclusive", true, "rules", rules);
    client.post(
        "projects/%s/access".formatted(GerritClient.encoded(name)),
        Map.of("add", Map.of(ref, Map.of("permissions", Map.of("read", read)))));
  }

  private String groupId(String group) throws IOException, InterruptedException {
    return client
        .get("groups/" + GerritClient.encoded(group))
        .getAsJsonObject()
        .get("id")
        .getAsString();
  }

  /** Takes from service users what lets them vote. */
  public void forbidServiceUsersToVote(String label) throws IOException, InterruptedException {
    client.post(
        "projects/%s/access".formatted(GerritClient.encoded(name)),
        Map.of(
            "remove",
            Map.of(
                "refs/heads/*",
                Map.of(
                    "permissions",
                    Map.of(
                        "label-" + label,
                        Map.of("rules", Map.of(groupId("Service Users"), Map.of())))))));
  }

  /** Gives a label another name. */
  public void renameLabel(String label, String newName) throws IOException, InterruptedException {
    client.put(
        "projects/%s/labels/%s".formatted(GerritClient.encoded(name), GerritClient.encoded(label)),
        Map.of("commit_message", "Rename the label " + label, "name", newName));
  }

  /** Takes a label away. */
  public void deleteLabel(String label) throws IOException, InterruptedException {
    client.delete(
        "projects/%s/labels/%s".formatted(GerritClient.encoded(name), GerritClient.encoded(label)));
  }

  private void grant(String ref, String permission, Map<String, ?> range, String group)
      throws IOException, InterruptedException {
    Map<String, Object> rule = new HashMap<>(range);
    rule.put("action", "ALLOW");
    Map<String, Object> permissionInfo =
        new HashMap<>(Map.of("rules", Map.of(groupId(group), rule)));
    if (permission.startsWith("label-")) {
      permissionInfo.put("label", permission.substring("label-".length()));
    }
    client.post(
        "projects/%s/access".formatted(GerritClient.encoded(name)),
        Map.of("add", Map.of(ref, Map.of("permissions", Map.of(permission, permissionInfo)))));
  }
}
