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

package com.googlesource.gerrit.plugins.eventletguard.ansible;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds the Zuul jobs, their playbooks, the role and its page to each other. */
class ZuulJobsTest {
  private static final Path ROLE = Path.of("roles/eventlet-guard");
  private static final Pattern ROLE_VARIABLE =
      Pattern.compile("(?m)^\\.\\. zuul:rolevar:: (\\w+)\n(?:   :type: \\w+\n)?   :default: (.*)$");

  private static Object yaml(Path file) throws IOException {
    return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  /** What stands under a key of each item of a list, by the names of the items. */
  private static Map<String, Map<String, Object>> named(String file, String kind)
      throws IOException {
    Map<String, Map<String, Object>> items = new LinkedHashMap<>();
    for (Object item : (List<?>) yaml(Path.of("zuul.d", file))) {
      Map<String, Object> members = map(map(item).get(kind));
      items.put((String) members.get("name"), members);
    }
    return items;
  }

  /** The defaults of the role; lists and templates as they are written. */
  private static Map<String, String> defaults() throws IOException {
    Map<String, String> defaults = new TreeMap<>();
    map(yaml(ROLE.resolve("defaults/main.yaml")))
        .forEach((name, value) -> defaults.put(name, value.toString()));
    return defaults;
  }

  @Test
  void everyPlaybookOfAJobIsThere() throws Exception {
    Map<String, Map<String, Object>> jobs = named("jobs.yaml", "job");
    for (Map<String, Object> job : jobs.values()) {
      for (String phase : List.of("run", "post-run")) {
        if (job.containsKey(phase)) {
          assertWithMessage("%s of %s", phase, job.get("name"))
              .that(Files.exists(Path.of((String) job.get(phase))))
              .isTrue();
        } else {
          assertThat(jobs).containsKey((String) job.get("parent"));
        }
      }
    }
  }

  @Test
  void everyJobOfATemplateIsDefined() throws Exception {
    Set<String> jobs = named("jobs.yaml", "job").keySet();
    Set<String> used = new TreeSet<>();
    for (Map<String, Object> template :
        named("project-templates.yaml", "project-template").values()) {
      for (Object pipeline : template.values()) {
        if (pipeline instanceof Map<?, ?> members) {
          ((List<?>) members.get("jobs")).forEach(job -> used.add((String) job));
        }
      }
    }

    assertThat(used).containsExactlyElementsIn(jobs);
  }

  @Test
  void onlyJobsWithAVoteGate() throws Exception {
    Map<String, Map<String, Object>> jobs = named("jobs.yaml", "job");

    assertThat(jobs.get("eventlet-guard-nv").get("voting")).isEqualTo(false);
    for (Map<String, Object> template :
        named("project-templates.yaml", "project-template").values()) {
      if (template.containsKey("gate")) {
        for (Object job : (List<?>) map(template.get("gate")).get("jobs")) {
          assertThat(jobs.get(job)).doesNotContainKey("voting");
        }
      }
    }
  }

  @Test
  void pageOfTheRoleHasEveryVariableAndItsDefault() throws Exception {
    Map<String, String> documented = new TreeMap<>();
    Matcher matcher = ROLE_VARIABLE.matcher(Files.readString(ROLE.resolve("README.rst")));
    while (matcher.find()) {
      documented.put(matcher.group(1), matcher.group(2).replaceAll("\"(.*?)\"", "$1"));
    }

    assertThat(documented).isEqualTo(defaults());
  }

  @Test
  void pageNamesVariablesJobsAndTemplatesThatExist() throws Exception {
    String page = Files.readString(Path.of("resources/Documentation/zuul.md"));
    Set<String> known = new TreeSet<>(defaults().keySet());
    known.addAll(named("jobs.yaml", "job").keySet());
    known.addAll(named("project-templates.yaml", "project-template").keySet());

    Matcher name =
        Pattern.compile("\\beventlet_guard_\\w+|(?<=- |`)eventlet-guard[-\\w]*(?=[:`\n])")
            .matcher(page);
    while (name.find()) {
      assertThat(known).contains(name.group());
    }
  }

  @Test
  void argumentsThatAreCheckedAreTheVariables() throws Exception {
    Map<String, String> defaults = defaults();
    Map<String, Object> entries =
        map(map(yaml(ROLE.resolve("meta/argument_specs.yaml"))).get("argument_specs"));

    assertThat(map(map(entries.get("main")).get("options")).keySet())
        .containsExactlyElementsIn(defaults.keySet());
    for (Object entry : entries.values()) {
      map(map(entry).get("options"))
          .forEach(
              (name, option) -> {
                assertThat(defaults).containsKey(name);
                if (map(option).containsKey("default")) {
                  assertThat(map(option).get("default").toString()).isEqualTo(defaults.get(name));
                }
              });
    }
  }
}
