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

/** Programs that a unit of systemd or a container starts, where the program alone is a usage. */
public final class ServiceScanner implements FileScanner {
  private static final Pattern START =
      Pattern.compile(
          "(?m)^[ \\t]*+(?:ExecStart(?:Pre|Post)?[ \\t]*+=[-@:+!]*+|(?:CMD|ENTRYPOINT)[ \\t]++)"
              + "[\\[\"' \\t]*+(?<path>[\\w./-]++)");

  private final LaunchNames names;

  public ServiceScanner(LaunchNames names) {
    this.names = names;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    List<Usage> usages = new ArrayList<>();
    Matcher start = START.matcher(text.text());
    while (start.find()) {
      String path = start.group("path");
      int from = start.start("path");
      int to = start.end("path");
      names
          .launcher(path.substring(path.lastIndexOf('/') + 1))
          .ifPresent(
              symbol -> usages.add(LaunchNames.usage(UsageKind.LAUNCHER, symbol, text, from, to)));
    }
    return usages;
  }
}
