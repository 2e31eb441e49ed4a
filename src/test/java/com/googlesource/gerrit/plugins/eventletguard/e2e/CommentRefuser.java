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

package com.googlesource.gerrit.plugins.eventletguard.e2e;

import com.google.common.collect.ImmutableList;
import com.google.gerrit.extensions.annotations.Exports;
import com.google.gerrit.extensions.validators.CommentForValidation;
import com.google.gerrit.extensions.validators.CommentValidationContext;
import com.google.gerrit.extensions.validators.CommentValidationFailure;
import com.google.gerrit.extensions.validators.CommentValidator;
import com.google.inject.AbstractModule;

/**
 * Another plugin, for tests: it refuses every inline comment that names a rule which it does not
 * like, as validators of a site may.
 */
public final class CommentRefuser implements CommentValidator {
  /** The rule. */
  static final String RULE = "EVT110";

  @Override
  public ImmutableList<CommentValidationFailure> validateComments(
      CommentValidationContext context, ImmutableList<CommentForValidation> comments) {
    return comments.stream()
        .filter(comment -> comment.getSource() == CommentForValidation.CommentSource.HUMAN)
        .filter(comment -> comment.getType() == CommentForValidation.CommentType.INLINE_COMMENT)
        .filter(comment -> comment.getText().startsWith(RULE))
        .map(comment -> comment.failValidation("not this rule"))
        .collect(ImmutableList.toImmutableList());
  }

  /** Binds it. */
  public static final class Module extends AbstractModule {
    @Override
    protected void configure() {
      bind(CommentValidator.class)
          .annotatedWith(Exports.named("comment-refuser"))
          .to(CommentRefuser.class);
    }
  }
}
