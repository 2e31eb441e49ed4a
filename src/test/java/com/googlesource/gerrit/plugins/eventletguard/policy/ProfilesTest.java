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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of settings for projects. */
class ProfilesTest {
  private static final Path FOLDER = Path.of("docs", "profiles");

  private static Map<String, SettingsFile> profiles() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      Map<String, SettingsFile> profiles = new TreeMap<>();
      for (Path file : files.toList()) {
        profiles.put(
            file.getFileName().toString().replace(".config", ""),
            SettingsFile.parse(file.toString(), Files.readString(file), RuleCatalog.builtIn()));
      }
      return profiles;
    }
  }

  @Test
  void everyProfileIsValid() throws Exception {
    profiles().forEach((name, file) -> assertWithMessage(name).that(file.problems()).isEmpty());
  }

  @Test
  void everyProjectOfTheReportHasOne() throws Exception {
    assertThat(profiles().keySet())
        .containsAtLeastElementsIn(
            List.of(
                "octavia",
                "neutron",
                "mistral",
                "glance",
                "oslo",
                "nova",
                "swift",
                "manila",
                "cinder",
                "heat",
                "designate",
                "blazar",
                "watcher",
                "ironic"));
  }
}
