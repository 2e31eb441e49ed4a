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

package com.googlesource.gerrit.plugins.eventletguard.gerrit;

import com.google.common.flogger.FluentLogger;
import com.google.gerrit.extensions.events.ChangeRestoredListener;
import com.google.gerrit.extensions.events.PrivateStateChangedListener;
import com.google.gerrit.extensions.events.RevisionCreatedListener;
import com.google.gerrit.extensions.events.WorkInProgressStateChangedListener;
import com.google.gerrit.extensions.registration.DynamicSet;
import com.google.gerrit.lifecycle.LifecycleModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.change.BlobScanner;
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeScanner;
import com.googlesource.gerrit.plugins.eventletguard.policy.StageDetector;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.MemoryScanCache;

/** What the plugin binds in the server. */
public final class PluginModule extends LifecycleModule {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  @Override
  protected void configure() {
    DynamicSet.bind(binder(), RevisionCreatedListener.class).to(ChangeEventListener.class);
    DynamicSet.bind(binder(), WorkInProgressStateChangedListener.class)
        .to(ChangeEventListener.class);
    DynamicSet.bind(binder(), PrivateStateChangedListener.class).to(ChangeEventListener.class);
    DynamicSet.bind(binder(), ChangeRestoredListener.class).to(ChangeEventListener.class);
    listener().to(ScanQueue.class);
    listener().to(ServiceAccountCheck.class);
  }

  @Provides
  @Singleton
  RuleCatalog ruleCatalog() {
    return RuleCatalog.builtIn();
  }

  @Provides
  @Singleton
  Scanner scanner(RuleCatalog catalog) {
    return Scanners.standard(
        catalog, (path, defect) -> logger.atSevere().withCause(defect).log("cannot scan %s", path));
  }

  @Provides
  @Singleton
  BlobScanner blobScanner(Scanner scanner) {
    return new BlobScanner(scanner, new MemoryScanCache());
  }

  @Provides
  @Singleton
  ChangeScanner changeScanner(BlobScanner scanner) {
    return new ChangeScanner(scanner);
  }

  @Provides
  @Singleton
  StageDetector stageDetector(BlobScanner scanner) {
    return new StageDetector(scanner);
  }
}
