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

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds the options in the nodes of one YAML file. Used once. */
final class YamlOptionVisitor {
  /** A node yet to be visited, and where it stands: its key is the section of what is in it. */
  private record Pending(Node node, OptionNames.Place place) {}

  /** What YAML's core schema reads as null. */
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  /** Longer lists are no values of options, nor are longer texts; aliases may repeat them. */
  private static final int MOST_ITEMS = 200;

  private static final int MAX_ITEM = 2000;

  private final OptionNames names;
  private final SourceText text;
  private final String view;
  private final boolean basicPlaneOnly;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final List<Usage> usages = new ArrayList<>();

  YamlOptionVisitor(OptionNames names, SourceText text) {
    this.names = names;
    this.text = text;
    this.view = TemplateMask.apply(text.text());
    this.basicPlaneOnly = text.text().chars().noneMatch(one -> Character.isSurrogate((char) one));
  }

  List<Usage> visit(List<Node> documents) {
    OptionNames.Place file = new OptionNames.Place(names.owners().ofFile(text.path()), "");
    documents.forEach(document -> push(document, file));
    while (!pending.isEmpty()) {
      Pending next = pending.pop();
      // Anchors are resolved to the nodes they name, so nothing else holds text.
      if (next.node() instanceof MappingNode mapping) {
        visitMapping(mapping, next.place());
      } else if (next.node() instanceof SequenceNode sequence) {
        sequence.getValue().forEach(item -> push(item, next.place()));
      } else if (next.node() instanceof ScalarNode scalar) {
        visitScalar(scalar, next.place());
      }
    }
    return usages;
  }

  private void push(Node node, OptionNames.Place place) {
    if (seen.add(node)) {
      pending.push(new Pending(node, place));
    }
  }

  private void visitMapping(MappingNode mapping, OptionNames.Place place) {
    visitOptionTask(mapping);
    String ownerInside = ownerInside(place);
    for (NodeTuple entry : mapping.getValue()) {
      String key = "";
      if (entry.getKeyNode() instanceof ScalarNode scalar) {
        key = scalar.getValue();
        if (!isNull(entry.getValueNode())) {
          names
              .find(place, key, valueOf(Optional.of(entry)))
              .ifPresent(option -> usages.add(entryUsage(option, scalar, entry.getValueNode())));
        }
      } else {
        push(entry.getKeyNode(), place);
      }
      push(entry.getValueNode(), new OptionNames.Place(ownerInside, key));
    }
  }

  /** Null sets nothing: Helm removes a chart's default by it, and charts leave places open so. */
  private static boolean isNull(Node value) {
    return value instanceof ScalarNode scalar
        && scalar.getScalarStyle() == ScalarStyle.PLAIN
        && NULLS.contains(scalar.getValue());
  }

  /** A key may name the configuration file that its sections make, as Helm and Ansible have it. */
  private String ownerInside(OptionNames.Place place) {
    String named = names.owners().ofReference(place.section());
    return named.isEmpty() ? place.owner() : named;
  }

  /**
   * A task that edits an ini file, as Ansible's {@code ini_file}: the option is the value of a key.
   * One that removes it is welcome.
   */
  private void visitOptionTask(MappingNode mapping) {
    Optional<NodeTuple> named = entry(mapping, "option");
    if (named.isEmpty() || valueOf(entry(mapping, "state")).equals("absent")) {
      return;
    }
    String file = valueOf(entry(mapping, "path").or(() -> entry(mapping, "dest")));
    names
        .find(
            new OptionNames.Place(
                names.owners().ofReference(file), valueOf(entry(mapping, "section"))),
            valueOf(named),
            valueOf(entry(mapping, "value")))
        .ifPresent(
            option ->
                usages.add(
                    entryUsage(
                        option,
                        (ScalarNode) named.get().getKeyNode(),
                        named.get().getValueNode())));
  }

  private static Optional<NodeTuple> entry(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(
            entry ->
                entry.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
        .findFirst();
  }

  /** The value of an entry; a list as oslo.config spells it, in one line. */
  private static String valueOf(Optional<NodeTuple> entry) {
    return entry
        .map(NodeTuple::getValueNode)
        .map(
            value ->
                value instanceof SequenceNode list
                    ? list.getValue().stream()
                        .limit(MOST_ITEMS)
                        .map(YamlOptionVisitor::textOf)
                        .collect(Collectors.joining(","))
                    : textOf(value))
        .orElse("");
  }

  private static String textOf(Node node) {
    return node instanceof ScalarNode scalar && scalar.getValue().length() <= MAX_ITEM
        ? scalar.getValue()
        : "";
  }

  /** From the key to the end of its value, or of the key alone when the value is a block. */
  private Usage entryUsage(OptionNames.Option option, ScalarNode key, Node value) {
    int start = offset(key.getStartMark());
    int end = offset(key.getEndMark());
    if (value instanceof ScalarNode scalar && !isBlock(scalar)) {
      int valueEnd = offset(scalar.getEndMark());
      // The value of an alias stands elsewhere, perhaps before the key.
      boolean sameEntry = valueEnd > end && text.lineAt(valueEnd) == text.lineAt(start);
      end = sameEntry ? valueEnd : end;
    }
    return option.usage(text, start, end);
  }

  /** A block scalar may be a configuration file. */
  private void visitScalar(ScalarNode scalar, OptionNames.Place place) {
    if (!isBlock(scalar)) {
      return;
    }
    int first = text.lineAt(offset(scalar.getStartMark())) + 1;
    int endOffset = offset(scalar.getEndMark());
    int last = text.lineAt(endOffset);
    if (last > first && text.text().substring(text.lineStart(last), endOffset).isBlank()) {
      last--;
    }
    if (first > last) {
      return;
    }
    usages.addAll(
        new OptionLines(names, text, ownerInside(place), view, /* indentationContinues= */ true)
            .read(first, last, margin(first, last)));
  }

  /** How far the first line that is not blank is indented. */
  private int margin(int first, int last) {
    for (int line = first; line <= last; line++) {
      String content = text.line(line);
      if (!content.isBlank()) {
        return content.length() - content.stripLeading().length();
      }
    }
    return 0;
  }

  private static boolean isBlock(ScalarNode scalar) {
    return scalar.getScalarStyle() == ScalarStyle.LITERAL
        || scalar.getScalarStyle() == ScalarStyle.FOLDED;
  }

  /** The parser counts code points. */
  private int offset(Optional<Mark> mark) {
    int index = mark.map(Mark::getIndex).orElse(0);
    return basicPlaneOnly ? index : text.text().offsetByCodePoints(0, index);
  }
}
