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

package com.googlesource.gerrit.plugins.eventletguard.scan.modules;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.scan.Via;

/**
 * A name of a module that stands for what the rules look for, and that other modules may import.
 *
 * @param name without dots
 * @param symbol what it stands for, as in {@code Usage}
 * @param star whether {@code from module import *} takes it along
 * @param via how it came to the symbol: at least the module itself
 */
public record Export(String name, String symbol, boolean star, Via via) {
  public Export {
    requireNonNull(name, "name");
    requireNonNull(symbol, "symbol");
    requireNonNull(via, "via");
  }
}
