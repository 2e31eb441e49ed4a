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

package com.googlesource.gerrit.plugins.eventletguard.rules;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class SymbolNamesTest {
  @Test
  void nameOfThePackageIsTheNameOfItsHome() {
    assertThat(SymbolNames.canonical("eventlet.spawn")).isEqualTo("eventlet.greenthread.spawn");
  }

  @Test
  void attributeOfANameOfThePackageGoesWithIt() {
    assertThat(SymbolNames.canonical("eventlet.GreenPool.imap"))
        .isEqualTo("eventlet.greenpool.GreenPool.imap");
  }

  @Test
  void canonicalNameStays() {
    assertThat(SymbolNames.canonical("eventlet.greenthread.spawn"))
        .isEqualTo("eventlet.greenthread.spawn");
  }

  @Test
  void unknownNameStays() {
    assertThat(SymbolNames.canonical("eventlet.spawning")).isEqualTo("eventlet.spawning");
  }

  @Test
  void sameNameInAnotherPackageStays() {
    assertThat(SymbolNames.canonical("pexpect.spawn")).isEqualTo("pexpect.spawn");
  }

  @Test
  void privateBackendIsTheBackend() {
    assertThat(SymbolNames.canonical("oslo_service.backend._eventlet.service"))
        .isEqualTo("oslo_service.backend.eventlet.service");
  }

  @Test
  void moduleWhosePrefixIsThePrivateBackendStays() {
    assertThat(SymbolNames.canonical("oslo_service.backend._eventlets"))
        .isEqualTo("oslo_service.backend._eventlets");
  }

  @Test
  void nameOfThePackageIsTheShortNameOfItsHome() {
    assertThat(SymbolNames.shortName("eventlet.greenthread.spawn")).hasValue("eventlet.spawn");
  }

  @Test
  void nameThatThePackageDoesNotOfferHasNoShortName() {
    assertThat(SymbolNames.shortName("eventlet.queue.LifoQueue")).isEmpty();
    assertThat(SymbolNames.shortName("eventlet.hubs.Queue")).isEmpty();
    assertThat(SymbolNames.shortName("eventlet.spawn")).isEmpty();
  }
}
