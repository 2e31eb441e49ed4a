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

import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code eventlet-guard hook run}: what git asks through an installed hook. */
final class HookRunCommand extends Command {
  private final OptionSpec failOn = Arguments.failOn().build();
  private final PositionalParamSpec hook =
      PositionalParamSpec.builder()
          .paramLabel("HOOK")
          .index("0")
          .required(true)
          .type(Hook.class)
          .converters(new Hook.Converter())
          .build();
  private final PositionalParamSpec arguments =
      PositionalParamSpec.builder()
          .paramLabel("ARGUMENT")
          .index("1..*")
          .arity("0..1")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .description("What git gives to it.")
          .build();

  HookRunCommand() {
    super("What the installed hooks call, in the repository.");
    spec().addOption(failOn);
    spec().addPositional(hook);
    spec().addPositional(arguments);
  }

  @Override
  public Integer call() throws InputException, IOException {
    Hook asked = hook.getValue();
    int status =
        switch (asked) {
          case PRE_COMMIT -> diff("--staged");
          case PRE_PUSH -> prePush(remote());
        };
    if (status == Main.FINDINGS) {
      err().printf("eventlet-guard: `%s` passes this by.%n", asked.bypass());
    }
    return status;
  }

  /** The name of the remote, which git gives first. */
  private String remote() {
    List<String> given = arguments.getValue();
    return given == null || given.isEmpty() ? "" : given.getFirst();
  }

  private int prePush(String remote) throws InputException, IOException {
    int worst = Main.CLEAN;
    try (Repository repository = RevisionReader.open(Path.of("."));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        PushedRef pushed = PushedRef.parse(line);
        if (!pushed.bringsCommits()) {
          continue;
        }
        Optional<String> base = pushed.base(repository, remote);
        if (base.isPresent()) {
          worst = Math.max(worst, diff("--merge-base", base.get(), pushed.localId()));
        } else {
          err()
              .printf(
                  "eventlet-guard: nothing is known here of what %s has, so that %s was not looked"
                      + " at; fetch it first%n",
                  remote, pushed.remoteRef());
        }
      }
    }
    return worst;
  }

  private int diff(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "diff";
    all[1] = "--fail-on";
    all[2] = failOn.<Severity>getValue().word();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Main.commandLine(all).setOut(out()).setErr(err()).execute(all);
  }
}
