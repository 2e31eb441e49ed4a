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

package com.googlesource.gerrit.plugins.eventletguard.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The classes that a program finds in some jars and in the JDK that runs this, without loading
 * them. Names are internal: {@code java/lang/String}.
 */
final class ClassPath implements AutoCloseable {
  private final URLClassLoader files;
  private final Map<String, Optional<ClassNode>> classes = new HashMap<>();

  private ClassPath(URLClassLoader files) {
    this.files = files;
  }

  static ClassPath of(Path... jars) throws IOException {
    URL[] urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      urls[i] = jars[i].toUri().toURL();
    }
    return new ClassPath(new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()));
  }

  @Override
  public void close() throws IOException {
    files.close();
  }

  /** Adds a class file. */
  void add(byte[] classFile) {
    ClassNode node = declarations(classFile);
    classes.put(node.name, Optional.of(node));
  }

  /** The class of this name; empty when there is none. An array is an object. */
  Optional<ClassNode> find(String name) {
    if (name.startsWith("[")) {
      return find("java/lang/Object");
    }
    return classes.computeIfAbsent(name, this::read);
  }

  /** The method that a reference to it through {@code owner} leads to. */
  Optional<MethodNode> method(ClassNode owner, String name, String descriptor) {
    return ancestry(owner).stream()
        .flatMap(node -> node.methods.stream())
        .filter(method -> method.name.equals(name) && method.desc.equals(descriptor))
        .findFirst();
  }

  /** The field that a reference to it through {@code owner} leads to. */
  Optional<FieldNode> field(ClassNode owner, String name, String descriptor) {
    return ancestry(owner).stream()
        .flatMap(node -> node.fields.stream())
        .filter(field -> field.name.equals(name) && field.desc.equals(descriptor))
        .findFirst();
  }

  /** A class, its superclasses, then its interfaces with theirs, those that are there. */
  List<ClassNode> ancestry(ClassNode node) {
    List<ClassNode> ancestry = new ArrayList<>();
    for (Optional<ClassNode> next = Optional.of(node);
        next.isPresent();
        next = Optional.ofNullable(next.get().superName).flatMap(this::find)) {
      ancestry.add(next.get());
    }
    for (ClassNode type : List.copyOf(ancestry)) {
      for (String name : type.interfaces) {
        find(name).ifPresent(found -> ancestry(found).forEach(one -> addNew(ancestry, one)));
      }
    }
    return ancestry;
  }

  private static void addNew(List<ClassNode> ancestry, ClassNode node) {
    if (!ancestry.contains(node)) {
      ancestry.add(node);
    }
  }

  /** Methods that a class inherits as abstract and has no body for. */
  List<MethodNode> unimplemented(ClassNode node) {
    List<ClassNode> ancestry = ancestry(node);
    return ancestry.stream()
        .flatMap(ancestor -> ancestor.methods.stream())
        .filter(ClassPath::isAbstract)
        .filter(
            method ->
                ancestry.stream()
                    .flatMap(ancestor -> ancestor.methods.stream())
                    .filter(Predicate.not(ClassPath::isAbstract))
                    .noneMatch(body -> overrides(body, method)))
        .toList();
  }

  static boolean isAbstract(MethodNode method) {
    return (method.access & Opcodes.ACC_ABSTRACT) != 0;
  }

  private static boolean overrides(MethodNode body, MethodNode method) {
    return body.name.equals(method.name)
        && body.desc.equals(method.desc)
        && (body.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0;
  }

  private Optional<ClassNode> read(String name) {
    try (InputStream input = files.getResourceAsStream(name + ".class")) {
      return input == null ? Optional.empty() : Optional.of(declarations(input.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class " + name, e);
    }
  }

  private static ClassNode declarations(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile)
        .accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return node;
  }
}
