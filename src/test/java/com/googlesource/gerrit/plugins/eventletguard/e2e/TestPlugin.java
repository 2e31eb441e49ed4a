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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Plugins of the tests' own, made of test classes, to install beside the one under test. */
final class TestPlugin {
  private TestPlugin() {}

  /**
   * Makes a jar under the build's folder.
   *
   * @param name the plugin's name
   * @param module what the server installs
   * @param others the other classes that it needs
   */
  static Path jar(String name, Class<?> module, Class<?>... others) {
    Manifest manifest = new Manifest();
    Attributes entries = manifest.getMainAttributes();
    entries.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    entries.putValue("Gerrit-PluginName", name);
    entries.putValue("Gerrit-Module", module.getName());
    Path jar = Path.of(System.getProperty("project.build.directory"), name + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      add(out, module);
      for (Class<?> other : others) {
        add(out, other);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + jar, e);
    }
    return jar;
  }

  private static void add(JarOutputStream out, Class<?> type) throws IOException {
    String path = type.getName().replace('.', '/') + ".class";
    out.putNextEntry(new JarEntry(path));
    try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
      in.transferTo(out);
    }
    out.closeEntry();
  }
}
