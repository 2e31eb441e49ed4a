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

package com.googlesource.gerrit.plugins.eventletguard.e2e;

import com.googlesource.gerrit.plugins.eventletguard.server.GerritClient;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.SshClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Somebody with an account.
 *
 * @param name the user name, which is also the password
 */
record Person(GerritServer gerrit, String name) {
  /** Makes the account, and a group with nobody else in it. */
  static Person create(GerritServer gerrit, String name) throws IOException, InterruptedException {
    Person person = new Person(gerrit, name);
    gerrit
        .client()
        .put(
            "accounts/" + name,
            Map.of("name", name, "email", person.mail(), "http_password", name));
    gerrit.client().put("groups/" + person.group(), Map.of("members", List.of(name)));
    return person;
  }

  /** The group that has nobody else in it. */
  String group() {
    return "only-" + name;
  }

  String mail() {
    return name + "@example.com";
  }

  /** The server as this person sees it over REST. */
  GerritClient client() {
    return new GerritClient(gerrit.site().url(), name, name);
  }

  /** The server as this person sees it over SSH. */
  SshClient ssh() throws IOException, InterruptedException {
    return gerrit.ssh(name).register(client());
  }

  /** Asks for a mail about everything that happens in a project. */
  void watch(GerritProject project) throws IOException, InterruptedException {
    client()
        .postList(
            "accounts/self/watched.projects",
            List.of(Map.of("project", project.name(), "notify_all_comments", true)));
  }
}
