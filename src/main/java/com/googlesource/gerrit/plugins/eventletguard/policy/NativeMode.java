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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import com.googlesource.gerrit.plugins.eventletguard.rules.SymbolNames;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Arrays;

/** What breaks in native-threading mode. */
final class NativeMode {
  private static final String MODE =
      "This branch also runs without Eventlet, and nothing here asks"
          + " for the mode: in native-threading mode ";

  private NativeMode() {}

  /** The sentence on an unguarded usage. */
  static String remark(Finding finding) {
    return MODE + consequence(finding) + ".";
  }

  private static String consequence(Finding finding) {
    String symbol = SymbolNames.canonical(finding.usage().symbol());
    if (Symbols.isMonkeyPatching(finding)) {
      return "it would patch a process that has chosen native threads";
    }
    if (finding.usage().kind() == UsageKind.IMPORT) {
      return "this import fails where Eventlet is not installed, or is refused";
    }
    if (finding.usage().kind() == UsageKind.STRING) {
      return "the module to patch may be missing, and nothing calls what is patched";
    }
    if (startsWithAny(symbol, "eventlet.greenthread.spawn", "eventlet.greenpool", "futurist.")
        || symbol.startsWith("executor=")) {
      return "no hub runs, so what this starts only runs while something waits for it, on one"
          + " thread";
    }
    if (startsWithAny(symbol, "eventlet.greenthread.sleep", "eventlet.timeout")) {
      return "this starts a hub in the calling thread, which nothing else in that thread yields to";
    }
    if (startsWithAny(
        symbol, "eventlet.event", "eventlet.queue", "eventlet.semaphore", "eventlet.lock")) {
      return "this waits for a hub and not for other threads, so it may never wake up";
    }
    if (symbol.endsWith("ThreadGroup(max_threads)")) {
      return "this keyword is right, and with Eventlet the call fails, which calls it"
          + " thread_pool_size";
    }
    if (symbol.endsWith(".add_thread().link")) {
      return "this does nothing, so that nobody is told when the thread ends";
    }
    if (symbol.contains(".add_thread().")) {
      return "this does nothing, and the thread runs on";
    }
    if (startsWithAny(symbol, "oslo_service.")) {
      return "oslo.service's threading backend refuses it";
    }
    return "it has no hub to run on";
  }

  private static boolean startsWithAny(String symbol, String... prefixes) {
    return Arrays.stream(prefixes).anyMatch(symbol::startsWith);
  }
}
