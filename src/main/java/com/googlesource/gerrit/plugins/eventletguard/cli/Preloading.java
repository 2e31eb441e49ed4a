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

/**
 * Reads the rules while the arguments are parsed and the repository is opened: each takes about as
 * long, and a hook waits for both.
 */
final class Preloading {
  private Preloading() {}

  /** Starts it, unless there is one processor for all. */
  static void start() {
    if (Runtime.getRuntime().availableProcessors() > 1) {
      Thread thread = new Thread(Preloading::load, "eventlet-guard-preloading");
      thread.setDaemon(true);
      // Whoever needs what does not load is told the same and says so.
      thread.setUncaughtExceptionHandler((failed, reason) -> {});
      thread.start();
    }
  }

  private static void load() {
    var unused = CommandLineScanner.builtIn();
  }
}
