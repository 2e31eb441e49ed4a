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

package com.googlesource.gerrit.plugins.eventletguard.scan.options;

import com.googlesource.gerrit.plugins.eventletguard.scan.FileScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.PuppetText.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Options in manifests of Puppet: resources and hashes whose titles are {@code 'SECTION/OPTION'},
 * attributes of resources and classes ({@code oslo::db { … use_tpool => … }}), and parameters that
 * a class declares. An option that is ensured to be absent is welcome, and so is a parameter whose
 * default is {@code undef}, the deprecated stand-in for one that was there.
 */
public final class PuppetOptionScanner implements FileScanner {
  private static final String CLASS = "class";
  private static final String ABSENT = "absent";
  private static final String UNDEFINED = "undef";

  /**
   * A block in braces or parentheses.
   *
   * @param owner whose options its titles are
   * @param name what the block declares or configures; empty for hashes
   */
  private record Block(String owner, String name) {}

  private final OptionNames names;

  public PuppetOptionScanner(OptionNames names) {
    this.names = names;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    return new Visit(text, PuppetText.tokens(text.text())).usages();
  }

  /** The scan of one manifest. */
  private final class Visit {
    private final SourceText text;
    private final List<Token> tokens;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private final List<Usage> usages = new ArrayList<>();

    Visit(SourceText text, List<Token> tokens) {
      this.text = text;
      this.tokens = tokens;
      blocks.push(new Block("", ""));
    }

    List<Usage> usages() {
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        if (token.is("{") || token.is("(")) {
          blocks.push(opened(i));
        } else if ((token.is("}") || token.is(")")) && blocks.size() > 1) {
          blocks.pop();
        } else if (isAt(i + 1, "=>") || (token.string() && isAt(i + 1, ":"))) {
          entry(i);
        } else if (token.text().startsWith("$") && !token.string() && isAt(i + 1, "=")) {
          parameter(i);
        }
      }
      usages.sort(Usage.ORDER);
      return usages;
    }

    /** What a bracket opens is told by the words before it and the title after it. */
    private Block opened(int at) {
      Block outer = blocks.peek();
      String type = at > 0 && !tokens.get(at - 1).string() ? tokens.get(at - 1).text() : "";
      if (tokens.get(at).is("(") && at > 1 && isDeclaration(tokens.get(at - 2).text())) {
        return new Block("", type);
      }
      if (!tokens.get(at).is("{") || !Character.isLetter(type.isEmpty() ? '?' : type.charAt(0))) {
        return new Block(outer.owner(), "");
      }
      String name = type.equals(CLASS) && at + 1 < tokens.size() ? tokens.get(at + 1).text() : type;
      return new Block(names.owners().ofResourceType(type), name);
    }

    private static boolean isDeclaration(String word) {
      return word.equals(CLASS) || word.equals("define");
    }

    /** {@code key => value}, or a title and its colon. */
    private void entry(int at) {
      Token key = tokens.get(at);
      Block block = blocks.peek();
      boolean title = key.string() && key.text().indexOf('/') > 0;
      String name = title || block.name().isEmpty() ? key.text() : block.name() + "::" + key.text();
      if (title && isRemoved(at + 2)) {
        return;
      }
      String value = at + 2 < tokens.size() ? tokens.get(at + 2).text() : "";
      find(block, name, value)
          .or(() -> find(block, key.text(), value))
          .ifPresent(option -> add(option, key, endOfValue(at + 2)));
    }

    private void parameter(int at) {
      Token variable = tokens.get(at);
      String value = at + 2 < tokens.size() ? tokens.get(at + 2).text() : "";
      Block block = blocks.peek();
      if (block.name().isEmpty() || value.equals(UNDEFINED)) {
        return;
      }
      String name = variable.text().substring(1);
      find(block, block.name() + "::" + name, value)
          .or(() -> find(block, name, value))
          .ifPresent(option -> add(option, variable, endOfValue(at + 2)));
    }

    private Optional<OptionNames.Option> find(Block block, String name, String value) {
      return names.find(new OptionNames.Place(block.owner(), ""), name, value);
    }

    private void add(OptionNames.Option option, Token key, int end) {
      usages.add(option.usage(text, key.start(), end));
    }

    /** Whether one of the attributes from a token on, to the end of the resource, removes it. */
    private boolean isRemoved(int from) {
      int depth = 0;
      for (int i = from; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        if (token.is("{")) {
          depth++;
        } else if (token.is("}") || (token.is(";") && depth == 0)) {
          depth--;
          if (depth <= 0) {
            return false;
          }
        } else if (token.is("ensure") && isAt(i + 1, "=>") && i + 2 < tokens.size()) {
          return tokens.get(i + 2).text().equals(ABSENT);
        }
      }
      return false;
    }

    /** The end of what follows on the same line, before the mark that ends it. */
    private int endOfValue(int from) {
      int end = tokens.get(from - 1).start();
      int line = text.lineAt(tokens.get(from - 2).start());
      int depth = 0;
      for (int i = from; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        boolean closes = token.is("}") || token.is(")") || token.is("]");
        if (text.lineAt(token.start()) != line
            || (depth == 0 && (closes || token.is(",") || token.is(";")))) {
          break;
        }
        if (token.is("{") || token.is("(") || token.is("[")) {
          depth++;
        } else if (closes) {
          depth--;
        }
        end = token.end();
      }
      return Math.max(end, tokens.get(from - 2).end());
    }

    private boolean isAt(int index, String mark) {
      return index < tokens.size() && tokens.get(index).is(mark);
    }
  }
}
