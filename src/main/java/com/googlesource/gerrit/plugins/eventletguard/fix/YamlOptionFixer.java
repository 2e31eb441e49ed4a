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

import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.YamlOptionScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Deletes entries of mappings in YAML, and lines of configuration files in block scalars. A mapping
 * keeps at least one entry, because an empty one would be null.
 */
final class YamlOptionFixer implements FileFixer {
  /** The defaults of an Ansible role are its interface: its templates read them. */
  private static final String DEFAULTS = "defaults/";

  /** So many characters are parsed at most to check the edits of one file. */
  private static final int MOST_CHECKED = 8 << 20;

  private static final OptionLineFixer LINES = new OptionLineFixer(/* template= */ false);

  @Override
  public Optional<OpenFile> open(SourceText text) {
    if (text.path().startsWith(DEFAULTS)
        || text.path().contains("/" + DEFAULTS)
        || text.text().length() > LONGEST_PARSED) {
      return Optional.empty();
    }
    return Document.of(text.text())
        .map(document -> new Opened(text, document, MOST_CHECKED / (text.text().length() + 1)));
  }

  /** A file, of which so many edits may still be checked by parsing what they make of it. */
  private static final class Opened implements OpenFile {
    private final SourceText text;
    private final Document document;
    private int checks;

    Opened(SourceText text, Document document, int checks) {
      this.text = text;
      this.document = document;
      this.checks = checks;
    }

    @Override
    public Optional<Edits> edits(List<Finding> findings) {
      return checks-- > 0 ? YamlOptionFixer.edits(text, document, findings) : Optional.empty();
    }
  }

  private static Optional<Edits> edits(SourceText text, Document before, List<Finding> findings) {
    List<Edit> edits = new ArrayList<>();
    IdentityHashMap<MappingNode, Integer> deleted = new IdentityHashMap<>();
    int nodes = 0;
    for (Finding finding : findings) {
      Optional<Entry> entry = before.entryAt(text.start(finding.range()));
      Optional<Edit> edit =
          entry.isPresent()
              ? delete(text, finding, entry.get())
              : before.isInBlock(text.start(finding.range()))
                  ? LINES.edit(text, finding)
                  : Optional.empty();
      if (edit.isEmpty()) {
        return Optional.empty();
      }
      edits.add(edit.get());
      if (entry.isPresent()) {
        MappingNode mapping = entry.get().mapping();
        nodes += entry.get().nodes();
        if (deleted.merge(mapping, 1, Integer::sum) >= mapping.getValue().size()) {
          return Optional.empty();
        }
      }
    }
    Edits all = Edits.of(edits);
    int left = before.nodes - nodes;
    return Document.of(all.apply(text.text()))
        .filter(after -> after.nodes == left)
        .map(after -> all);
  }

  @Override
  public String description(Finding finding) {
    return LINES.description(finding);
  }

  private static Optional<Edit> delete(SourceText text, Finding finding, Entry entry) {
    String name = OptionText.name(finding);
    EntryLines lines = new EntryLines(text);
    if (finding.usage().kind() != UsageKind.OPTION
        || OptionText.isPartial(finding)
        || entry.mapping().getFlowStyle() != FlowStyle.BLOCK
        || !entry.key().getValue().contains(name)
        || entry.anchored()
        || !lines.before(entry.start()).isBlank()
        || VariableUses.isRead(text.text(), name)) {
      return Optional.empty();
    }
    int end = entry.end();
    while (end > entry.start() && Character.isWhitespace(text.text().charAt(end - 1))) {
      end--;
    }
    String after = lines.after(end);
    return after.isEmpty() || after.startsWith("#")
        ? Optional.of(lines.delete(text.lineAt(entry.start()), text.lineAt(end), name))
        : Optional.empty();
  }

  /**
   * An entry of a mapping.
   *
   * @param start offset of its key
   * @param end offset after its value, perhaps with white space
   * @param nodes how many nodes its key and value are
   * @param anchored whether another place refers to a part of it, or may
   */
  private record Entry(
      MappingNode mapping, ScalarNode key, int start, int end, int nodes, boolean anchored) {}

  /** The nodes of a file. */
  private static final class Document {
    private final String text;
    private final boolean basicPlaneOnly;
    private final Map<Integer, Entry> entries = new TreeMap<>();
    private final List<ScalarNode> blocks = new ArrayList<>();
    private int nodes;

    private Document(String text) {
      this.text = text;
      this.basicPlaneOnly = text.chars().noneMatch(one -> Character.isSurrogate((char) one));
    }

    /** Empty when it is a template, or nested too deeply to be sure of anything. */
    static Optional<Document> of(String text) {
      Document document = new Document(text);
      try {
        for (Node root : new Compose(YamlOptionScanner.SETTINGS).composeAllFromString(text)) {
          document.visit(root);
        }
        return Optional.of(document);
      } catch (YamlEngineException | StackOverflowError e) {
        return Optional.empty();
      }
    }

    Optional<Entry> entryAt(int offset) {
      return Optional.ofNullable(entries.get(offset));
    }

    boolean isInBlock(int offset) {
      return blocks.stream()
          .anyMatch(
              block ->
                  offset(block.getStartMark()) < offset && offset < offset(block.getEndMark()));
    }

    private void visit(Node root) {
      for (Node node : below(root)) {
        nodes++;
        if (node instanceof ScalarNode scalar && isBlock(scalar)) {
          blocks.add(scalar);
        }
        if (node instanceof MappingNode mapping) {
          for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
              entries.put(offset(key.getStartMark()), entry(mapping, key, tuple.getValueNode()));
            }
          }
        }
      }
    }

    private Entry entry(MappingNode mapping, ScalarNode key, Node value) {
      int start = offset(key.getStartMark());
      int keyEnd = offset(key.getEndMark());
      int end = Math.max(offset(value.getEndMark()), keyEnd);
      List<Node> inside = below(value);
      // The value of an alias stands elsewhere.
      boolean elsewhere = text.startsWith("*", valueAt(keyEnd));
      boolean anchored = inside.stream().anyMatch(node -> node.getAnchor().isPresent());
      return new Entry(mapping, key, start, end, 1 + inside.size(), anchored || elsewhere);
    }

    /** The first character of the value. */
    private int valueAt(int keyEnd) {
      int at = keyEnd;
      while (at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == ' ')) {
        at++;
      }
      return at;
    }

    private static boolean isBlock(ScalarNode scalar) {
      return scalar.getScalarStyle() == ScalarStyle.LITERAL
          || scalar.getScalarStyle() == ScalarStyle.FOLDED;
    }

    /** A node and all that is in it, each once. */
    private static List<Node> below(Node root) {
      Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
      List<Node> found = new ArrayList<>();
      Deque<Node> pending = new ArrayDeque<>(List.of(root));
      while (!pending.isEmpty()) {
        Node node = pending.pop();
        if (!seen.add(node)) {
          continue;
        }
        found.add(node);
        // A scalar has nothing inside.
        if (node instanceof MappingNode mapping) {
          mapping
              .getValue()
              .forEach(
                  tuple -> {
                    pending.push(tuple.getKeyNode());
                    pending.push(tuple.getValueNode());
                  });
        } else if (node instanceof SequenceNode sequence) {
          sequence.getValue().forEach(pending::push);
        }
      }
      return found;
    }

    /** The parser counts code points. */
    private int offset(Optional<Mark> mark) {
      int index = mark.map(Mark::getIndex).orElse(0);
      return basicPlaneOnly ? index : text.offsetByCodePoints(0, index);
    }
  }
}
