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
package com.googlesource.gerrit.plugins.eventletguard.gerrit;

import static com.google.common.truth.Truth.assertThat;

import com.google.gerrit.exceptions.StorageException;
import com.google.gerrit.extensions.restapi.AuthException;
import com.google.gerrit.extensions.restapi.ResourceNotFoundException;
import com.google.gerrit.extensions.restapi.RestApiException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is seen when the server is asked in the name of an uploader. */
class UploaderAccessTest {
  private static final ChangeKey CHANGE = new ChangeKey("nova", 1);

  @Test
  void whatTheServerGivesIsSeen() {
    assertThat(UploaderAccess.succeeds(() -> {}, CHANGE)).isTrue();
  }

  @Test
  void whatTheServerDoesNotGiveIsNotSeenWhyever() {
    for (RestApiException failure :
        List.of(
            new ResourceNotFoundException("a commit"),
            new AuthException("not permitted"),
            RestApiException.wrap("broken", new IllegalStateException()))) {
      assertThat(
              UploaderAccess.succeeds(
                  () -> {
                    throw failure;
                  },
                  CHANGE))
          .isFalse();
    }
  }

  @Test
  void serverThatFailsCostsNoScan() {
    for (RuntimeException failure :
        List.of(new StorageException("no index"), new IllegalStateException("no reader"))) {
      assertThat(
              UploaderAccess.succeeds(
                  () -> {
                    throw failure;
                  },
                  CHANGE))
          .isFalse();
    }
  }
}
