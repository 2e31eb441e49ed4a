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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.googlesource.gerrit.plugins.eventletguard.cli.Invocation.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --format html} prints: one page that needs nothing else. */
class HtmlTest {
  @TempDir Path folder;

  private Invocation diff(String before, String after) throws Exception {
    Files.writeString(Files.createDirectories(folder.resolve("before")).resolve("a.py"), before);
    Files.writeString(Files.createDirectories(folder.resolve("after")).resolve("a.py"), after);
    return run(
        "diff",
        "--format",
        "html",
        "--no-index",
        folder.resolve("before").toString(),
        folder.resolve("after").toString());
  }

  @Test
  void pageMarksTheRangeInItsCode() throws Exception {
    String page = diff("", "import eventlet\n\neventlet.spawn(print)  # go\n").out();

    assertThat(page).contains("<title>Eventlet Guard: 2 uses of Eventlet</title>");
    assertThat(page)
        .contains("<span class=\"n\">3</span><mark>eventlet.spawn</mark>(print)  # go\n");
    assertThat(page).contains("<code>threading.Thread");
  }

  @Test
  void codeOfTheChangeIsTextAndNeverMarkup() throws Exception {
    String page = diff("", "import eventlet; s = '<script>alert(1)</script>'\n").out();

    assertThat(page).doesNotContain("<script");
    assertThat(page).contains("&lt;script&gt;alert(1)");
  }

  @Test
  void safeFixIsShownAsTheLinesThatGoAndCome() throws Exception {
    String page = diff("", "import os\n\nimport eventlet\n\neventlet.sleep(1)  # <b>\n").out();

    assertThat(page)
        .contains(
            """
            <div>A safe fix is known: Call time.sleep instead.</div>
            <pre tabindex="0" aria-label="The fix of line 5">\
            <span class="n"></span><span class="new">+ import time</span>
            <span class="n"></span><span class="quiet">… </span>
            <span class="n">3</span><span class="gone">- import eventlet</span>
            <span class="n">4</span><span class="gone">- </span>
            <span class="n">5</span><span class="gone">- eventlet.sleep(1)  # &lt;b&gt;</span>
            <span class="n"></span><span class="new">+ time.sleep(1)  # &lt;b&gt;</span>
            </pre>
            """);
  }

  @Test
  void pageAsksForNothingElse() throws Exception {
    String page = diff("", "import eventlet\n").out();

    assertThat(page).doesNotContainMatch("(?i)<(link|script|img|iframe)|url\\(|@import| src=");
  }

  @Test
  void cleanChangeHasAPageThatSaysSo() throws Exception {
    Invocation html = diff("", "import time\n");

    assertThat(html.status()).isEqualTo(0);
    assertThat(html.out()).contains("<h1>No use of Eventlet</h1>");
    assertThat(html.out()).doesNotContain("By rule");
  }

  @Test
  void silencedFindingIsListedWithItsReason() throws Exception {
    assertThat(diff("", "import eventlet  # noqa: EVT100\n").out())
        .contains("EVT100: A comment <code>noqa: EVT100</code> silences it.");
  }

  @Test
  void scanHasAPageOfItsFiles() throws Exception {
    Path file = Files.writeString(folder.resolve("b.py"), "import eventlet\n");

    assertThat(run("scan", "--format", "html", file.toString()).out())
        .contains("import <mark>eventlet</mark>");
  }

  @Test
  void findingThatNoGuideIsAboutLinksToNone() throws Exception {
    Path settings =
        Files.createDirectories(folder.resolve("after")).resolve(".eventlet-guard.config");
    Files.writeString(settings, "[branch]\n\tstage = duel\n");

    String page = diff("", "").out();

    assertThat(page).contains("<td>EVT001</td>");
    assertThat(page).doesNotContain("Read more in the guide");
  }
}
