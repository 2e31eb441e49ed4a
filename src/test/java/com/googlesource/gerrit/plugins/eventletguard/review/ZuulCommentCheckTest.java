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

package com.googlesource.gerrit.plugins.eventletguard.review;

import static com.google.common.truth.Truth.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZuulCommentCheckTest {
  private static final ZuulCommentCheck CHECK = new ZuulCommentCheck(Set.of("a.py"));

  private static Map<String, Object> comment() {
    Map<String, Object> comment = new HashMap<>();
    comment.put("line", 2);
    comment.put("level", "error");
    comment.put("message", "EVT110 (error) A greenthread is spawned: `eventlet.spawn`");
    comment.put("range", range(1, 8, 2, 0));
    return comment;
  }

  private static Map<String, Object> range(
      int startLine, int startCharacter, int endLine, int endCharacter) {
    Map<String, Object> range = new HashMap<>();
    range.put("start_line", startLine);
    range.put("start_character", startCharacter);
    range.put("end_line", endLine);
    range.put("end_character", endCharacter);
    return range;
  }

  private static Map<String, Object> with(String member, Object value) {
    Map<String, Object> comment = comment();
    comment.put(member, value);
    return comment;
  }

  @Test
  void commentOnAFileOfTheChangeIsFine() {
    assertThat(CHECK.problem("a.py", comment())).isEmpty();
  }

  @Test
  void commentBelongsToAFileOfTheChange() {
    assertThat(CHECK.problem("b.py", comment())).hasValue("the change has no such file");
  }

  @Test
  void commentHasWhatZuulKnowsAndNothingElse() {
    assertThat(CHECK.problem("a.py", with("unresolved", true))).isPresent();
    assertThat(CHECK.problem("a.py", with("level", "fatal"))).isPresent();
    assertThat(CHECK.problem("a.py", with("message", " "))).isPresent();
    assertThat(CHECK.problem("a.py", with("line", 0))).isPresent();
    assertThat(CHECK.problem("a.py", with("line", "2"))).isPresent();
    assertThat(CHECK.problem("a.py", with("range", null))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"0,0,1,1", "1,-1,1,1", "2,0,1,5", "1,5,1,4", "1,5,2,-1"})
  void rangeEndsAfterItsStart(int startLine, int startCharacter, int endLine, int endCharacter) {
    Map<String, Object> comment =
        with("range", range(startLine, startCharacter, endLine, endCharacter));

    assertThat(CHECK.problem("a.py", comment)).hasValue("its range is none");
  }

  @Test
  void rangeHasNumbersAlone() {
    Map<String, Object> range = range(1, 0, 1, 1);
    range.put("end_line", "1");
    assertThat(CHECK.problem("a.py", with("range", range))).isPresent();

    Map<String, Object> more = range(1, 0, 1, 1);
    more.put("side", 1);
    assertThat(CHECK.problem("a.py", with("range", more))).isPresent();
  }
}
