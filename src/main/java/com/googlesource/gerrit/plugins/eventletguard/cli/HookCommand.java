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
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eventlet-guard hook}: asks when git commits or pushes. */
@Command(
    name = "hook",
    description = "Installs hooks of git that ask before a commit or a push.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class HookCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The hooks that a command is about. */
  static final class Chosen {
    @Option(
        names = "--repo",
        paramLabel = "DIR",
        defaultValue = ".",
        description = "The repository, or a folder inside it; default: the current folder.")
    private Path folder;

    @Parameters(
        paramLabel = "HOOK",
        arity = "0..*",
        converter = Hook.Converter.class,
        defaultValue = "pre-commit",
        description = "pre-commit or pre-push; default: ${DEFAULT-VALUE}.")
    private List<Hook> hooks;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "hook takes a command: install, uninstall or run");
  }

  @Command(
      name = "install",
      description = {
        "Installs hooks in a repository, which run this jar.",
        "pre-commit looks at what is staged, pre-push at what the remote does not have yet."
      },
      mixinStandardHelpOptions = true)
  int install(
      @Mixin Chosen chosen,
      @Option(
              names = "--fail-on",
              paramLabel = "SEVERITY",
              defaultValue = "warning",
              description =
                  "Stop git from this severity on: one of ${COMPLETION-CANDIDATES}; default:"
                      + " ${DEFAULT-VALUE}.")
          Severity failOn)
      throws InputException, IOException {
    try (Repository repository = RevisionReader.open(chosen.folder)) {
      for (Hook hook : chosen.hooks) {
        HookFile file = HookFile.of(repository, hook);
        file.install(failOn);
        out().printf("Installed %s; `%s` passes it by.%n", file.path(), hook.bypass());
      }
    }
    return Main.CLEAN;
  }

  @Command(
      name = "uninstall",
      description = "Removes the hooks that were installed; others' stay.",
      mixinStandardHelpOptions = true)
  int uninstall(@Mixin Chosen chosen) throws InputException, IOException {
    try (Repository repository = RevisionReader.open(chosen.folder)) {
      for (Hook hook : chosen.hooks) {
        HookFile file = HookFile.of(repository, hook);
        out().println(file.uninstall() ? "Removed " + file.path() : "There is no " + file.path());
      }
    }
    return Main.CLEAN;
  }

  @Command(
      name = "run",
      description = "What the installed hooks call, in the repository.",
      mixinStandardHelpOptions = true)
  int run(
      @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "warning")
          Severity failOn,
      @Parameters(paramLabel = "HOOK", index = "0", converter = Hook.Converter.class) Hook hook,
      @Parameters(paramLabel = "ARGUMENT", index = "1..*", description = "What git gives to it.")
          List<String> arguments)
      throws InputException, IOException {
    int status =
        switch (hook) {
          case PRE_COMMIT -> diff(failOn, "--staged");
          case PRE_PUSH ->
              prePush(failOn, arguments == null || arguments.isEmpty() ? "" : arguments.getFirst());
        };
    if (status == Main.FINDINGS) {
      err().printf("eventlet-guard: `%s` passes this by.%n", hook.bypass());
    }
    return status;
  }

  private int prePush(Severity failOn, String remote) throws InputException, IOException {
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
          worst = Math.max(worst, diff(failOn, "--merge-base", base.get(), pushed.localId()));
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

  private int diff(Severity failOn, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "diff";
    all[1] = "--fail-on";
    all[2] = failOn.word();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Main.commandLine(all).setOut(out()).setErr(err()).execute(all);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
