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

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Makes the man page of what picocli knows about the commands, in the macros of man(7). Picocli's
 * own generator makes AsciiDoc, of which only Ruby makes a man page.
 */
final class ManPage {
  private static final String BEFORE =
      """
      .\\" Made of the options of the commands; see ManPageTest.
      .TH EVENTLET\\-GUARD 1 "" "Eventlet Guard" "User Commands"
      .SH NAME
      eventlet\\-guard \\- find Eventlet in Python projects, and what a change brings of it
      .SH SYNOPSIS
      .B eventlet\\-guard
      .I COMMAND
      .RI [ OPTION ]...
      .RI [ ARGUMENT ]...
      .SH DESCRIPTION
      OpenStack removes Eventlet.
      .B eventlet\\-guard
      finds where a Python project depends on it, in code, configuration, requirements and launchers,
      says what to use instead, and tells of a change what it introduces.
      .PP
      Options have a long form and take their value after a space or an equals sign.
      .SH COMMANDS
      """;

  private static final String AFTER =
      """
      .SH EXIT STATUS
      .TP
      .B 0
      No finding from \\-\\-fail\\-on on, by default warning.
      .TP
      .B 1
      There is one.
      .TP
      .B 2
      Wrong usage or input; one sentence on standard error says what.
      .SH FILES
      .TP
      .I .eventlet\\-guard.config
      The settings of a branch, at the top of its tree.
      .SH ENVIRONMENT
      .TP
      .B NO_COLOR
      When it has a value, text is not coloured unless
      .B \\-\\-color always
      asks for it.
      .SH EXAMPLES
      .TP
      .B eventlet\\-guard scan .
      What stands in this project.
      .TP
      .B eventlet\\-guard diff origin/master
      What the commits on top of a branch introduce.
      .TP
      .B eventlet\\-guard diff \\-\\-staged
      What the next commit would introduce.
      .TP
      .B eventlet\\-guard explain eventlet.spawn
      What to use instead of a function.
      .SH SEE ALSO
      .BR git (1),
      .BR flake8 (1)
      .PP
      https://removal.eventlet.org/
      """;

  private final StringBuilder out = new StringBuilder(BEFORE);

  private ManPage() {}

  static String of(CommandLine commandLine) {
    ManPage page = new ManPage();
    page.appendCommandsOf(commandLine, "");
    return page.out.append(AFTER).toString();
  }

  private void appendCommandsOf(CommandLine commandLine, String before) {
    for (CommandLine command : commandLine.getSubcommands().values()) {
      String name = before + command.getCommandName();
      if (!name.equals("help")) {
        append(name, command.getCommandSpec());
        appendCommandsOf(command, name + " ");
      }
    }
  }

  private void append(String name, CommandSpec command) {
    String parameters =
        command.positionalParameters().stream()
            .map(PositionalParamSpec::paramLabel)
            .collect(Collectors.joining(" "));
    line(".SS " + escaped("%s [OPTION]... %s".formatted(name, parameters).strip()));
    paragraphs(command.usageMessage().description());
    command.positionalParameters().forEach(parameter -> append(parameter.paramLabel(), parameter));
    command.options().stream()
        .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
        .sorted((one, other) -> one.longestName().compareTo(other.longestName()))
        .forEach(option -> append(names(option), option));
  }

  private static String names(OptionSpec option) {
    String names = String.join(", ", option.names());
    if (option.arity().max() == 0) {
      return names;
    }
    String value = option.paramLabel();
    return names + (option.arity().min() == 0 ? "[=" + value + "]" : " " + value);
  }

  private void append(String term, ArgSpec argument) {
    line(".TP");
    line(".B " + escaped(term));
    paragraphs(argument.description());
  }

  private void paragraphs(String[] paragraphs) {
    List<String> texts = Arrays.stream(paragraphs).map(text -> escaped(text.strip())).toList();
    line(String.join("\n.br\n", texts));
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  /** Text in which nothing is a request or an escape, and a hyphen is what one types. */
  private static String escaped(String text) {
    String escaped =
        text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...").replace("%n", " ");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
