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

package com.googlesource.gerrit.plugins.eventletguard.report.html;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The pages as they stand among the resources, to be filled in. */
final class Template {
  private static final String FOLDER = "templates/";

  private Template() {}

  /**
   * Fills in a page.
   *
   * @param name that of the resource
   * @param page what goes into it, by the names in the template; text is escaped there
   */
  static String print(String name, Map<String, Object> page) {
    try (Reader reader = open(name)) {
      return Mustache.compiler()
          .escapeHTML(true)
          .emptyStringIsFalse(true)
          .withLoader(Template::open)
          .compile(reader)
          .execute(page);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FOLDER + name, e);
    }
  }

  private static Reader open(String name) {
    InputStream in = Template.class.getClassLoader().getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException("not on the class path: " + FOLDER + name);
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
