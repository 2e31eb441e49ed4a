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

package com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement.Alias;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainImportTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "import eventlet",
        "import eventlet.green.os, sys",
        "import eventlet as e, sys as s",
        "from eventlet import *",
        "from eventlet import spawn",
        "from eventlet.green import os as green_os, socket",
        "from eventlet import (spawn,\n    sleep as nap,\n)",
        "from . import wsgi",
        "from .. import wsgi as w",
        "from ...common.concurrency import GreenPool",
      })
  void plainImportReadsAsTheParserReadsIt(String line) {
    Optional<Statement> read = PlainImport.read(line);
    assertThat(read.map(PlainImportTest::withoutPositions))
        .isEqualTo(
            PythonParser.parseStrictly(line)
                .map(List::getFirst)
                .map(PlainImportTest::withoutPositions));
    assertThat(read.isPresent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = 1",
        "",
        "import",
        "from",
        "from x",
        "from x import",
        "from x import ()",
        "import_module('eventlet')",
        "from x import a; import b",
        "from x import (a, # which\n    b)",
        "from x \\\n    import a",
        "from x import (a",
        "from x import a)",
        "import a as",
        "from 1 import a",
        "from x import größe",
      })
  void anythingElseIsLeftToTheParser(String line) {
    assertThat(PlainImport.read(line).isPresent()).isFalse();
  }

  private static Statement withoutPositions(Statement statement) {
    return switch (statement) {
      case Statement.Import imports -> new Statement.Import(0, 0, plain(imports.names()));
      case Statement.ImportFrom imports ->
          new Statement.ImportFrom(0, 0, imports.level(), imports.module(), plain(imports.names()));
      default -> statement;
    };
  }

  private static List<Alias> plain(List<Alias> names) {
    return names.stream().map(alias -> new Alias(0, 0, alias.name(), alias.asName())).toList();
  }
}
