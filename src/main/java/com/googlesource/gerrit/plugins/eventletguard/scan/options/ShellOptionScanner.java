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

package com.googlesource.gerrit.plugins.eventletguard.scan.options;

import com.googlesource.gerrit.plugins.eventletguard.scan.FileScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.launch.CommandLine;
import com.googlesource.gerrit.plugins.eventletguard.scan.launch.CommandLine.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Options that shell sets: by DevStack's {@code iniset FILE SECTION OPTION VALUE} and its like, and
 * as variables of DevStack.
 */
public final class ShellOptionScanner implements FileScanner {
  /** Functions of DevStack that set an option. */
  private static final Set<String> FUNCTIONS =
      Set.of("iniset", "iniset_multiline", "iniadd", "iniadd_literal");

  /** Programs that set an option where they are told so. */
  private static final Set<String> PROGRAMS = Set.of("crudini", "openstack-config");

  private static final String SET = "--set";

  private static final Pattern VARIABLE =
      Pattern.compile(
          "^\\s*+(?:export\\s++)?(?<name>\\w++)=(?<value>\"[^\"]*+\"|'[^']*+'|[^\\s;#]*+)");

  private final OptionNames names;

  public ShellOptionScanner(OptionNames names) {
    this.names = names;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    List<Usage> usages = new ArrayList<>();
    for (CommandLine command : CommandLine.of(text)) {
      List<Word> words = command.words();
      for (int i = 0; i < words.size(); i++) {
        String program = words.get(i).program();
        List<Word> arguments =
            command.after(i).stream().filter(word -> !word.text().startsWith("-")).toList();
        boolean sets =
            FUNCTIONS.contains(program)
                || (PROGRAMS.contains(program)
                    && command.after(i).stream().anyMatch(word -> word.text().equals(SET)));
        if (sets && arguments.size() > 2) {
          readSetting(arguments, text, usages);
          break;
        }
      }
    }
    readVariables(text, usages);
    usages.sort(Usage.ORDER);
    return usages;
  }

  private void readSetting(List<Word> arguments, SourceText text, List<Usage> usages) {
    OptionNames.Place place =
        new OptionNames.Place(
            names.owners().ofReference(arguments.get(0).text()), arguments.get(1).text());
    Word option = arguments.get(2);
    String value = arguments.size() > 3 ? arguments.get(3).text() : "";
    int end = arguments.get(Math.min(3, arguments.size() - 1)).end();
    names
        .find(place, option.text(), value)
        .ifPresent(found -> usages.add(found.usage(text, option.start(), end)));
  }

  private void readVariables(SourceText text, List<Usage> usages) {
    for (int line = 1; line <= text.lineCount(); line++) {
      Matcher variable = VARIABLE.matcher(text.line(line));
      if (variable.find()) {
        int start = text.lineStart(line) + variable.start("name");
        int end = text.lineStart(line) + variable.end();
        names
            .find(OptionNames.Place.UNKNOWN, variable.group("name"), variable.group("value"))
            .ifPresent(found -> usages.add(found.usage(text, start, end)));
      }
    }
  }
}
