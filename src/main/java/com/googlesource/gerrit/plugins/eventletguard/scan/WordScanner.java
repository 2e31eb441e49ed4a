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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Looks only into texts that hold one of some words. */
final class WordScanner implements FileScanner {
  private final TriggerWords words;
  private final FileScanner scanner;

  /**
   * @param words without which the other finds nothing, in any case of their letters
   * @param scanner looks for what is meant
   */
  WordScanner(Collection<String> words, FileScanner scanner) {
    this.words = TriggerWords.inAnyCase(words);
    this.scanner = requireNonNull(scanner, "scanner");
  }

  @Override
  public List<Usage> scan(SourceText text) {
    return words.occurIn(text.text().getBytes(StandardCharsets.UTF_8))
        ? scanner.scan(text)
        : List.of();
  }
}
