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

import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.Repository;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The hooks that a command is about. */
final class HookOptions {
  private final OptionSpec repository = Arguments.repository();
  private final PositionalParamSpec hooks =
      PositionalParamSpec.builder()
          .paramLabel("HOOK")
          .arity("0..*")
          .type(List.class)
          .auxiliaryTypes(Hook.class)
          .converters(new Hook.Converter())
          .defaultValue("pre-commit")
          .description("pre-commit or pre-push; default: ${DEFAULT-VALUE}.")
          .build();

  void addTo(CommandSpec spec) {
    spec.addOption(repository);
    spec.addPositional(hooks);
  }

  /**
   * Opens the repository.
   *
   * @throws InputException if there is none
   */
  Repository open() throws InputException, IOException {
    return RevisionReader.open(repository.getValue());
  }

  List<Hook> hooks() {
    return hooks.getValue();
  }
}
