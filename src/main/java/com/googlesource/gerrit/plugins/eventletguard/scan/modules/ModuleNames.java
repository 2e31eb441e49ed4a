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

package com.googlesource.gerrit.plugins.eventletguard.scan.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What modules are called. A module has one name by its place in the tree, which begins with {@code
 * /}, as {@code /src.swift.common}; relative imports lead to such names. Absolute imports use the
 * names that it has below the folders from which Python imports.
 */
public final class ModuleNames {
  private static final String SUFFIX = ".py";
  private static final String PACKAGE = "__init__";
  private static final String AT_PLACE = "/";

  /** Folders that hold packages and are none themselves. */
  private static final Set<String> SOURCE_FOLDERS = Set.of("src", "lib", "python");

  private ModuleNames() {}

  /** Whether a path is that of a module which others may import. */
  static boolean isModule(String path) {
    return path.endsWith(SUFFIX);
  }

  /** The name of a module by its place. */
  static String atPlace(String path) {
    return AT_PLACE + dotted(parts(path));
  }

  /** The name by its place of the package that a relative import in a file starts from. */
  public static String packageAtPlace(String path) {
    int end = path.lastIndexOf('/');
    return AT_PLACE + (end < 0 ? "" : path.substring(0, end).replace('/', '.'));
  }

  /**
   * The full name of what a relative import names.
   *
   * @param start the package of the importing module, by its place
   * @param level how many dots the import has
   * @param name what follows the dots; may be empty
   */
  public static String relative(String start, int level, String name) {
    String base = start;
    for (int up = 1; up < level; up++) {
      int dot = base.lastIndexOf('.');
      base = dot < 0 ? AT_PLACE : base.substring(0, dot);
    }
    return name.isEmpty() || base.equals(AT_PLACE) ? base + name : base + '.' + name;
  }

  /**
   * Every name under which a module may be imported.
   *
   * @param isPackage whether a folder, by its path without a slash at the end, is a package
   */
  static List<String> all(String path, Predicate<String> isPackage) {
    List<String> parts = parts(path);
    List<String> names = new ArrayList<>();
    names.add(AT_PLACE + dotted(parts));
    int folders = (int) path.chars().filter(c -> c == '/').count();
    int top = folders;
    while (top > 0 && isPackage.test(folder(path, top))) {
      top--;
    }
    if (top < folders) {
      names.add(dotted(parts.subList(top, parts.size())));
    } else {
      // No package, or one without a module of its own: its folders say how it is called.
      names.add(dotted(parts));
      if (folders > 0 && SOURCE_FOLDERS.contains(parts.getFirst())) {
        names.add(dotted(parts.subList(1, parts.size())));
      }
    }
    names.removeIf(String::isEmpty);
    return names;
  }

  /** The first so many folders of a path. */
  private static String folder(String path, int number) {
    int end = -1;
    for (int i = 0; i < number; i++) {
      end = path.indexOf('/', end + 1);
    }
    return path.substring(0, end);
  }

  private static List<String> parts(String path) {
    String name = path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
    List<String> parts = new ArrayList<>(List.of(name.split("/")));
    if (parts.getLast().equals(PACKAGE)) {
      parts.removeLast();
    }
    return parts;
  }

  private static String dotted(List<String> parts) {
    return String.join(".", parts);
  }
}
