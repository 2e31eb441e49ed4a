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

package com.googlesource.gerrit.plugins.eventletguard.scan.modules;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.scan.Via;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a module has from Eventlet through other modules of its tree. */
class ReexportFinderTest {
  private static final String FACADE = "swift/common/concurrency.py";
  private static final String USER = "swift/obj/server.py";

  private static ModuleTree swift(String... facade) {
    return new ModuleTree().withPackages("swift", "swift/common", "swift/obj").with(FACADE, facade);
  }

  private static List<String> found(ModuleTree tree, String... user) {
    return tree.with(USER, user).found(USER);
  }

  @Test
  void importOfAReexportedNameIsAnImportOfWhatItStandsFor() {
    assertThat(
            found(
                swift("from eventlet import GreenPool"),
                "from swift.common.concurrency import GreenPool",
                "pool = GreenPool(10)"))
        .containsExactly(
            "1 import eventlet.GreenPool via " + FACADE, "2 use eventlet.GreenPool via " + FACADE);
  }

  @Test
  void rangeIsWhatTheModuleItselfWrites() {
    ModuleTree tree =
        swift("import eventlet")
            .with(USER, "from swift.common import concurrency as c", "c.eventlet.spawn(f)");

    assertThat(tree.findings(USER).getLast().usage().sourceText()).isEqualTo("c.eventlet.spawn");
    assertThat(tree.findings(USER).getLast().rule().id()).isEqualTo("EVT110");
  }

  @Test
  void moduleIsFoundByAnyFormOfImport() {
    ModuleTree tree = swift("from eventlet import sleep");
    String way = " use eventlet.sleep via " + FACADE;

    assertThat(found(tree, "import swift.common.concurrency as c", "c.sleep(1)"))
        .containsExactly("2" + way);
    assertThat(found(tree, "import swift.common.concurrency", "swift.common.concurrency.sleep(1)"))
        .containsExactly("2" + way);
    assertThat(found(tree, "from swift.common import concurrency", "concurrency.sleep(1)"))
        .containsExactly("2" + way);
    assertThat(found(tree, "from swift import common", "common.concurrency.sleep(1)"))
        .containsExactly("2" + way);
    assertThat(found(tree, "from ..common import concurrency as c", "c.sleep(1)"))
        .containsExactly("2" + way);
    assertThat(
            found(
                tree,
                "def f():",
                "    from swift.common import concurrency as c",
                "    c.sleep(1)"))
        .containsExactly("3" + way);
  }

  @Test
  void importMayStandOverSeveralLines() {
    assertThat(
            found(
                swift("from eventlet import sleep"),
                "from swift.common.concurrency import (  # all of it",
                "    other,",
                "    sleep as nap,",
                ")",
                "nap(1)"))
        .containsExactly(
            "3 import eventlet.sleep via " + FACADE, "5 use eventlet.sleep via " + FACADE);
  }

  @Test
  void relativeImportsLeadToTheModule() {
    ModuleTree tree = swift("from eventlet import sleep");

    assertThat(found(tree, "from ..common.concurrency import sleep"))
        .containsExactly("1 import eventlet.sleep via " + FACADE);
    assertThat(
            tree.with("swift/common/utils.py", "from .concurrency import sleep")
                .found("swift/common/utils.py"))
        .containsExactly("1 import eventlet.sleep via " + FACADE);
    assertThat(
            tree.with("swift/common/utils.py", "from . import concurrency", "concurrency.sleep(0)")
                .found("swift/common/utils.py"))
        .containsExactly("2 use eventlet.sleep via " + FACADE);
  }

  @Test
  void aliasByAssignmentIsAReexport() {
    assertThat(
            found(
                swift("import eventlet", "", "Pool = eventlet.GreenPool"),
                "from swift.common.concurrency import Pool"))
        .containsExactly("1 import eventlet.GreenPool via " + FACADE);
  }

  @Test
  void packageReexportsWhatItsModulesDo() {
    ModuleTree tree =
        swift("from eventlet import sleep")
            .with("swift/common/__init__.py", "from swift.common.concurrency import sleep");

    assertThat(found(tree, "from swift.common import sleep"))
        .containsExactly("1 import eventlet.sleep via swift/common/__init__.py, " + FACADE);
  }

  @Test
  void chainOfModulesIsFollowedToItsEnd() {
    ModuleTree tree =
        swift("import eventlet")
            .with("swift/a.py", "import swift.common.concurrency as c", "green = c.eventlet")
            .with("swift/b.py", "from swift.a import green as verdant");

    assertThat(found(tree, "from swift.b import verdant", "verdant.spawn(f)"))
        .containsExactly(
            "1 import eventlet via swift/b.py, swift/a.py, " + FACADE,
            "2 use eventlet.spawn via swift/b.py, swift/a.py, " + FACADE);
  }

  @Test
  void starImportTakesPublicNames() {
    ModuleTree tree =
        swift("from eventlet import sleep, spawn as _spawn")
            .with("swift/common/__init__.py", "from .concurrency import *");

    assertThat(found(tree, "from swift.common import sleep", "from swift.common import _spawn"))
        .containsExactly("1 import eventlet.sleep via swift/common/__init__.py, " + FACADE);
    assertThat(found(tree, "from swift.common.concurrency import *", "sleep(1)", "_spawn(f)"))
        .containsExactly("2 use eventlet.sleep via " + FACADE);
  }

