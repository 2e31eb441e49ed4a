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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes an argument out of a call, or its name where only its position is understood by all. */
final class CallArgument {
  private static final String EXECUTOR = "executor=eventlet";
  private static final String POOL_SIZE = "oslo_service.threadgroup.ThreadGroup(thread_pool_size)";
  private static final String MOST_THREADS = "oslo_service.threadgroup.ThreadGroup(max_threads)";

  /** Where oslo.messaging takes an executor; without one it finds out what the process runs on. */
  private static final Set<String> MESSAGING =
      Set.of("get_rpc_server", "get_notification_listener", "get_batch_notification_listener");

  private CallArgument() {}

  static boolean isKnown(Finding finding) {
    String symbol = finding.usage().symbol();
    return symbol.equals(EXECUTOR) || isNamed(symbol);
  }

  private static boolean isNamed(String symbol) {
    return symbol.equals(POOL_SIZE) || symbol.equals(MOST_THREADS);
  }

  static String description(Finding finding) {
    return finding.usage().symbol().equals(EXECUTOR)
        ? "Remove the argument executor"
        : "Pass the number of threads without its name";
  }

  /** The edits; empty where they do not fit the call. */
  static Optional<List<Edit>> edits(PythonSource source, Finding finding) {
    int first = source.tokenFrom(source.start(finding.range()));
    int after = source.tokenFrom(source.end(finding.range()));
    return finding.usage().symbol().equals(EXECUTOR)
        ? remove(source, first, after)
        : unname(source, first);
  }

  private static Optional<List<Edit>> unname(PythonSource source, int first) {
    // Arguments before it would move it to another position.
    return source.isAt(first - 1, "(") && source.isAt(first + 1, "=")
        ? Optional.of(
            List.of(
                Edit.delete(
                    source.tokens().get(first).start(), source.tokens().get(first + 2).start())))
        : Optional.empty();
  }

  private static Optional<List<Edit>> remove(PythonSource source, int first, int after) {
    if (!MESSAGING.contains(function(source, first))) {
      return Optional.empty();
    }
    List<Token> tokens = source.tokens();
    int start = tokens.get(first).start();
    int end = tokens.get(after - 1).end();
    EntryLines lines = new EntryLines(source.text());
    boolean startsLine = lines.before(start).isBlank();
    boolean comma = source.isAt(after, ",");
    int last = comma ? tokens.get(after).end() : end;
    if (startsLine && isCommentOrNothing(lines.after(last))) {
      // On a line of its own; a comma that ends the line before may stay.
      return Optional.of(
          List.of(
              Edit.delete(
                  source.text().lineStart(source.text().lineAt(start)),
                  source.text().lineStart(source.text().lineAt(last) + 1))));
    }
    boolean sameLine =
        comma && source.text().lineAt(tokens.get(after + 1).start()) == source.text().lineAt(last);
    if (source.isAt(first - 1, ",") && !(startsLine && sameLine)) {
      int before = tokens.get(first - 2).end();
      return holdsComment(source, before, end)
          ? Optional.empty()
          : Optional.of(List.of(Edit.delete(before, end)));
    }
    int next = comma ? tokens.get(after + 1).start() : end;
    return holdsComment(source, end, next)
        ? Optional.empty()
        : Optional.of(List.of(Edit.delete(start, next)));
  }

  private static boolean isCommentOrNothing(String rest) {
    return rest.isEmpty() || rest.startsWith("#");
  }

  private static boolean holdsComment(PythonSource source, int start, int end) {
    return source.source().substring(start, end).contains("#");
  }

  /** The last name of what is called with the argument at an index. */
  private static String function(PythonSource source, int argument) {
    int depth = source.tokens().get(argument).depth();
    int open = argument - 1;
    while (open > 0 && source.tokens().get(open).depth() >= depth) {
      open--;
    }
    return open > 0 ? source.spelling(source.tokens().get(open - 1)) : "";
  }
}
