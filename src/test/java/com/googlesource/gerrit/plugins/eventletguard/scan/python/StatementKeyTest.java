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
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which statements count as the same when they move. */
class StatementKeyTest {
  private static final PythonScanner SCANNER =
      new PythonScanner(List.of(new EventletFinder(RuleCatalog.builtIn())));

  /** The key of the last usage in a text. */
  private static String key(String text) {
    return SCANNER
        .scan(SourceText.of("module.py", "import eventlet\n" + text + "\n"))
        .getLast()
        .statement();
  }

  @Test
  void layoutCommentsAndQuotesDoNotMatter() {
    assertThat(key("if x:\n    eventlet.spawn(f, 'a',\n        b=(1),  # why\n    )"))
        .isEqualTo(key("eventlet.spawn(f, \"a\", b=1)"));
  }

  @Test
  void adjacentLiteralsAreOneString() {
    assertThat(key("eventlet.spawn('a' 'b')")).isEqualTo(key("eventlet.spawn('ab')"));
  }

  @Test
  void argumentsMatter() {
    assertThat(key("eventlet.sleep(0)")).isNotEqualTo(key("eventlet.sleep(1)"));
  }

  @Test
  void textIsNotANumber() {
    assertThat(key("eventlet.sleep(1)")).isNotEqualTo(key("eventlet.sleep('1')"));
  }

  @Test
  void bytesAreNotText() {
    assertThat(key("eventlet.send(b'x')")).isNotEqualTo(key("eventlet.send('x')"));
  }

  @Test
  void longStatementsThatDifferAtTheEndDiffer() {
    String arguments = "argument, ".repeat(100);
    assertThat(key("eventlet.spawn(" + arguments + "1)"))
        .isNotEqualTo(key("eventlet.spawn(" + arguments + "2)"));
  }

  @Test
  void bodyOfACompoundStatementDoesNotMatter() {
    assertThat(key("with eventlet.Timeout(1):\n    a()"))
        .isEqualTo(key("with eventlet.Timeout(1):\n    b()"));
  }

  @Test
  void decoratorStandsForItself() {
    assertThat(key("@eventlet.wrap\ndef f(): pass"))
        .isEqualTo(key("@other\n@eventlet.wrap\nclass A: pass"));
  }

  @Test
  void otherNamesOfAnImportDoNotMatter() {
    assertThat(key("from eventlet import (\n    a,\n    b)"))
        .isEqualTo(key("from eventlet import b"));
  }

  @Test
  void printIsOneStatementInBothLanguages() {
    assertThat(key("print 'x', eventlet.a")).isEqualTo(key("print('x', eventlet.a)"));
  }

  @Test
  void printToAStreamIsOneStatementInBothLanguages() {
    assertThat(key("print >>eventlet.a, 'x' % y, 'z'"))
        .isEqualTo(key("print('x' % y, 'z', file=eventlet.a)"));
  }

  @Test
  void handlerIsOneStatementInBothLanguages() {
    assertThat(key("try: pass\nexcept eventlet.Timeout, e: pass"))
        .isEqualTo(key("try: pass\nexcept eventlet.Timeout as e: pass"));
  }

  @Test
  void raiseIsOneStatementInBothLanguages() {
    assertThat(key("raise eventlet.Timeout, 'x'")).isEqualTo(key("raise eventlet.Timeout('x')"));
  }
}
