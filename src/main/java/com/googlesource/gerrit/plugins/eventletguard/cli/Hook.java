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

import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;

/** The hooks of git that can ask before something leaves a desk. */
enum Hook {
  PRE_COMMIT("pre-commit", "git commit --no-verify"),
  PRE_PUSH("pre-push", "git push --no-verify");

  private final String word;
  private final String bypass;

  Hook(String word, String bypass) {
    this.word = word;
    this.bypass = bypass;
  }

  /** Git's name of it. */
  String word() {
    return word;
  }

  /** The command that passes it by. */
  String bypass() {
    return bypass;
  }

  /** Reads the names that git uses. */
  static final class Converter implements CommandLine.ITypeConverter<Hook> {
    @Override
    public Hook convert(String value) {
      Optional<Hook> named =
          Arrays.stream(values()).filter(hook -> hook.word.equals(value)).findFirst();
      return named.orElseThrow(
          () ->
              new CommandLine.TypeConversionException(
                  "'%s' is no hook; use pre-commit or pre-push".formatted(value)));
    }
  }
}
