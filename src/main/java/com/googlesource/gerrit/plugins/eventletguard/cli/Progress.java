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

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A bar on a terminal that tells how many files are read. It comes when the work takes a while, and
 * leaves nothing behind; where nobody looks, nothing is written. Safe for use by several threads.
 *
 * <p>It is plain: libraries for it bring one for terminals with native code, which is larger than
 * the rest of the command line.
 */
final class Progress {
  private static final long DELAY = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int WIDTH = 30;
  private static final String ERASE_LINE = "\r\033[K";

  private final PrintStream stream;
  private final boolean shown;
  private final String what;
  private final LongSupplier clock;
  private long nextDrawing;
  private boolean drawn;
  private int total;
  private int done;

  /**
   * @param shown whether somebody sees the stream
   * @param clock in nanoseconds, from any start
   */
  Progress(PrintStream stream, boolean shown, String what, LongSupplier clock) {
    this.stream = stream;
    this.shown = shown;
    this.what = what;
    this.clock = clock;
    this.nextDrawing = clock.getAsLong() + DELAY;
  }

  /**
   * A bar on standard error, if that is a terminal.
   *
   * @param what is done, for people
   */
  static Progress start(String what) {
    return new Progress(System.err, Terminal.shows(Terminal.ERR), what, System::nanoTime);
  }

  /** One more is to be done: {@link #step} is going to be called. */
  synchronized void expect() {
    total++;
  }

  /** One more is done. */
  synchronized void step() {
    done++;
    if (!shown) {
      return;
    }
    long now = clock.getAsLong();
    if (now - nextDrawing >= 0) {
      nextDrawing = now + INTERVAL;
      drawn = true;
      int filled = (int) ((long) WIDTH * done / total);
      stream.print(
          "%s%s [%s%s] %d of %d"
              .formatted(
                  ERASE_LINE, what, "#".repeat(filled), " ".repeat(WIDTH - filled), done, total));
      stream.flush();
    }
  }

  /** Takes the bar away. */
  synchronized void end() {
    if (drawn) {
      stream.print(ERASE_LINE);
      stream.flush();
      drawn = false;
    }
  }
}
