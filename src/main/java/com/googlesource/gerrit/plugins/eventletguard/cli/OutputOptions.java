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

import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.report.Palette;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command with findings takes. */
final class OutputOptions {
  /** How a report is printed. */
  enum Format {
    TEXT,
    JSON,
    SARIF,
    ZUUL,
    HTML,
    GERRIT;

    /** Whether it speaks about a change, as comments on it. */
    boolean isReview() {
      return this == ZUUL || this == GERRIT;
    }

    /** The word on the command line. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final OptionSpec format =
      Arguments.word("--format", "FORMAT", Format.class)
          .defaultValue("text")
          .description(
              "How to print it: one of ${COMPLETION-CANDIDATES} (zuul and gerrit: diff only);"
                  + " default: ${DEFAULT-VALUE}.")
          .build();
  private final OptionSpec color =
      Arguments.word("--color", "WHEN", Color.class)
          .defaultValue("auto")
          .description(
              "Whether text is coloured: one of ${COMPLETION-CANDIDATES}; auto: on a terminal,"
                  + " unless NO_COLOR is set; default: ${DEFAULT-VALUE}.")
          .build();
  private final OptionSpec failOn =
      Arguments.failOn()
          .completionCandidates(new EnumWords(Severity.class))
          .description(
              "Exit with 1 from this severity on: one of ${COMPLETION-CANDIDATES}; default:"
                  + " ${DEFAULT-VALUE}.")
          .build();
  private final OptionSpec reports =
      Arguments.reports(
          Format.class,
          "Also write the report in this format to a file; may be given several times.");

  void addTo(CommandSpec spec) {
    spec.addOption(format);
    spec.addOption(color);
    spec.addOption(failOn);
    spec.addOption(reports);
  }

  /** A report in one of the formats. */
  @FunctionalInterface
  interface Rendering {
    String of(Format format, Palette palette) throws InputException, IOException;
  }

  private Format format() {
    return format.getValue();
  }

  private Map<Format, Path> reports() {
    return Arguments.reportsOf(reports);
  }

  /** The formats that are asked for, the printed one first. */
  Set<Format> formats() {
    Set<Format> formats = new LinkedHashSet<>();
    formats.add(format());
    formats.addAll(reports().keySet());
    return formats;
  }

  boolean wants(Format asked) {
    return formats().contains(asked);
  }

  /**
   * Prints a report and writes it to the files that are asked for, which come first: when one
   * cannot be written, nothing is printed.
   *
   * @throws InputException if a file cannot be written
   */
  void print(PrintWriter out, Rendering rendering) throws InputException, IOException {
    for (Map.Entry<Format, Path> report : reports().entrySet()) {
      write(report.getValue(), rendering.of(report.getKey(), Palette.PLAIN));
    }
    out.print(rendering.of(format(), color.<Color>getValue().palette()));
    out.flush();
  }

  /**
   * Writes a report to a file.
   *
   * @throws InputException if it cannot be written
   */
  static void write(Path file, String report) throws InputException {
    try {
      Files.writeString(file, report);
    } catch (IOException e) {
      throw new InputException("cannot write the report %s: %s".formatted(file, e), e);
    }
  }

  /** The exit status that findings give. */
  int exitStatus(Collection<Judgement> judgements) {
    return exitStatus(judgements, failOn.getValue());
  }

  /** The exit status that findings give from a severity on. */
  static int exitStatus(Collection<Judgement> judgements, Severity failOn) {
    return judgements.stream()
            .anyMatch(
                judgement ->
                    judgement.counts() && judgement.finding().severity().compareTo(failOn) >= 0)
        ? Main.FINDINGS
        : Main.CLEAN;
  }
}
