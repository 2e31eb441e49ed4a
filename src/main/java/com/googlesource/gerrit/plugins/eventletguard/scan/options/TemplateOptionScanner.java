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
import java.util.List;

/**
 * Options in templates, whatever they make: each line that would be an option once rendered, with
 * any indentation, since a template's own structure indents as well.
 */
public final class TemplateOptionScanner implements FileScanner {
  private final OptionNames names;

  public TemplateOptionScanner(OptionNames names) {
    this.names = names;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    String view = TemplateMask.apply(text.text());
    String owner = names.owners().ofFile(text.path());
    return new OptionLines(names, text, owner, view, /* indentationContinues= */ false).readAll();
  }
}
