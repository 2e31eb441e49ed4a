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

package com.googlesource.gerrit.plugins.eventletguard.scan.python;

import com.googlesource.gerrit.plugins.eventletguard.scan.TooComplexException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs what recurses as deep as a source is nested. Nearly every file does with the stack of any
 * thread; the few that are nested deeper get a thread of their own, with a larger one.
 */
final class DeepStack {
  private static final long STACK_BYTES = 16L * 1024 * 1024;

  /** What is nested less than this is far from the end of the smallest stack in use. */
  private static final int DEEP_BRACKETS = 40;

  /** What is nested without brackets, such as long sums, stands in long lines. */
  private static final int LONG_LINE = 4000;

  private DeepStack() {}

  /**
   * Runs a task on a text, on a stack that is deep enough for it.
   *
   * @throws TooComplexException if no stack is
   */
  static <T> T call(String text, Supplier<T> task) {
    if (!looksDeep(text)) {
      try {
        return task.get();
      } catch (StackOverflowError e) {
        // It did not look like it, but it is: once more, below.
      }
    }
    return callOnOwnThread(task);
  }

  private static boolean looksDeep(String text) {
    int depth = 0;
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth = Math.max(depth - 1, 0);
        case '\n' -> {
          if (i - lineStart > LONG_LINE) {
            return true;
          }
          lineStart = i + 1;
        }
        default -> {}
      }
      if (depth > DEEP_BRACKETS) {
        return true;
      }
    }
    return text.length() - lineStart > LONG_LINE;
  }

  private static <T> T callOnOwnThread(Supplier<T> task) {
    FutureTask<T> future = new FutureTask<>(task::get);
    Thread thread = new Thread(null, future, "eventlet-guard-deep-scan", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          // The task ends soon by itself; the interruption is for the caller.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case StackOverflowError overflow ->
            throw new TooComplexException("nested too deeply", overflow);
        case RuntimeException defect -> throw defect;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e.getCause());
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
