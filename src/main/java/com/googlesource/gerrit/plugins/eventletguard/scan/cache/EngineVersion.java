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

package com.googlesource.gerrit.plugins.eventletguard.scan.cache;

import com.googlesource.gerrit.plugins.eventletguard.rules.Digest;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.List;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Names the program that scans: what one build found must not be taken for what another would find.
 *
 * <p>It is a digest of the checksums that the jar has of the classes that decide what is found, so
 * that nobody has to remember to raise a number, and a release that only changes other parts loses
 * nothing. Classes that stand in no jar may change while they are used and get a name that never
 * comes back.
 */
public final class EngineVersion {
  /** The packages that decide: ours, and the parser's, wherever it is relocated to. */
  private static final List<String> PACKAGES =
      List.of("/eventletguard/rules/", "/eventletguard/scan/", "/pegparser/");

  private static final EngineVersion CURRENT = new EngineVersion(compute());

  private final String name;

  private EngineVersion(String name) {
    this.name = name;
  }

  /** The version that runs. */
  public static EngineVersion current() {
    return CURRENT;
  }

  /** Without white space. */
  public String name() {
    return name;
  }

  private static String compute() {
    CodeSource source = Scanner.class.getProtectionDomain().getCodeSource();
    try {
      File file = source == null ? null : new File(source.getLocation().toURI());
      return file != null && file.isFile() ? ofJar(file) : unpackaged();
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      // Whatever the server has loaded us from: without its checksums nothing may be reused.
      return unpackaged();
    }
  }

  private static String unpackaged() {
    return "unpackaged-" + UUID.randomUUID();
  }

  static String ofJar(File jar) throws IOException {
    try (JarFile entries = new JarFile(jar)) {
      return Digest.of(
          entries.stream()
              .filter(entry -> PACKAGES.stream().anyMatch(entry.getName()::contains))
              .map(EngineVersion::checksum)
              .sorted()
              .toList());
    }
  }

  private static String checksum(ZipEntry entry) {
    return "%s %08x".formatted(entry.getName(), entry.getCrc());
  }
}
