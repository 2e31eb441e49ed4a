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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SeriesCalendarTest {
  private static final SeriesCalendar CALENDAR = SeriesCalendar.builtIn();
  private static final LocalDate IN_2026_2 = LocalDate.of(2026, 5, 1);

  private static String ofBranch(String branch) {
    return CALENDAR.ofBranch(branch, IN_2026_2).id();
  }

  @Test
  void stableBranchBelongsToItsSeries() {
    assertThat(ofBranch("refs/heads/stable/2026.1")).isEqualTo("2026.1");
  }

  @Test
  void unmaintainedBranchBelongsToItsSeries() {
    assertThat(ofBranch("unmaintained/2024.1")).isEqualTo("2024.1");
  }

  @Test
  void seriesHasANameAsWell() {
    assertThat(ofBranch("stable/zed")).isEqualTo("2022.2");
  }

  @Test
  void laterSeriesThanTheCalendarsIsItself() {
    assertThat(ofBranch("stable/2031.1")).isEqualTo("2031.1");
  }

  @Test
  void otherBranchesBelongToTheSeriesUnderDevelopment() {
    assertThat(ofBranch("master")).isEqualTo("2026.2");
    assertThat(ofBranch("bugfix/27.0")).isEqualTo("2026.2");
    assertThat(ofBranch("stable/elsewhere")).isEqualTo("2026.2");
  }

  @Test
  void nextSeriesStartsOnTheDayOfTheRelease() {
    assertThat(CALENDAR.current(LocalDate.of(2026, 9, 29)).id()).isEqualTo("2026.2");
    assertThat(CALENDAR.current(LocalDate.of(2026, 9, 30)).id()).isEqualTo("2027.1");
  }

  @Test
  void afterTheCalendarItsLastSeriesGoesOn() {
    assertThat(CALENDAR.current(LocalDate.of(2040, 1, 1)).id()).isEqualTo("2027.2");
  }

  @Test
  void calendarKnowsTheDatesOfTheGoal() {
    assertThat(CALENDAR.support().id()).isEqualTo("2026.2");
    assertThat(CALENDAR.deprecation().id()).isEqualTo("2027.1");
    assertThat(CALENDAR.retirement().id()).isEqualTo("2027.2");
  }

  @Test
  void wrongCalendarSaysWhatIsWrong() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> SeriesCalendar.parse("[series \"2026.3\"]\n[goal]\nretirement = 2027.2\n"));

    assertThat(error).hasMessageThat().contains("2026.3");
  }
}
