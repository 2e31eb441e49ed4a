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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import static java.util.Objects.requireNonNull;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Validates JSON by schemas on the class path. */
final class JsonSchemas {
  /** OASIS's own. */
  static final String SARIF = "/schema/sarif-schema-2.1.0.json";

  /** What Zuul takes. */
  static final String ZUUL = "/schemas/zuul-return.json";

  private JsonSchemas() {}

  /** What is wrong in a document; nothing when it is valid. */
  static List<String> problems(String schema, String json) throws IOException {
    try (InputStream in = requireNonNull(JsonSchemas.class.getResourceAsStream(schema), schema)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .validate(
              json,
              InputFormat.JSON,
              context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
          .stream()
          .map(ValidationMessage::toString)
          .toList();
    }
  }
}
