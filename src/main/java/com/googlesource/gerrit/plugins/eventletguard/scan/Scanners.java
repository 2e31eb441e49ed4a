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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.IniOptionScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.OptionNames;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.PythonOptionFinder;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.TemplateOptionScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.YamlOptionScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.PyprojectScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.RequirementNames;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.RequirementsScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.SetupCfgScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.EventletFinder;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.PythonScanner;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Puts the scanner together from one for each kind of file. */
public final class Scanners {
  private Scanners() {}

  /**
   * The scanner of everything that a catalog has rules for.
   *
   * @param defects told of each file that a defect of Eventlet Guard keeps from being scanned, by
   *     path; it is counted as skipped besides
   */
  public static Scanner standard(
      RuleCatalog catalog, BiConsumer<String, RuntimeException> defects) {
    OptionNames options = new OptionNames(catalog);
    RequirementNames requirements = new RequirementNames(catalog);
    Map<FileKind, FileScanner> scanners = new EnumMap<>(FileKind.class);
    scanners.put(
        FileKind.PYTHON,
        new PythonScanner(List.of(new EventletFinder(), new PythonOptionFinder(options))));
    scanners.put(FileKind.REQUIREMENTS, new RequirementsScanner(requirements));
    scanners.put(FileKind.SETUP_CFG, new SetupCfgScanner(requirements));
    scanners.put(FileKind.PYPROJECT, new PyprojectScanner(requirements));
    scanners.put(FileKind.INI, new IniOptionScanner(options));
    scanners.put(FileKind.YAML, new YamlOptionScanner(options));
    scanners.put(FileKind.TEMPLATE, new TemplateOptionScanner(options));
    return new Scanner(catalog, scanners, Scanner.DEFAULT_SIZE_LIMIT, defects);
  }
}
