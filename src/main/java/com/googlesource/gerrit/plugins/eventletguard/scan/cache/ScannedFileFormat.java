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

import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.OptionDeclaration;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import com.googlesource.gerrit.plugins.eventletguard.scan.Surroundings;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.Via;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Export;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ImportDigest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * What was found in a file as bytes, for caches that store it: a version, a checksum of the rest,
 * and the rest. Another version's bytes, damaged bytes and anything else are told from it, and are
 * as good as nothing.
 */
public final class ScannedFileFormat {
  private static final int VERSION = 3;

  /** The version and the checksum. */
  private static final int HEAD = 1 + Long.BYTES;

  /** Of a text so much at once, as {@link DataOutputStream#writeUTF} takes 65,535 bytes. */
  private static final int TEXT_PART = 20_000;

  private ScannedFileFormat() {}

  /** Writes what was found. */
  public static byte[] write(ScannedFile file) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(body)) {
      writeText(out, file.skipped().map(SkipReason::name).orElse(""));
      out.writeInt(file.usages().size());
      for (Usage usage : file.usages()) {
        writeUsage(out, usage);
      }
      out.writeInt(file.declarations().size());
      for (OptionDeclaration declaration : file.declarations()) {
        writeDeclaration(out, declaration);
      }
      out.writeInt(file.exports().size());
      for (Export export : file.exports()) {
        writeExport(out, export);
      }
      writeImports(out, file.imports());
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    byte[] content = body.toByteArray();
    ByteArrayOutputStream whole = new ByteArrayOutputStream(HEAD + content.length);
    try (DataOutputStream out = new DataOutputStream(whole)) {
      out.writeByte(VERSION);
      out.writeLong(checksum(content, 0));
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return whole.toByteArray();
  }

  /** Reads what was written; empty when the bytes are not what this version writes. */
  public static Optional<ScannedFile> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION || in.readLong() != checksum(bytes, HEAD)) {
        return Optional.empty();
      }
      String skipped = readText(in);
      List<Usage> usages = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        usages.add(readUsage(in));
      }
      List<OptionDeclaration> declarations = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        declarations.add(readDeclaration(in));
      }
      List<Export> exports = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        exports.add(readExport(in));
      }
      return Optional.of(
          new ScannedFile(
              usages,
              skipped.isEmpty() ? Optional.empty() : Optional.of(SkipReason.valueOf(skipped)),
              declarations,
              exports,
              readImports(in)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static long checksum(byte[] bytes, int start) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, start, bytes.length - start);
    return checksum.getValue();
  }

  private static void writeUsage(DataOutputStream out, Usage usage) throws IOException {
    writeText(out, usage.kind().name());
    writeText(out, usage.symbol());
    writeRange(out, usage.range());
    writeText(out, usage.sourceText());
    writeText(out, usage.statement());
    writeText(out, usage.context());
    writeSurroundings(out, usage.surroundings());
    out.writeBoolean(usage.via().isPresent());
    if (usage.via().isPresent()) {
      writeVia(out, usage.via().get());
    }
  }

  private static Usage readUsage(DataInputStream in) throws IOException {
    return new Usage(
        UsageKind.valueOf(readText(in)),
        readText(in),
        readRange(in),
        readText(in),
        readText(in),
        readText(in),
        readSurroundings(in),
        in.readBoolean() ? Optional.of(readVia(in)) : Optional.empty());
  }

  private static void writeRange(DataOutputStream out, Range range) throws IOException {
    out.writeInt(range.startLine());
    out.writeInt(range.startCharacter());
    out.writeInt(range.endLine());
    out.writeInt(range.endCharacter());
  }

  private static Range readRange(DataInputStream in) throws IOException {
    return new Range(in.readInt(), in.readInt(), in.readInt(), in.readInt());
  }

  private static void writeDeclaration(DataOutputStream out, OptionDeclaration declaration)
      throws IOException {
    writeText(out, declaration.name());
    writeRange(out, declaration.range());
    writeText(out, declaration.type());
    out.writeBoolean(declaration.deprecated());
  }

  private static OptionDeclaration readDeclaration(DataInputStream in) throws IOException {
    return new OptionDeclaration(readText(in), readRange(in), readText(in), in.readBoolean());
  }

  private static void writeExport(DataOutputStream out, Export export) throws IOException {
    writeText(out, export.name());
    writeText(out, export.symbol());
    out.writeBoolean(export.star());
    writeVia(out, export.via());
  }

  private static Export readExport(DataInputStream in) throws IOException {
    return new Export(readText(in), readText(in), in.readBoolean(), readVia(in));
  }

  private static void writeVia(DataOutputStream out, Via via) throws IOException {
    writeTexts(out, via.modules());
    out.writeBoolean(via.certain());
    writeSurroundings(out, via.offered());
  }

  private static Via readVia(DataInputStream in) throws IOException {
    return new Via(readTexts(in), in.readBoolean(), readSurroundings(in));
  }

  private static void writeImports(DataOutputStream out, ImportDigest imports) throws IOException {
    out.writeBoolean(imports.mentionsEventlet());
    out.writeInt(imports.hashes().length);
    for (int hash : imports.hashes()) {
      out.writeInt(hash);
    }
  }

  private static ImportDigest readImports(DataInputStream in) throws IOException {
    boolean mentionsEventlet = in.readBoolean();
    int[] hashes = new int[Math.min(in.readInt(), in.available() / Integer.BYTES)];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = in.readInt();
    }
    return new ImportDigest(hashes, mentionsEventlet);
  }

  private static void writeSurroundings(DataOutputStream out, Surroundings surroundings)
      throws IOException {
    writeTexts(out, surroundings.conditions());
    writeTexts(out, surroundings.definitions());
    out.writeBoolean(surroundings.importMayFail());
    writeTexts(out, surroundings.marks());
  }

  private static Surroundings readSurroundings(DataInputStream in) throws IOException {
    Set<String> conditions = new LinkedHashSet<>(readTexts(in));
    return new Surroundings(conditions, readTexts(in), in.readBoolean(), readTexts(in));
  }

  private static void writeTexts(DataOutputStream out, Collection<String> texts)
      throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      writeText(out, text);
    }
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(readText(in));
    }
    return texts;
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    out.writeInt(text.length());
    for (int start = 0; start < text.length(); start += TEXT_PART) {
      out.writeUTF(text.substring(start, Math.min(text.length(), start + TEXT_PART)));
    }
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      String part = in.readUTF();
      if (part.isEmpty()) {
        throw new StreamCorruptedException("a text ends early");
      }
      text.append(part);
    }
    return text.toString();
  }
}
