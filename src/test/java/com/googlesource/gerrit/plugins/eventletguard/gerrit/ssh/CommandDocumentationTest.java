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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.ssh;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.gerrit.sshd.CommandMetaData;
import com.google.inject.spi.Elements;
import com.google.inject.spi.LinkedKeyBinding;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.Option;

/** Holds the pages of the commands to the commands and their options. */
final class CommandDocumentationTest {
  private static final Path PAGES = Path.of("resources", "Documentation");

  /** An option or argument, at the head of what is said of it. */
  private static final Pattern ENTRY = Pattern.compile("(?m)^(--[a-z-]+|[A-Z]+)\\n:\\t");

  @Test
  void everyCommandHasItsPageAndNoOtherPageIsThere() throws Exception {
    Set<String> pages;
    try (Stream<Path> files = Files.list(PAGES)) {
      pages =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("cmd-"))
              .map(name -> name.substring("cmd-".length(), name.indexOf('.')))
              .collect(Collectors.toCollection(TreeSet::new));
    }

    assertThat(pages).isEqualTo(commands().keySet());
    assertThat(pages).isNotEmpty();
  }

  @Test
  void eachPageSaysWhatTheCommandSaysOfItself() throws Exception {
    for (Map.Entry<String, Class<?>> command : commands().entrySet()) {
      String description = command.getValue().getAnnotation(CommandMetaData.class).description();

      assertThat(page(command.getKey()))
          .contains("@PLUGIN@ %s - %s\n".formatted(command.getKey(), description));
    }
  }

  @Test
  void eachPageListsEveryOptionAndArgumentAndNoOther() throws Exception {
    for (Map.Entry<String, Class<?>> command : commands().entrySet()) {
      String page = page(command.getKey());
      Set<String> described =
          ENTRY
              .matcher(page)
              .results()
              .map(entry -> entry.group(1))
              .collect(Collectors.toCollection(TreeSet::new));

      assertWithMessage(command.getKey()).that(described).isEqualTo(parameters(command.getValue()));
      String synopsis = page.substring(page.indexOf("SYNOPSIS"), page.indexOf("DESCRIPTION"));
      described.forEach(parameter -> assertThat(synopsis).contains(parameter));
    }
  }

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new TreeMap<>();
    for (var element : Elements.getElements(new SshModule("eventlet-guard"))) {
      if (element instanceof LinkedKeyBinding<?> binding) {
        Class<?> command = binding.getLinkedKey().getTypeLiteral().getRawType();
        if (GuardCommand.class.isAssignableFrom(command)) {
          commands.put(command.getAnnotation(CommandMetaData.class).name(), command);
        }
      }
    }
    return commands;
  }

  /** The names of a command's options, and what its arguments are called. */
  private static Set<String> parameters(Class<?> command) {
    Set<String> parameters = new TreeSet<>();
    for (Field field : command.getDeclaredFields()) {
      Option option = field.getAnnotation(Option.class);
      if (option != null) {
        parameters.add(option.name());
      }
      Argument argument = field.getAnnotation(Argument.class);
      if (argument != null) {
        parameters.add(argument.metaVar());
      }
    }
    return parameters;
  }

  private static String page(String command) throws IOException {
    return Files.readString(PAGES.resolve("cmd-" + command + ".md"));
  }
}
