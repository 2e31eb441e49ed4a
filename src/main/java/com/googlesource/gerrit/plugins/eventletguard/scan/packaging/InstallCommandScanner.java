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

package com.googlesource.gerrit.plugins.eventletguard.scan.packaging;

import com.googlesource.gerrit.plugins.eventletguard.scan.FileScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.launch.CommandLine;
import com.googlesource.gerrit.plugins.eventletguard.scan.launch.CommandLine.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What commands install: pip's requirements and packages of the operating system. */
public final class InstallCommandScanner implements FileScanner {
  private static final Pattern PIP = Pattern.compile("pip[0-9.]*");

  /** DevStack's functions, whose arguments are all to be installed. */
  private static final Set<String> PIP_FUNCTIONS = Set.of("pip_install", "pip_install_gr");

  private static final Set<String> PACKAGE_FUNCTIONS = Set.of("install_package");

  private static final Set<String> PACKAGE_MANAGERS =
      Set.of(
          "apt",
          "apt-get",
          "aptitude",
          "dnf",
          "microdnf",
          "tdnf",
          "yum",
          "zypper",
          "apk",
          "conda",
          "mamba");

  private static final Set<String> INSTALL = Set.of("install", "add", "in");

  /** Options of pip whose value is no requirement. */
  private static final Set<String> WITH_VALUE =
      Set.of(
          "-r",
          "--requirement",
          "-c",
          "--constraint",
          "-e",
          "--editable",
          "-i",
          "--index-url",
          "--extra-index-url",
          "-t",
          "--target",
          "-f",
          "--find-links",
          "--prefix",
          "--python");

  /** Packages of the operating system are told by their names' beginning. */
  private static final String SYSTEM_PACKAGE = "python";

  private final RequirementNames names;

  public InstallCommandScanner(RequirementNames names) {
    this.names = names;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    List<Usage> usages = new ArrayList<>();
    for (CommandLine command : CommandLine.of(text)) {
      List<Word> words = command.words();
      for (int i = 0; i < words.size(); i++) {
        String program = words.get(i).program();
        if (PIP_FUNCTIONS.contains(program)
            || (PIP.matcher(program).matches() && isInstallation(command.after(i)))) {
          readRequirements(command.after(i), text, usages);
          break;
        }
        if (PACKAGE_FUNCTIONS.contains(program)
            || (PACKAGE_MANAGERS.contains(program) && isInstallation(command.after(i)))) {
          readPackages(command.after(i), program.endsWith("a"), text, usages);
          break;
        }
      }
    }
    return usages;
  }

  /** Whether the first word that is no option says so. */
  private static boolean isInstallation(List<Word> arguments) {
    return arguments.stream()
        .map(Word::text)
        .filter(word -> !word.startsWith("-"))
        .findFirst()
        .filter(INSTALL::contains)
        .isPresent();
  }

  private void readRequirements(List<Word> arguments, SourceText text, List<Usage> usages) {
    boolean value = false;
    for (Word word : arguments) {
      if (!value && !word.text().startsWith("-")) {
        Requirement.parse(word.text()).ifPresent(found -> add(found, word, text, usages));
      }
      value = WITH_VALUE.contains(word.text());
    }
  }

  private void readPackages(
      List<Word> arguments, boolean conda, SourceText text, List<Usage> usages) {
    for (Word word : arguments) {
      if (conda || word.text().startsWith(SYSTEM_PACKAGE)) {
        String name = word.text().replaceFirst("^.*::", "").replaceFirst("[=<>:~].*", "");
        add(Requirement.of(name, ""), word, text, usages);
      }
    }
  }

  private void add(Requirement found, Word word, SourceText text, List<Usage> usages) {
    usages.addAll(names.usagesOf(found, text, word.start(), word.end(), RequirementNames.COMMAND));
  }
}
