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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packages of the operating system where a distribution names them: {@code Requires} of RPM, also
 * by the macros and templates that make the name, the fields of {@code debian/control}, and
 * bindep.txt. Whatever way the name is made, the symbol is {@code python3-NAME}.
 */
public final class DistributionScanner implements FileScanner {
  private static final Pattern PACKAGE =
      Pattern.compile(
          "(?<![\\w.+-])(?:"
              + "python[\\w.]*+(?:%\\{[^{}\\s]++}|%\\w++)?-(?<plain>[a-z0-9]++)"
              + "|python[\\w.]*+(?:%\\{[^{}\\s]++})?dist\\((?<dist>[a-z0-9]++)\\)"
              + "|py[23]?\\([\"'](?<template>[a-z0-9]++)[\"']\\)"
              + ")(?![\\w+-])");

  private final RequirementNames names;
  private final Pattern entry;
  private final Pattern end;

  private DistributionScanner(RequirementNames names, String entry, String end) {
    this.names = names;
    this.entry = Pattern.compile(entry);
    this.end = Pattern.compile(end);
  }

  /** For the spec files of RPM. */
  public static DistributionScanner rpm(RequirementNames names) {
    return new DistributionScanner(
        names, "^\\s*+(?:Build)?(?:Requires|Recommends|Suggests)(?:\\([^)]*\\))?\\s*+:", "^");
  }

  /** For {@code debian/control}, where a field goes on in lines that are indented. */
  public static DistributionScanner debian(RequirementNames names) {
    return new DistributionScanner(
        names,
        "^(?:Build-|Pre-|Test-)?(?:Depends|Recommends|Suggests)(?:-Indep|-Arch)?\\s*+:",
        "^(?!#)\\S");
  }

  /** For bindep.txt, where each line is an entry. */
  public static DistributionScanner bindep(RequirementNames names) {
    return new DistributionScanner(names, "^\\s*+(?!#)", "^");
  }

  @Override
  public List<Usage> scan(SourceText text) {
    List<Usage> usages = new ArrayList<>();
    boolean inside = false;
    for (int line = 1; line <= text.lineCount(); line++) {
      String content = text.line(line);
      boolean starts = entry.matcher(content).find();
      inside = starts || (inside && !end.matcher(content).find());
      if (inside && !content.startsWith("#")) {
        readLine(text, line, content, usages);
      }
    }
    return usages;
  }

  private void readLine(SourceText text, int line, String content, List<Usage> usages) {
    Matcher found = PACKAGE.matcher(content);
    while (found.find()) {
      String name = found.group("plain");
      if (name == null) {
        name = found.group("dist") == null ? found.group("template") : found.group("dist");
      }
      int start = text.lineStart(line);
      usages.addAll(
          names.usagesOf(
              Requirement.of("python3-" + name, ""),
              text,
              start + found.start(),
              start + found.end(),
              ""));
    }
  }
}
