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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Map;

/**
 * A file with what could be fixed in it.
 *
 * @param content its new bytes: same encoding, byte-order mark and line ends
 * @param fixed the findings that are gone, in the order of the file, and what was done about each
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a file's bytes
public record FixedFile(byte[] content, Map<Finding, String> fixed) {
  public FixedFile {
    requireNonNull(content, "content");
    requireNonNull(fixed, "fixed");
  }
}
