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

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The command line {@code eventlet-guard}.
 *
 * <p>Exit status: 0 clean, 1 findings at or over {@code --fail-on}, 2 wrong usage or input.
 */
public final class Main {
  static final int CLEAN = 0;
  static final int FINDINGS = 1;
  static final int WRONG_INPUT = 2;

  private static final Map<String, Supplier<Command>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("scan", ScanCommand::new);
    COMMANDS.put("diff", DiffCommand::new);
    COMMANDS.put("fix", FixCommand::new);
    COMMANDS.put("inventory", InventoryCommand::new);
    COMMANDS.put("rules", RulesCommand::new);
    COMMANDS.put("explain", ExplainCommand::new);
    COMMANDS.put("config", ConfigCommand::new);
    COMMANDS.put("hook", HookCommand::new);
    COMMANDS.put("completion", CompletionCommand::new);
  }

  private Main() {}

  /** Runs the command line and ends the process with its exit status. */
  public static void main(String[] args) {
    Preloading.start();
    System.exit(
        commandLine(args).setOut(writer(System.out)).setErr(writer(System.err)).execute(args));
  }

  /** UTF-8 whatever the locale is: what tools read must not depend on it. */
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, /* autoFlush= */ true, StandardCharsets.UTF_8);
  }

  /**
   * The command line for arguments. When the first one names a command, it knows that one alone:
   * making the options of all takes a part of a short run.
   */
  static CommandLine commandLine(String... arguments) {
    CommandSpec spec = CommandSpec.create().name("eventlet-guard").versionProvider(new Version());
    spec.usageMessage()
        .description("Finds Eventlet in Python projects, and what a change brings of it.");
    Command.addStandardOptions(spec);
    String asked = arguments.length == 0 ? "" : arguments[0];
    if (COMMANDS.containsKey(asked)) {
      COMMANDS.get(asked).get().addTo(spec, asked);
    } else {
      COMMANDS.forEach((name, command) -> command.get().addTo(spec, name));
      spec.addSubcommand("help", new CommandLine(new CommandLine.HelpCommand()));
    }
    return new CommandLine(spec)
        .registerConverter(Path.class, new PathConverter())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Main::handleWrongUsage)
        .setExecutionExceptionHandler(Main::handle);
  }

  /** Wrong arguments are one sentence, too: the help is for those who ask for it. */
  private static int handleWrongUsage(
      CommandLine.ParameterException exception, String[] arguments) {
    CommandLine commandLine = exception.getCommandLine();
    String sentence = exception.getMessage().replaceAll("\\s+", " ").strip();
    commandLine
        .getErr()
        .println(
            "eventlet-guard: %s; see `%s --help`"
                .formatted(
                    sentence.replaceFirst("\\.$", ""),
                    commandLine.getCommandSpec().qualifiedName()));
    return WRONG_INPUT;
  }

  /** A user's mistake is one sentence; anything else is a defect and shows where it happened. */
  private static int handle(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult arguments)
      throws Exception {
    if (exception instanceof InputException) {
      commandLine.getErr().println("eventlet-guard: " + exception.getMessage());
      return WRONG_INPUT;
    }
    throw exception;
  }
}
