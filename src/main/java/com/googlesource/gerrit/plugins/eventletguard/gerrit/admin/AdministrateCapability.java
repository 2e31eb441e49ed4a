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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.admin;

import com.google.gerrit.extensions.annotations.Exports;
import com.google.gerrit.extensions.config.CapabilityDefinition;
import com.google.inject.AbstractModule;
import com.google.inject.Module;

/**
 * The one capability of the plugin. Administrators of the server have it; other groups can be given
 * it in All-Projects, as {@code eventlet-guard-administrate}.
 */
public final class AdministrateCapability extends CapabilityDefinition {
  /** Its name, which the server prefixes with the plugin's. */
  public static final String NAME = "administrate";

  /** What binds it in the server. */
  public static Module module() {
    return new AbstractModule() {
      @Override
      protected void configure() {
        bind(CapabilityDefinition.class)
            .annotatedWith(Exports.named(NAME))
            .to(AdministrateCapability.class);
      }
    };
  }

  @Override
  public String getDescription() {
    return "Administrate Eventlet Guard";
  }
}
