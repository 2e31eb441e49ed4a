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

package com.googlesource.gerrit.plugins.eventletguard.scan.launch;

import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.FileScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.launch.CommandLine.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Command lines that start a program on Eventlet, in files of any kind. */
public final class LauncherScanner implements FileScanner {
  /** Options by which programs are told what to run on, and what our symbols call them. */
  private static final Map<String, Map<String, String>> OPTIONS =
      Map.of(
          "gunicorn", Map.of("-k", "worker-class", "--worker-class", "worker-class"),
          "celery", Map.of("-P", "pool", "--pool", "pool"));

  /** Options that say all without a value. */
  private static final Map<String, Map<String, String>> FLAGS =
      Map.of("celery", Map.of("--eventlet", "pool=eventlet"));

  /** Variables that hold further arguments of a program. */
  private static final Map<String, String> ARGUMENT_VARIABLES =
      Map.of("GUNICORN_CMD_ARGS", "gunicorn");

  private final LaunchNames names;

  public LauncherScanner(LaunchNames names) {
    this.names = names;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    List<Usage> usages = new ArrayList<>();
    for (CommandLine command : CommandLine.of(text)) {
      List<Word> words = command.words();
      for (int i = 0; i < words.size(); i++) {
        Optional<String> program = program(words.get(i));
        if (program.isPresent()) {
          readOptions(program.get(), command.after(i), text, usages);
          break;
        }
      }
    }
    return usages;
  }

  private static Optional<String> program(Word word) {
    String variable = word.text().replaceFirst("[=:].*", "");
    return Optional.ofNullable(ARGUMENT_VARIABLES.get(variable))
        .or(() -> Optional.of(word.program()).filter(OPTIONS::containsKey));
  }

  private void readOptions(String program, List<Word> words, SourceText text, List<Usage> usages) {
    Map<String, String> options = OPTIONS.get(program);
    Map<String, String> flags = FLAGS.getOrDefault(program, Map.of());
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      int end = word.end();
      String setting = flags.getOrDefault(word.text(), "");
      for (Map.Entry<String, String> option : options.entrySet()) {
        String flag = option.getKey();
        if (word.text().equals(flag) && i + 1 < words.size()) {
          setting = option.getValue() + "=" + words.get(i + 1).text();
          end = words.get(i + 1).end();
        } else if (word.text().startsWith(flag) && word.text().length() > flag.length()) {
          String value = word.text().substring(flag.length());
          setting = option.getValue() + "=" + value.replaceFirst("^=", "");
        }
      }
      if (!setting.isEmpty()) {
        int last = end;
        names
            .launcher(program + "/" + setting)
            .ifPresent(
                symbol ->
                    usages.add(
                        LaunchNames.usage(UsageKind.LAUNCHER, symbol, text, word.start(), last)));
      }
    }
  }
}
