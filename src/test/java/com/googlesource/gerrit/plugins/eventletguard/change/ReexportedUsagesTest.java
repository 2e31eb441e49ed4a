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

package com.googlesource.gerrit.plugins.eventletguard.change;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a change does to usages that come through modules of the same tree. */
class ReexportedUsagesTest {
  private static final String FACADE = "from eventlet import GreenPool\n";
  private static final String USER =
      "from app.facade import GreenPool\n\n\ndef pool():\n    return GreenPool(10)\n";

  private final TestRepository repository = new TestRepository();

  @AfterEach
  void close() {
    repository.close();
  }

  /** A tree of the package {@code app}, with paths and texts in turn. */
  private static Map<String, String> app(String... files) {
    Map<String, String> tree = new TreeMap<>();
    tree.put("app/__init__.py", "");
    for (int i = 0; i < files.length; i += 2) {
      tree.put("app/" + files[i], files[i + 1]);
    }
    return tree;
  }

  private static List<String> places(Collection<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                "%s:%d %s%s"
                    .formatted(
                        finding.path(),
                        finding.range().startLine(),
                        finding.usage().symbol(),
                        finding.usage().via().map(via -> " " + via.modules()).orElse("")))
        .toList();
  }

  @Test
  void newUseThroughAnUntouchedModuleIsIntroduced() throws Exception {
    ChangeReport report =
        repository.diff(app("facade.py", FACADE), app("facade.py", FACADE, "user.py", USER));

    assertThat(places(report.introduced()))
        .containsExactly(
            "app/user.py:1 eventlet.GreenPool [app/facade.py]",
            "app/user.py:5 eventlet.GreenPool [app/facade.py]");
  }

  @Test
  void whatStoodBeforeIsKept() throws Exception {
    ChangeReport report =
        repository.diff(
            app("facade.py", FACADE, "user.py", USER),
            app("facade.py", FACADE, "user.py", "import os\n" + USER + "\n\nos.getpid()\n"));

    assertThat(report.introduced()).isEmpty();
    assertThat(report.kept()).isEqualTo(2);
  }

  @Test
  void useThatGoesThroughAModuleNowIsNotNew() throws Exception {
    ChangeReport report =
        repository.diff(
            app("facade.py", FACADE, "user.py", USER.replace("app.facade", "eventlet")),
            app("facade.py", FACADE, "user.py", USER));

    assertThat(report.shifted()).isEmpty();
    assertThat(places(report.introduced())).isEmpty();
  }

  @Test
  void importThatLeavesAModuleOutIsNew() throws Exception {
    ChangeReport report =
        repository.diff(
            app("facade.py", FACADE, "user.py", USER),
            app("facade.py", FACADE, "user.py", USER.replace("app.facade", "eventlet")));

    assertThat(places(report.introduced())).containsExactly("app/user.py:1 eventlet.GreenPool");
    assertThat(report.shifted()).isEmpty();
  }

  @Test
  void useThatLeavesAModuleOutIsNew() throws Exception {
    String through = "from app import facade\n\nPOOL = facade.GreenPool(size=10, module=None)\n";
    String direct = through.replace("from app import facade", "import eventlet");

    ChangeReport report =
        repository.diff(
            app("facade.py", FACADE, "user.py", through),
            app("facade.py", FACADE, "user.py", direct.replace("facade", "eventlet")));

    assertThat(places(report.introduced()))
        .containsExactly("app/user.py:1 eventlet", "app/user.py:3 eventlet.GreenPool");
  }

  @Test
  void untouchedModulesWhoseNamesNowLeadToEventletAreShifted() throws Exception {
    ChangeReport report =
        repository.diff(
            app("facade.py", "from futurist import ThreadPool as GreenPool\n", "user.py", USER),
            app("facade.py", FACADE, "user.py", USER));

    assertThat(places(report.introduced())).containsExactly("app/facade.py:1 eventlet.GreenPool");
    assertThat(places(report.shifted()))
        .containsExactly(
            "app/user.py:1 eventlet.GreenPool [app/facade.py]",
            "app/user.py:5 eventlet.GreenPool [app/facade.py]");
  }

  @Test
  void untouchedModulesThatLeadElsewhereNowAreNotShifted() throws Exception {
    ChangeReport report =
        repository.diff(
            app("facade.py", FACADE, "user.py", USER),
            app("facade.py", "from futurist import ThreadPool as GreenPool\n", "user.py", USER));

    assertThat(report.introduced()).isEmpty();
    assertThat(report.shifted()).isEmpty();
  }

  @Test
  void moduleThatMovesTakesItsNamesAlong() throws Exception {
    ChangeReport report =
        repository.diff(
            app("facade.py", FACADE, "user.py", USER),
            app("green.py", FACADE, "user.py", USER.replace("app.facade", "app.green")));

    assertThat(report.introduced()).isEmpty();
    assertThat(report.kept()).isEqualTo(3);
  }

  @Test
  void mergeBringsNothingThatAParentHas() throws Exception {
    var base = repository.commit(repository.tree(app("facade.py", FACADE)));
    var ours = repository.commit(repository.tree(app("facade.py", FACADE, "user.py", USER)), base);
    var theirs =
        repository.commit(repository.tree(app("facade.py", FACADE, "other.py", "x = 1\n")), base);
    var merge =
        repository.commit(
            repository.tree(app("facade.py", FACADE, "user.py", USER, "other.py", "x = 1\n")),
            ours,
            theirs);

    assertThat(repository.scan(merge).introduced()).isEmpty();
  }
}
