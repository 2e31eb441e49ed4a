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
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Options in YAML, as Ansible, Helm, Kolla and Puppet's data keep them: keys of mappings, entries
 * that name an option in a value, and configuration files inside block scalars. What is not YAML,
 * because it is a template, is read line by line.
 */
public final class YamlOptionScanner implements FileScanner {
  /**
   * How configuration in YAML is read, here and for its fixes. A key may stand twice, and nothing
   * is expanded: aliases are visited once.
   */
  public static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setAllowDuplicateKeys(true)
          .setCodePointLimit(Integer.MAX_VALUE)
          .setMaxAliasesForCollections(Integer.MAX_VALUE)
          .build();

  private final OptionNames names;
  private final TemplateOptionScanner fallback;

  public YamlOptionScanner(OptionNames names) {
    this.names = names;
    this.fallback = new TemplateOptionScanner(names);
  }

  @Override
  public List<Usage> scan(SourceText text) {
    List<Node> documents = new ArrayList<>();
    try {
      new Compose(SETTINGS).composeAllFromString(text.text()).forEach(documents::add);
    } catch (YamlEngineException | StackOverflowError e) {
      // A template, or nested so deeply that only a scan by lines ends well.
      return fallback.scan(text);
    }
    List<Usage> usages = new YamlOptionVisitor(names, text).visit(documents);
    usages.sort(Usage.ORDER);
    return usages;
  }
}