  @Test
  void starImportTakesWhatTheModuleLists() {
    ModuleTree tree =
        swift("from eventlet import sleep, spawn as _spawn", "__all__ = [", "    '_spawn',", "]");

    assertThat(found(tree, "from swift.common.concurrency import *", "sleep(1)", "_spawn(f)"))
        .containsExactly("3 use eventlet.spawn via " + FACADE);
  }

  @Test
  void modulesThatImportEachOtherEnd() {
    ModuleTree tree =
        swift("from eventlet import sleep", "from swift.a import spawn")
            .with("swift/a.py", "from swift.common.concurrency import *", "from swift.b import *")
            .with("swift/b.py", "from swift.a import *", "from eventlet import spawn");

    assertThat(
            found(tree, "from swift.b import sleep", "from swift.common.concurrency import spawn"))
        .containsExactly(
            "1 import eventlet.sleep via swift/b.py, swift/a.py, " + FACADE,
            "2 import eventlet.spawn via " + FACADE + ", swift/a.py, swift/b.py");
  }

  @Test
  void functionsAndClassesOfTheProjectAreItsOwn() {
    ModuleTree tree =
        swift(
            "import eventlet as _eventlet",
            "def spawn(f):",
            "    return _eventlet.spawn(f)",
            "class Pool(_eventlet.GreenPool):",
            "    pass",
            "shared = _eventlet.GreenPool()");

    assertThat(
            found(
                tree,
                "from swift.common.concurrency import spawn, Pool, shared",
                "spawn(f)",
                "Pool()",
                "shared.spawn(f)"))
        .isEmpty();
  }

  @Test
  void nameThatIsBoundToSomethingElseInTheEndIsNone() {
    assertThat(
            found(
                swift("from eventlet import sleep", "from time import sleep"),
                "from swift.common.concurrency import sleep"))
        .isEmpty();
  }

  @Test
  void nameWithoutEventletWhereItIsMissingIsCertain() {
    ModuleTree tree =
        swift(
            "try:",
            "    from eventlet import GreenPool",
            "except ImportError:",
            "    GreenPool = None");
    tree.with(USER, "from swift.common.concurrency import GreenPool");

    Via via = tree.findings(USER).getFirst().usage().via().get();

    assertThat(via.certain()).isTrue();
    assertThat(via.offered().importMayFail()).isTrue();
  }

  @Test
  void nameThatDependsOnTheModeSaysSo() {
    ModuleTree tree =
        swift(
            "if concurrency_mode_threading():",
            "    from futures import Pool",
            "else:",
            "    from eventlet import GreenPool as Pool");
    tree.with(USER, "from swift.common.concurrency import Pool");

    Via via = tree.findings(USER).getFirst().usage().via().get();

    assertThat(via.certain()).isFalse();
    assertThat(via.offered().conditions()).containsExactly("concurrency_mode_threading");
  }

  @Test
  void sourceFolderIsNoPartOfAName() {
    ModuleTree tree =
        new ModuleTree()
            .withPackages("src/app")
            .with("src/app/facade.py", "from eventlet import sleep")
            .with("src/app/user.py", "from app.facade import sleep")
            .with("tools/run.py", "from app.facade import sleep");

    assertThat(tree.found("src/app/user.py"))
        .containsExactly("1 import eventlet.sleep via src/app/facade.py");
    assertThat(tree.found("tools/run.py"))
        .containsExactly("1 import eventlet.sleep via src/app/facade.py");
  }

  @Test
  void packagesWithoutModulesOfTheirOwnAreNamedByTheirFolders() {
    ModuleTree tree =
        new ModuleTree()
            .with("app/green/facade.py", "from eventlet import sleep")
            .with("app/user.py", "from app.green.facade import sleep");

    assertThat(tree.found("app/user.py"))
        .containsExactly("1 import eventlet.sleep via app/green/facade.py");
  }

  @Test
  void moduleOfTheSameNameElsewhereOffersNothing() {
    assertThat(
            found(
                swift("from eventlet import sleep"),
                "from other.common.concurrency import sleep",
                "from concurrency import sleep"))
        .isEmpty();
  }

  @Test
  void localNamesHideImportedOnes() {
    assertThat(
            found(
                swift("from eventlet import sleep"),
                "from swift.common.concurrency import sleep",
                "def f(sleep):",
                "    sleep(1)"))
        .containsExactly("1 import eventlet.sleep via " + FACADE);
  }

  @Test
  void onlyModulesThatImportSuchNamesAreReadAgain() {
    ModuleTree tree =
        swift("from eventlet import sleep")
            .with("swift/a.py", "from swift.common import other", "from swift.obj import other")
            .with("swift/b.py", "from swift.common.concurrency import other")
            .with(USER, "from swift.common.concurrency import sleep");

    assertThat(tree.readAgain()).containsExactly(USER);
  }

  @Test
  void moduleThatOnlyImportsEventletCausesNoReadingWhereNobodyMentionsIt() {
    ModuleTree tree =
        swift("import eventlet")
            .with(USER, "from swift.common import concurrency", "concurrency.run()");

    assertThat(tree.readAgain()).isEmpty();
  }
}
