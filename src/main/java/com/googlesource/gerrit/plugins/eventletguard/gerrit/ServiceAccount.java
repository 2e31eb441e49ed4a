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
import com.google.gerrit.entities.Account;
import com.google.gerrit.server.account.AccountCache;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ServerSettings;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jgit.errors.ConfigInvalidException;

/**
 * The account that every review comes from. It is never the uploader's: nobody is made to say what
 * they did not say.
 */
@Singleton
public final class ServiceAccount {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  private final ServerSettings settings;
  private final AccountCache accounts;
  private final ServiceAccountCreator creator;
  private final AtomicBoolean missingIsSaid = new AtomicBoolean();

  @Inject
  ServiceAccount(ServerSettings settings, AccountCache accounts, ServiceAccountCreator creator) {
    this.settings = settings;
    this.accounts = accounts;
    this.creator = creator;
  }

  /**
   * The account's id. A missing account is made if the administrator allows it; if not, the log
   * says once how to make it.
   *
   * @throws IOException if the account cannot be stored
   * @throws ConfigInvalidException if what the site stores of accounts cannot be read
   */
  public Optional<Account.Id> id() throws IOException, ConfigInvalidException {
    Optional<Account.Id> found = find();
    if (found.isEmpty() && settings.createAccount()) {
      found = Optional.of(create());
    }
    if (found.isPresent()) {
      missingIsSaid.set(false);
    } else if (missingIsSaid.compareAndSet(false, true)) {
      logger.atSevere().log(
          "no account '%1$s' to review with, so no change is reviewed. Make it with: "
              + "ssh -p 29418 ADMIN@HOST gerrit create-account --group \"'Service Users'\" "
              + "--full-name \"'Eventlet Guard'\" %1$s -- or set createAccount = true, or account "
              + "= NAME, in gerrit.config, section [plugin \"eventlet-guard\"], and reload the "
              + "plugin",
          settings.account());
    }
    return found;
  }

  /** Whether there is such an account now. */
  public boolean exists() {
    return find().isPresent();
  }

  private synchronized Account.Id create() throws IOException, ConfigInvalidException {
    Optional<Account.Id> foundMeanwhile = find();
    return foundMeanwhile.isPresent() ? foundMeanwhile.get() : creator.create(settings.account());
  }

  private Optional<Account.Id> find() {
    return accounts.getByUsername(settings.account()).map(state -> state.account().id());
  }
}
