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

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds what would fail with a linkage error when a class file meets classes that it was not
 * compiled against: classes, methods and fields that are gone, a class that is an interface now or
 * the reverse, a method that is static now or the reverse, and an abstract method without a body
 * (chapters 5.4 and 6.5 of the Java Virtual Machine Specification).
 */
final class Linkage {
  private static final int API = Opcodes.ASM9;

  private final ClassPath classPath;
  private final SortedSet<String> problems = new TreeSet<>();

  private Linkage(ClassPath classPath) {
    this.classPath = classPath;
  }

  /**
   * The problems of some class files, each as one line.
   *
   * @param classPath where they run, themselves included
   */
  static SortedSet<String> check(Iterable<byte[]> classFiles, ClassPath classPath) {
    Linkage linkage = new Linkage(classPath);
    for (byte[] classFile : classFiles) {
      new ClassReader(classFile).accept(linkage.new References(), ClassReader.SKIP_DEBUG);
    }
    return linkage.problems;
  }

  private static boolean is(int access, int flag) {
    return (access & flag) != 0;
  }

  private static boolean isPolymorphic(String owner) {
    return owner.equals("java/lang/invoke/MethodHandle")
        || owner.equals("java/lang/invoke/VarHandle");
  }

  /** Visits everything that a class refers to. */
  private final class References extends ClassVisitor {
    private String visited;

    References() {
      super(API);
    }

    private void report(String problem) {
      problems.add((visited + ": " + problem).replace('/', '.'));
    }

    private Optional<ClassNode> type(String name) {
      Optional<ClassNode> found = classPath.find(name);
      if (found.isEmpty()) {
        report("there is no class " + name);
      }
      return found;
    }

    private void type(Type type) {
      switch (type.getSort()) {
        case Type.ARRAY -> type(type.getElementType());
        case Type.OBJECT -> type(type.getInternalName());
        case Type.METHOD -> {
          type(type.getReturnType());
          for (Type argument : type.getArgumentTypes()) {
            type(argument);
          }
        }
        default -> {
          // a primitive type
        }
      }
    }

    private void field(String owner, String name, String descriptor, boolean isStatic) {
      Optional<ClassNode> node = type(owner);
      type(Type.getType(descriptor));
      if (node.isEmpty()) {
        return;
      }
      Optional<FieldNode> field = classPath.field(node.get(), name, descriptor);
      if (field.isEmpty()) {
        report("there is no field %s.%s of type %s".formatted(owner, name, descriptor));
      } else if (is(field.get().access, Opcodes.ACC_STATIC) != isStatic) {
        report("the field %s.%s is static now, or no longer".formatted(owner, name));
      }
    }

    private void method(
        String owner, String name, String descriptor, boolean isInterface, boolean isStatic) {
      Optional<ClassNode> node = type(owner);
      type(Type.getMethodType(descriptor));
      if (node.isEmpty() || isPolymorphic(owner)) {
        return;
      }
      if (is(node.get().access, Opcodes.ACC_INTERFACE) != isInterface && !owner.startsWith("[")) {
        report(
            "%s is %s, and the call of %s takes it for %s"
                .formatted(
                    owner,
                    isInterface ? "a class" : "an interface",
                    name,
                    isInterface ? "an interface" : "a class"));
        return;
      }
      Optional<MethodNode> method = classPath.method(node.get(), name, descriptor);
      if (method.isEmpty()) {
        report("there is no method %s.%s%s".formatted(owner, name, descriptor));
      } else if (is(method.get().access, Opcodes.ACC_STATIC) != isStatic) {
        report("the method %s.%s%s is static now, or no longer".formatted(owner, name, descriptor));
      }
    }

    private void handle(Handle handle) {
      boolean isStatic =
          switch (handle.getTag()) {
            case Opcodes.H_INVOKESTATIC, Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC -> true;
            default -> false;
          };
      if (handle.getTag() <= Opcodes.H_PUTSTATIC) {
        field(handle.getOwner(), handle.getName(), handle.getDesc(), isStatic);
      } else {
        method(
            handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface(), isStatic);
      }
    }

    private void constant(Object constant) {
      switch (constant) {
        case Type type -> type(type);
        case Handle handle -> handle(handle);
        case ConstantDynamic dynamic -> {
          handle(dynamic.getBootstrapMethod());
          for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
            constant(dynamic.getBootstrapMethodArgument(i));
          }
        }
        default -> {
          // a number or a text
        }
      }
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      visited = name;
      type(superName)
          .filter(node -> is(node.access, Opcodes.ACC_INTERFACE | Opcodes.ACC_FINAL))
          .ifPresent(node -> report(superName + " cannot be extended"));
      for (String implemented : interfaces) {
        type(implemented)
            .filter(node -> !is(node.access, Opcodes.ACC_INTERFACE))
            .ifPresent(node -> report(implemented + " is no interface"));
      }
      if (!is(access, Opcodes.ACC_ABSTRACT)) {
        ClassNode node = classPath.find(name).orElseThrow();
        for (MethodNode method : classPath.unimplemented(node)) {
          report("it has no body for the abstract method " + method.name + method.desc);
        }
      }
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      type(Type.getMethodType(descriptor));
      return new MethodVisitor(API) {
        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String type) {
          boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
          field(owner, field, type, isStatic);
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String method, String type, boolean isInterface) {
          method(owner, method, type, isInterface, opcode == Opcodes.INVOKESTATIC);
        }

        @Override
        public void visitInvokeDynamicInsn(
            String dynamic, String type, Handle bootstrap, Object... arguments) {
          type(Type.getMethodType(type));
          handle(bootstrap);
          for (Object argument : arguments) {
            constant(argument);
          }
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
          type(Type.getObjectType(type));
        }

        @Override
        public void visitMultiANewArrayInsn(String type, int dimensions) {
          type(Type.getType(type));
        }

        @Override
        public void visitLdcInsn(Object value) {
          constant(value);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
          if (type != null) {
            type(Type.getObjectType(type));
          }
        }
      };
    }
  }
}
