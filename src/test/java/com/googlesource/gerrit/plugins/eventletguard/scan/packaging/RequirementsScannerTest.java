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

package com.googlesource.gerrit.plugins.eventletguard.scan.packaging;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.UsageLines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementsScannerTest {
  private static final RequirementsScanner SCANNER =
      new RequirementsScanner(new RequirementNames(RuleCatalog.builtIn()));

  @Test
  void rangeIsTheSpecifierWithoutItsComment() {
    assertThat(scan("six>=1\neventlet>=0.36.1,!=0.40.0 # MIT\n"))
        .containsExactly("eventlet @ 2:0-2:25 = eventlet>=0.36.1,!=0.40.0");
  }

  @Test
  void rangeHoldsTheMarker() {
    assertThat(scan("eventlet>=0.36.1 ; python_version < '3.13'  # MIT\n"))
        .containsExactly("eventlet @ 1:0-1:42 = eventlet>=0.36.1 ; python_version < '3.13'");
  }

  @Test
  void hashesAreNotPartOfTheSpecifier() {
    assertThat(scan("eventlet==0.36.1 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"))
        .containsExactly("eventlet @ 1:0-1:16 = eventlet==0.36.1");
  }

  @Test
  void hashOnTheSameLineIsNotPartOfTheSpecifier() {
    assertThat(scan("eventlet==0.36.1 --hash=sha256:aa\n"))
        .containsExactly("eventlet @ 1:0-1:16 = eventlet==0.36.1");
  }

  @Test
  void indentationIsNotPartOfTheSpecifier() {
    assertThat(scan("  eventlet\r\n")).containsExactly("eventlet @ 1:2-1:10 = eventlet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eventlet",
        "Eventlet",
        "EVENTLET>=1",
        "eventlet ~= 0.36",
        "eventlet===0.36.1",
        "eventlet(>=0.40)",
        "eventlet [ssl] >=0.40",
        "eventlet@https://example.org/eventlet.tar.gz",
        "eventlet @ git+https://example.org/eventlet",
        "eventlet;python_version<'3'",
        "-e git+https://example.org/eventlet.git#egg=eventlet",
        "--editable=git+https://example.org/e#egg=Eventlet",
        "git+https://example.org/e@master#subdirectory=x&egg=eventlet"
      })
  void spellingOfOneRequirementIsFound(String line) {
    assertThat(symbols(line)).containsExactly("eventlet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# eventlet",
        "event_let",
        "eventlet-extras>=1",
        "eventlet.plugin",
        "my-eventlet",
        "-r eventlet.txt",
        "-c eventlet-constraints.txt",
        "--find-links https://example.org/eventlet",
        "eventlet is no requirement",
        "eventlet_",
        "./eventlet",
        "eventlet/sub",
        "{{ eventlet }}",
        ""
      })
  void otherLineIsNothing(String line) {
    assertThat(symbols(line)).isEmpty();
  }

  @Test
  void extraThatBringsEventletIsFoundByItsNormalisedName() {
    assertThat(scan("Oslo.Messaging[kafka,Eventlet]>=1\n"))
        .containsExactly("oslo-messaging[eventlet] @ 1:0-1:33 = Oslo.Messaging[kafka,Eventlet]>=1");
  }

  @Test
  void requirementInTheLinesOfAHashIsNotReadTwice() {
    assertThat(symbols("six==1 \\\n  eventlet\n")).isEmpty();
  }

  @Test
  void statementIsTheSameForEveryVersionAndMarker() {
    assertThat(
            UsageLines.statements(
                SCANNER, "requirements.txt", "eventlet>=1\nEventlet<2;python_version<'3'\n"))
        .containsExactly("requirement eventlet", "requirement eventlet");
  }

  private static List<String> scan(String text) {
    return UsageLines.of(SCANNER, "requirements.txt", text);
  }

  private static List<String> symbols(String text) {
    return scan(text).stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
  }
}
