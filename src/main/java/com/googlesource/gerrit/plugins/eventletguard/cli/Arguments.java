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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The arguments that several commands take, and what was given for them. */
final class Arguments {
  private Arguments() {}

  /** The paths that a command is about, at least one. */
  static PositionalParamSpec paths(String description) {
    return PositionalParamSpec.builder()
        .paramLabel("PATH")
        .arity("1..*")
        .required(true)
        .type(List.class)
        .auxiliaryTypes(Path.class)
        .description(description)
        .build();
  }

  /** The option that names a file. */
  static OptionSpec file(String name, String description) {
    return OptionSpec.builder(name)
        .paramLabel("FILE")
        .type(Path.class)
        .description(description)
        .build();
  }

  /** The option that names a repository. */
  static OptionSpec repository() {
    return OptionSpec.builder("--repo")
        .paramLabel("DIR")
        .type(Path.class)
        .defaultValue(".")
        .description("The repository, or a folder inside it; default: the current folder.")
        .build();
  }

  /** An option that takes the word of one of an enumeration, and offers all of them. */
  static OptionSpec.Builder word(String name, String label, Class<? extends Enum<?>> words) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(words)
        .completionCandidates(new EnumWords(words));
  }

  /** The option that names the severity from which on a command fails. */
  static OptionSpec.Builder failOn() {
    return OptionSpec.builder("--fail-on")
        .paramLabel("SEVERITY")
        .type(Severity.class)
        .defaultValue("warning");
  }

  /** The option that names files for further reports, by their formats. */
  static OptionSpec reports(Class<? extends Enum<?>> format, String description) {
    return OptionSpec.builder("--report")
        .paramLabel("FORMAT=FILE")
        .type(Map.class)
        .auxiliaryTypes(format, Path.class)
        .description(description)
        .build();
  }

  /** The files for further reports. */
  static <F extends Enum<F>> Map<F, Path> reportsOf(OptionSpec reports) {
    Map<F, Path> given = reports.getValue();
    return given == null ? Map.of() : given;
  }

  /** An option without a value. */
  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names).description(description).build();
  }

  static boolean isGiven(OptionSpec flag) {
    return Boolean.TRUE.equals(flag.getValue());
  }
}
