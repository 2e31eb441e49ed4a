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

package com.googlesource.gerrit.plugins.eventletguard.scan.python;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.UsageLines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadGroupFinderTest {
  private static final String THREAD = "oslo_service.threadgroup.ThreadGroup().add_thread().";
  private static final PythonScanner SCANNER =
      new PythonScanner(List.of(new ThreadGroupFinder(RuleCatalog.builtIn())));

  private static List<String> scan(String body) {
    String text =
        """
        from oslo_service import threadgroup


        class Engine:
            def start(self, given):
                tg = threadgroup.ThreadGroup()
                self.group = threadgroup.ThreadGroup(10)
        %s
        """
            .formatted(body.indent(8).stripTrailing());
    return UsageLines.of(SCANNER, "a.py", text);
  }

  @Test
  void methodOfAThreadThatIsNotKeptIsFoundAtItsName() {
    assertThat(scan("tg.add_thread(poll, 1).link(done)"))
        .containsExactly(THREAD + "link @ 8:31-8:35 = link");
  }

  @Test
  void methodOfAThreadInANameIsFoundAtItsChain() {
    assertThat(scan("thread = tg.add_thread(poll)\nthread.link(done, given)"))
        .containsExactly(THREAD + "link @ 9:8-9:19 = thread.link");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "self.group.add_thread(poll).stop()",
        "group = self.group.add_thread(poll)\ngroup.stop()",
        "self.thread = self.group.add_thread(poll)\nself.thread.stop()",
        "self.thread = None\nself.thread = tg.add_thread(poll)\nself.thread.stop()",
        "threadgroup.ThreadGroup().add_thread(poll).stop()",
        "thread = tg.add_thread(poll)\nif given:\n    thread.stop()"
      })
  void threadIsKnownWhateverHoldsIt(String body) {
    assertThat(scan(body)).hasSize(1);
    assertThat(scan(body).getFirst()).startsWith(THREAD + "stop @ ");
  }

  @Test
  void attributeIsKnownInTheOtherMethodsOfItsClass() {
    List<String> found =
        scan(
            """
            self.thread = self.group.add_thread(poll)

            @staticmethod
            def helper(self, thread):
                self.thread.cancel()
            """);

    assertThat(found).containsExactly(THREAD + "cancel @ 12:12-12:30 = self.thread.cancel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tg.cancel()", "if len(tg.threads) >= self.group.max_threads:\n    pass"})
  void whatIsAskedOfTheGroupIsFound(String body) {
    assertThat(scan(body)).hasSize(1);
    assertThat(scan(body).getFirst()).startsWith("oslo_service.threadgroup.ThreadGroup().");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tg.stop()",
        "tg.add_timer(1, poll).stop()",
        "thread = tg.add_thread(poll)\nthread.wait()",
        "given.link(done)",
        "given.add_thread(poll).link(done)",
        "thread = tg.add_thread(poll)\nthread = given\nthread.link(done)",
        "self.other.add_thread(poll).link(done)",
        "thread = given(tg)\nthread.cancel()",
        "def inner(thread):\n    thread.link(done)\nthread = tg.add_thread(poll)"
      })
  void whatProvesNothingIsNothing(String body) {
    assertThat(scan(body)).isEmpty();
  }
}
