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
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.launch.EnvironmentScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.launch.LaunchNames;
import com.googlesource.gerrit.plugins.eventletguard.scan.launch.LauncherScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.launch.PythonLaunchFinder;
import com.googlesource.gerrit.plugins.eventletguard.scan.launch.ServiceScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.CoverageTomlScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.IniOptionScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.OptionNames;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.PuppetOptionScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.PythonOptionFinder;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.ShellOptionScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.TemplateOptionScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.options.YamlOptionScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.CondaScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.DistributionScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.EntryPointScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.InstallCommandScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.PackageListScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.PyprojectScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.RequirementNames;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.RequirementsScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.SetupCfgScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.SetupPyFinder;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.ToxScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.EventletFinder;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.KeywordFinder;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.PythonScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.ThreadGroupFinder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    return standard(catalog, text -> List.of(), defects);
  }

  /**
   * The same with a scanner of the settings of a branch.
   *
   * @param settings finds what is wrong in them
   */
  public static Scanner standard(
      RuleCatalog catalog, FileScanner settings, BiConsumer<String, RuntimeException> defects) {
    CatalogTriggers triggers = new CatalogTriggers(catalog);
    OptionNames options = new OptionNames(catalog);
    RequirementNames requirements = new RequirementNames(catalog);
    LaunchNames launches = new LaunchNames(catalog);
    FileScanner launched =
        new WordScanner(
            triggers.wordsOf(Set.of(UsageKind.LAUNCHER, UsageKind.ENVIRONMENT)),
            new CombinedScanner(new LauncherScanner(launches), new EnvironmentScanner(launches)));
    FileScanner installed =
        new WordScanner(
            triggers.wordsOf(Set.of(UsageKind.REQUIREMENT)),
            new InstallCommandScanner(requirements));
    FileScanner started = new ServiceScanner(launches);
    FileScanner ini = new IniOptionScanner(options);
    FileScanner entryPoints = new EntryPointScanner(launches);
    Map<FileKind, FileScanner> scanners = new EnumMap<>(FileKind.class);
    scanners.put(
        FileKind.PYTHON,
        new PythonScanner(
            List.of(
                new EventletFinder(catalog),
                new KeywordFinder(catalog),
                new ThreadGroupFinder(catalog),
                new PythonOptionFinder(options),
                new PythonLaunchFinder(launches),
                new SetupPyFinder(requirements))));
    scanners.put(FileKind.REQUIREMENTS, new RequirementsScanner(requirements));
    scanners.put(
        FileKind.SETUP_CFG,
        new CombinedScanner(new SetupCfgScanner(requirements), ini, entryPoints));
    scanners.put(
        FileKind.PYPROJECT,
        new CombinedScanner(
            new PyprojectScanner(requirements), new CoverageTomlScanner(options), entryPoints));
    scanners.put(FileKind.INI, new CombinedScanner(ini, launched));
    scanners.put(
        FileKind.TOX, new CombinedScanner(ini, new ToxScanner(requirements), launched, installed));
    scanners.put(
        FileKind.YAML,
        new CombinedScanner(
            new YamlOptionScanner(options), new CondaScanner(requirements), launched, installed));
    scanners.put(
        FileKind.TEMPLATE, new CombinedScanner(new TemplateOptionScanner(options), launched));
    scanners.put(
        FileKind.SHELL, new CombinedScanner(new ShellOptionScanner(options), launched, installed));
    scanners.put(
        FileKind.DOCKERFILE,
        new CombinedScanner(launched, installed, started, new PackageListScanner(requirements)));
    scanners.put(FileKind.SYSTEMD, new CombinedScanner(launched, started));
    scanners.put(FileKind.PUPPET, new PuppetOptionScanner(options));
    scanners.put(FileKind.BINDEP, DistributionScanner.bindep(requirements));
    scanners.put(FileKind.RPM_SPEC, DistributionScanner.rpm(requirements));
    scanners.put(FileKind.DEBIAN_CONTROL, DistributionScanner.debian(requirements));
    scanners.put(FileKind.SETTINGS, settings);
    return new Scanner(
        catalog,
        scanners,
        TriggerSets.inAnyCase(triggers.setsOf(CatalogTriggers.OF_OTHERS)),
        Scanner.DEFAULT_SIZE_LIMIT,
        defects);
  }
}
