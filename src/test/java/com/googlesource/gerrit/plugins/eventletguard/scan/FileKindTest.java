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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import static com.google.common.truth.Truth.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {
  @ParameterizedTest
  @CsvSource({
    "nova/utils.py, PYTHON",
    "tool.pyw, PYTHON",
    "typings/nova.pyi, PYTHON",
    "api/app.wsgi, PYTHON",
    "requirements.txt, REQUIREMENTS",
    "test-requirements.txt, REQUIREMENTS",
    "requirements-py3.txt, REQUIREMENTS",
    "doc/requirements.txt, REQUIREMENTS",
    "requirements/base.txt, REQUIREMENTS",
    "a/requirements/test.txt, REQUIREMENTS",
    "requirements.in, REQUIREMENTS",
    "tools/pip-requires, REQUIREMENTS",
    "global-requirements.txt, REQUIREMENTS",
    "upper-constraints.txt, REQUIREMENTS",
    "setup.cfg, SETUP_CFG",
    "sub/setup.cfg, SETUP_CFG",
    "pyproject.toml, PYPROJECT",
    "etc/nova/nova.conf, INI",
    "etc/nova.conf.sample, INI",
    "tox.ini, TOX",
    ".coveragerc, INI",
    "a.sh, SHELL",
    "devstack/settings, SHELL",
    "Dockerfile, DOCKERFILE",
    "docker/nova/Dockerfile.j2, DOCKERFILE",
    "image.dockerfile, DOCKERFILE",
    "nova-api.service, SYSTEMD",
    "nova-api.service.j2, SYSTEMD",
    "manifests/init.pp, PUPPET",
    "bindep.txt, BINDEP",
    "cinder.spec.j2, RPM_SPEC",
    "debian/control, DEBIAN_CONTROL",
    "a.cfg, INI",
    "values.yaml, YAML",
    "play.yml, YAML",
    "templates/nova.conf.j2, TEMPLATE",
    "templates/values.yaml.j2, TEMPLATE",
    "x.jinja2, TEMPLATE",
    "chart/templates/_nova.conf.tpl, TEMPLATE"
  })
  void pathTellsTheKind(String path, FileKind kind) {
    assertThat(kindOf(path, "")).hasValue(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.rst",
        "doc/notes.txt",
        "Makefile",
        "a.go",
        "releasenotes/notes/remove-eventlet-1234.yaml",
        "po/nova.pot",
        "requirements/README.md",
        "myrequirements.txt"
      })
  void otherFilesHaveNone(String path) {
    assertThat(kindOf(path, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#!/usr/bin/python\n",
        "#!/usr/bin/env python3\n",
        "#!/usr/bin/env -S python3.12 -u\n",
        "#! /opt/venv/bin/python2.7\n"
      })
  void pythonShebangOfAFileWithoutExtensionTellsPython(String content) {
    assertThat(kindOf("bin/nova-api", content)).hasValue(FileKind.PYTHON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#!/bin/sh\npython x\n", "#!/usr/bin/env bash\n"})
  void shellShebangOfAFileWithoutExtensionTellsShell(String content) {
    assertThat(kindOf("lib/nova", content)).hasValue(FileKind.SHELL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#!/usr/bin/perl\n", "import eventlet\n", "#", "#!"})
  void otherFirstLineTellsNothing(String content) {
    assertThat(kindOf("bin/nova-api", content)).isEmpty();
  }

  @Test
  void shebangOfAFileWithAnExtensionIsNotRead() {
    assertThat(kindOf("run.rb", "#!/usr/bin/python\n")).isEmpty();
  }

  private static Optional<FileKind> kindOf(String path, String content) {
    return FileKind.of(new SourceFile(path, content.getBytes(StandardCharsets.UTF_8)));
  }
}
