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

import com.googlesource.gerrit.plugins.eventletguard.report.Palette;
import java.util.List;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** When text is coloured. */
enum Color {
  /** On a terminal, unless the environment variable {@code NO_COLOR} has a value. */
  AUTO,
  ALWAYS,
  NEVER;

  /** What to colour standard output with. */
  Palette palette() {
    boolean colored =
        switch (this) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> !isUnwanted() && Terminal.shows(Terminal.OUT);
        };
    return colored ? Color::paint : Palette.PLAIN;
  }

  /** See https://no-color.org. */
  private static boolean isUnwanted() {
    String variable = System.getenv("NO_COLOR");
    return variable != null && !variable.isEmpty();
  }

  private static String paint(Palette.Part part, String text) {
    return switch (part) {
      case PLACE -> paint(List.of(Style.bold), text);
      case ERROR -> paint(List.of(Style.bold, Style.fg_red), text);
      case WARNING -> paint(List.of(Style.bold, Style.fg_yellow), text);
      case INFO -> paint(List.of(Style.bold, Style.fg_cyan), text);
      case SOURCE -> paint(List.of(Style.fg_magenta), text);
      case ASIDE -> paint(List.of(Style.faint), text);
    };
  }

  private static String paint(List<IStyle> styles, String text) {
    StringBuilder painted = new StringBuilder();
    styles.forEach(style -> painted.append(style.on()));
    return painted.append(text).append(Style.reset.off()).toString();
  }
}
