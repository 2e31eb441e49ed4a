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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Environment variables that are set, in files of any kind: {@code NAME=value} of shells, units and
 * container files, {@code NAME = value} of tox, {@code NAME: value} of YAML, {@code ENV NAME value}
 * of container files, and the pairs of {@code name:} and {@code value:} of Kubernetes.
 */
public final class EnvironmentScanner implements FileScanner {
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          // After a brace only the first key of a flow mapping of YAML, no substitution.
          "(?:(?<![\\w$.{-])|(?<=(?<![${])\\{)(?=[A-Z0-9_]++:[ \\t]))"
              + "(?<name>[A-Z][A-Z0-9_]++)[\"']?+[ \\t]*+[=:][ \\t]*+"
              + "[\"']?+(?<value>[\\w.-]*+)[\"']?+");

  private static final Pattern DOCKER =
      Pattern.compile(
          "^[ \\t]*+ENV[ \\t]++(?<name>[A-Z][A-Z0-9_]++)[ \\t]++[\"']?+(?<value>[\\w.-]++)[\"']?+");

  private static final Pattern KUBERNETES_NAME =
      Pattern.compile(
          "^[ \\t]*+-?[ \\t]*+name:[ \\t]*+[\"']?+(?<name>[A-Z][A-Z0-9_]++)[\"']?+[ \\t]*+$");

  private static final Pattern KUBERNETES_VALUE =
      Pattern.compile("^[ \\t]*+value:[ \\t]*+[\"']?+(?<value>[\\w.-]*+)[\"']?+[ \\t]*+$");

  private static final Pattern COMMENT = Pattern.compile("^[ \\t]*+[#;]|[ \\t]#");

  private final LaunchNames names;

  public EnvironmentScanner(LaunchNames names) {
    this.names = names;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    List<Usage> usages = new ArrayList<>();
    for (int line = 1; line <= text.lineCount(); line++) {
      String code = withoutComment(text.line(line));
      int start = text.lineStart(line);
      Matcher assignment = ASSIGNMENT.matcher(code);
      while (assignment.find()) {
        add(text, start, assignment, assignment.group("value"), usages);
      }
      Matcher docker = DOCKER.matcher(code);
      if (docker.find()) {
        add(text, start, docker, docker.group("value"), usages);
      }
      Matcher named = KUBERNETES_NAME.matcher(code);
      if (named.find() && line < text.lineCount()) {
        Matcher value = KUBERNETES_VALUE.matcher(withoutComment(text.line(line + 1)));
        if (value.find()) {
          add(text, start, named, value.group("value"), usages);
        }
      }
    }
    return usages;
  }

  private void add(SourceText text, int lineStart, Matcher found, String value, List<Usage> out) {
    int start = lineStart + found.start("name");
    int end = lineStart + found.end();
    names
        .variable(found.group("name"), value)
        .ifPresent(
            symbol -> out.add(LaunchNames.usage(UsageKind.ENVIRONMENT, symbol, text, start, end)));
  }

  private static String withoutComment(String line) {
    Matcher comment = COMMENT.matcher(line);
    return comment.find() ? line.substring(0, comment.start()) : line;
  }
}
