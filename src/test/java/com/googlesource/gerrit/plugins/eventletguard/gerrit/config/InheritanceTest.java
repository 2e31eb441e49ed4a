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

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three levels: All-Projects, openstack, nova. */
final class InheritanceTest {
  @Test
  void valueOfTheProjectHolds() {
    assertThat(owner("failOn", Map.of("nova", "error", "openstack", "warning"))).isEqualTo("nova");
  }

  @Test
  void valueOfTheNearestAncestorHolds() {
    assertThat(owner("failOn", Map.of("openstack", "error", "All-Projects", "warning")))
        .isEqualTo("openstack");
  }

  @Test
  void valueOfTheRootHoldsWhereNobodyElseSetsIt() {
    assertThat(owner("failOn", Map.of("All-Projects", "error"))).isEqualTo("All-Projects");
  }

  @Test
  void keyThatNobodySetsIsNobodys() {
    assertThat(owner("failOn", Map.of())).isEqualTo("nobody");
  }

  @Test
  void blankValueOverrides() {
    assertThat(owner("label", Map.of("nova", "", "openstack", "Eventlet-Free"))).isEqualTo("nova");
  }

  @Test
  void choiceToInheritIsNoValue() {
    assertThat(owner("failOn", Map.of("nova", "INHERIT", "openstack", "error")))
        .isEqualTo("openstack");
  }

  @Test
  void projectCanDisableWhatItsParentEnables() {
    assertThat(owner("enabled", Map.of("nova", "false", "openstack", "true"))).isEqualTo("nova");
  }

  @Test
  void projectCannotDisableWhatAnAncestorEnforces() {
    assertThat(owner("enabled", Map.of("nova", "false", "All-Projects", "enforced")))
        .isEqualTo("All-Projects");
    assertThat(
            owner(
                "enabled",
                Map.of("nova", "true", "openstack", "Enforced ", "All-Projects", "false")))
        .isEqualTo("openstack");
  }

  @Test
  void onlyEnablingCanBeEnforced() {
    assertThat(owner("label", Map.of("nova", "Verified", "openstack", "enforced")))
        .isEqualTo("nova");
  }

  private static String owner(String key, Map<String, String> values) {
    return Inheritance.owner(List.of("nova", "openstack", "All-Projects"), values::get, key)
        .orElse("nobody");
  }
}
