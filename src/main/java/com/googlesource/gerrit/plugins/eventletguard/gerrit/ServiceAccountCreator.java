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

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.flogger.FluentLogger;
import com.google.gerrit.entities.Account;
import com.google.gerrit.entities.AccountGroup;
import com.google.gerrit.entities.InternalGroup;
import com.google.gerrit.exceptions.NoSuchGroupException;
import com.google.gerrit.server.Sequences;
import com.google.gerrit.server.ServerInitiated;
import com.google.gerrit.server.account.AccountsUpdate;
import com.google.gerrit.server.account.GroupCache;
import com.google.gerrit.server.account.ServiceUserClassifier;
import com.google.gerrit.server.account.externalids.ExternalId;
import com.google.gerrit.server.account.externalids.ExternalIdFactory;
import com.google.gerrit.server.group.db.GroupDelta;
import com.google.gerrit.server.group.db.GroupsUpdate;
import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;

/** Makes the service account: without a password, so that nobody can log in as it. */
@Singleton
final class ServiceAccountCreator {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  private static final String FULL_NAME = "Eventlet Guard";
  private static final String REASON = "Create the account of the plugin eventlet-guard";

  private final Sequences sequences;
  private final ExternalIdFactory externalIds;
  private final Provider<AccountsUpdate> accountsUpdate;
  private final Provider<GroupsUpdate> groupsUpdate;
  private final GroupCache groups;

  @Inject
  ServiceAccountCreator(
      Sequences sequences,
      ExternalIdFactory externalIds,
      @ServerInitiated Provider<AccountsUpdate> accountsUpdate,
      @ServerInitiated Provider<GroupsUpdate> groupsUpdate,
      GroupCache groups) {
    this.sequences = sequences;
    this.externalIds = externalIds;
    this.accountsUpdate = accountsUpdate;
    this.groupsUpdate = groupsUpdate;
    this.groups = groups;
  }

  /**
   * Makes an account, a member of the group of service users, which keeps its replies from putting
   * people on the attention set.
   *
   * @throws IOException if it cannot be stored, as when another node has just made it
   */
  Account.Id create(String userName) throws IOException, ConfigInvalidException {
    Account.Id id = Account.id(sequences.nextAccountId());
    ExternalId externalId = externalIds.create(ExternalId.SCHEME_USERNAME, userName, id);
    accountsUpdate
        .get()
        .insert(REASON, id, account -> account.setFullName(FULL_NAME).addExternalId(externalId));
    addToServiceUsers(id);
    logger.atInfo().log("made the account '%s' (%d) to review with", userName, id.get());
    return id;
  }

  private void addToServiceUsers(Account.Id id) throws IOException, ConfigInvalidException {
    Optional<InternalGroup> group =
        groups.get(AccountGroup.nameKey(ServiceUserClassifier.SERVICE_USERS));
    if (group.isEmpty()) {
      logger.atWarning().log("no group '%s' on this site", ServiceUserClassifier.SERVICE_USERS);
      return;
    }
    GroupDelta delta =
        GroupDelta.builder()
            .setMemberModification(members -> Sets.union(members, ImmutableSet.of(id)))
            .build();
    try {
      groupsUpdate.get().updateGroup(group.get().getGroupUUID(), delta);
    } catch (NoSuchGroupException e) {
      throw new IOException("group of service users has just gone", e);
    }
  }
}
