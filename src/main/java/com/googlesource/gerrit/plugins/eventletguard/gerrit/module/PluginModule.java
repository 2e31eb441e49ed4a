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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.module;

import com.google.common.flogger.FluentLogger;
import com.google.gerrit.extensions.annotations.PluginCanonicalWebUrl;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.change.SurveyMemory;
import com.googlesource.gerrit.plugins.eventletguard.change.TreeSurveys;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.Bindings;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.AdministrateCapability;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.cache.BlobCache;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.cache.ReportCache;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ConfigModule;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.rest.RestModule;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsScanner;
import com.googlesource.gerrit.plugins.eventletguard.policy.StageDetector;
import com.googlesource.gerrit.plugins.eventletguard.review.Documentation;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.CatalogScanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.ScanCache;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What the plugin binds in the server. */
public final class PluginModule extends AbstractModule {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  @Override
  protected void configure() {
    install(new Bindings());
    install(new RestModule());
    install(AdministrateCapability.module());
    install(new ConfigModule());
    install(ReportCache.module());
    install(BlobCache.module());
  }

  @Provides
  @Singleton
  RuleCatalog ruleCatalog() {
    return RuleCatalog.builtIn();
  }

  @Provides
  @Singleton
  CatalogScanners scanners(RuleCatalog catalog) {
    return new CatalogScanners(
        new SettingsScanner(catalog),
        (path, defect) -> logger.atSevere().withCause(defect).log("cannot scan %s", path));
  }

  @Provides
  @Singleton
  ScanCache scanCache(BlobCache cache) {
    return cache;
  }

  @Provides
  @Singleton
  TreeSurveys treeSurveys(CatalogScanners scanners, ScanCache cache) {
    return new TreeSurveys(scanners, cache, new SurveyMemory());
  }

  /**
   * The pages come with the plugin; where the server knows no URL of itself, nothing leads there.
   */
  @Provides
  @Singleton
  Documentation documentation(@PluginCanonicalWebUrl String url) {
    try {
      URI plugin = new URI(url);
      return new Documentation(
          Optional.of(plugin).filter(URI::isAbsolute).map(base -> base.resolve("Documentation/")));
    } catch (URISyntaxException e) {
      logger.atWarning().withCause(e).log(
          "comments have no links to the plugin's pages; correct gerrit.canonicalWebUrl");
      return Documentation.NONE;
    }
  }

  /** The stage is about Eventlet itself, so that no rule of a project matters. */
  @Provides
  @Singleton
  StageDetector stageDetector(TreeSurveys surveys, RuleCatalog catalog) {
    return new StageDetector(surveys.of(catalog));
  }
}
