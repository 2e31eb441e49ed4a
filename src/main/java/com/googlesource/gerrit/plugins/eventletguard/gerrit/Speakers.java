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

import com.google.gerrit.entities.Account;
import com.google.gerrit.entities.LabelType;
import com.google.gerrit.extensions.common.AccountInfo;
import com.google.gerrit.server.account.ServiceUserClassifier;
import com.google.gerrit.server.permissions.LabelPermission;
import com.google.gerrit.server.permissions.PermissionBackend;
import com.google.gerrit.server.permissions.PermissionBackendException;
import com.google.gerrit.server.query.change.ChangeData;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.review.Speaker;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Knows who people are to a change. */
@Singleton
final class Speakers {
  private final PermissionBackend permissions;
  private final ServiceUserClassifier serviceUsers;

  @Inject
  Speakers(PermissionBackend permissions, ServiceUserClassifier serviceUsers) {
    this.permissions = permissions;
    this.serviceUsers = serviceUsers;
  }

  /**
   * The people of one change.
   *
   * @param self the service account
   * @param acceptLabel who may give its highest value can accept a finding; empty when the change
   *     has no such label
   */
  Roles of(ChangeData change, Account.Id self, Optional<LabelType> acceptLabel) {
    return new Roles(change, self, acceptLabel);
  }

  /** Each person is asked about once. */
  final class Roles {
    private final ChangeData change;
    private final Account.Id self;
    private final Optional<LabelType> acceptLabel;
    private final Map<Account.Id, Speaker> known = new HashMap<>();

    private Roles(ChangeData change, Account.Id self, Optional<LabelType> acceptLabel) {
      this.change = change;
      this.self = self;
      this.acceptLabel = acceptLabel;
    }

    /**
     * Who the author of a comment is.
     *
     * @param author null when the server no longer knows
     */
    Speaker speaker(AccountInfo author) {
      return author == null || author._accountId == null
          ? Speaker.OTHER
          : known.computeIfAbsent(Account.id(author._accountId), this::find);
    }

    private Speaker find(Account.Id person) {
      if (person.equals(self)) {
        return Speaker.SELF;
      }
      if (person.equals(change.change().getOwner())
          || person.equals(change.currentPatchSet().uploader())) {
        return Speaker.AUTHOR;
      }
      return !serviceUsers.isServiceUser(person) && mayAccept(person)
          ? Speaker.REVIEWER
          : Speaker.OTHER;
    }

    private boolean mayAccept(Account.Id person) {
      if (acceptLabel.isEmpty()) {
        return false;
      }
      try {
        return permissions
            .absentUser(person)
            .change(change)
            .test(
                new LabelPermission.WithValue(
                    acceptLabel.get(), acceptLabel.get().getMaxPositive()));
      } catch (PermissionBackendException e) {
        throw new IllegalStateException("cannot tell what account " + person + " may do", e);
      }
    }
  }
}
