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

package com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax;

import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement.Alias;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads import statements as nearly all are written, without the parser. They tell what else of a
 * module has to be parsed, so that it need not be parsed twice.
 */
public final class PlainImport {
  private static final Pattern TOKEN = Pattern.compile("[\\w.]+|[(),*]|\\S");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.]*");
  private static final String IMPORT = "import";
  private static final String FROM = "from";
  private static final String AS = "as";
  private static final String STAR = "*";

  /** What the tokens end with: no token. */
  private static final String END = "";

  private final List<String> tokens = new ArrayList<>();
  private int position;

  private PlainImport(String line) {
    Matcher token = TOKEN.matcher(line);
    while (token.find()) {
      tokens.add(token.group());
    }
  }

  /**
   * The import statement that a logical line is.
   *
   * @param line without its indentation
   * @return without positions; empty when it is anything else, or holds a comment
   */
  public static Optional<Statement> read(String line) {
    return line.startsWith(IMPORT) || line.startsWith(FROM)
        ? new PlainImport(line).statement()
        : Optional.empty();
  }

  private Optional<Statement> statement() {
    List<Alias> names = new ArrayList<>();
    if (take(IMPORT)) {
      return names(names) && isAtEnd()
          ? Optional.of(new Statement.Import(0, 0, names))
          : Optional.empty();
    }
    if (!take(FROM)) {
      return Optional.empty();
    }
    int level = 0;
    String module = next();
    while (module.startsWith(".")) {
      level++;
      module = module.substring(1);
    }
    position++;
    if (!(module.isEmpty() ? level > 0 : NAME.matcher(module).matches()) || !take(IMPORT)) {
      return Optional.empty();
    }
    boolean all = take(STAR);
    if (all) {
      names.add(new Alias(0, 0, STAR, Optional.empty()));
    }
    boolean complete = all || (take("(") ? names(names) && take(")") : names(names));
    return complete && isAtEnd()
        ? Optional.of(new Statement.ImportFrom(0, 0, level, module, names))
        : Optional.empty();
  }

  /** Takes names with commas between them, and one behind the last. */
  private boolean names(List<Alias> names) {
    do {
      if (!NAME.matcher(next()).matches()) {
        return !names.isEmpty();
      }
      String name = tokens.get(position++);
      Optional<String> asName = Optional.empty();
      if (take(AS)) {
        if (!NAME.matcher(next()).matches()) {
          return false;
        }
        asName = Optional.of(tokens.get(position++));
      }
      names.add(new Alias(0, 0, name, asName));
    } while (take(","));
    return true;
  }

  private String next() {
    return position < tokens.size() ? tokens.get(position) : END;
  }

  private boolean isAtEnd() {
    return next().equals(END);
  }

  private boolean take(String token) {
    boolean found = next().equals(token);
    position += found ? 1 : 0;
    return found;
  }
}
