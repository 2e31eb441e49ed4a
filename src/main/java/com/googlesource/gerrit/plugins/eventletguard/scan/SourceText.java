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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file decoded to text, with the way from offsets to positions.
 *
 * <p>Offsets count UTF-16 units of {@link #text()}, from 0. Lines split on {@code \n} only, as
 * Gerrit and JGit split them, so a {@code \r} before it belongs to its line. A byte-order mark is
 * not part of the text.
 */
public final class SourceText {
  /** PEP 263: a comment on one of the first two lines. */
  private static final Pattern CODING_LINE =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)");

  private static final char REPLACEMENT = '\uFFFD';

  /** Few texts have lines that are shorter than this on average. */
  private static final int SHORT_LINE = 24;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String path;
  private final String text;
  private final Charset charset;
  private final boolean byteOrderMark;

  /** Found when first needed, maybe by several threads, as most texts turn out to hold nothing. */
  private volatile int[] lineStarts;

  private SourceText(String path, String text, Charset charset, boolean byteOrderMark) {
    this.path = path;
    this.text = text;
    this.charset = charset;
    this.byteOrderMark = byteOrderMark;
  }

  /**
   * Decodes a file: UTF-8, or what a Python coding line (PEP 263) names; what is malformed in it is
   * read as ISO 8859-1, which accepts any byte, so that nothing is ever unreadable.
   */
  public static SourceText of(SourceFile file) {
    byte[] bytes = file.content();
    boolean marked = startsWithByteOrderMark(bytes);
    int start = marked ? BYTE_ORDER_MARK.length : 0;
    Charset charset = marked ? StandardCharsets.UTF_8 : declaredCharset(bytes);
    Optional<String> text = decode(bytes, start, charset);
    return text.isPresent()
        ? new SourceText(file.path(), text.get(), charset, marked)
        : new SourceText(
            file.path(),
            new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1),
            StandardCharsets.ISO_8859_1,
            marked);
  }

  /**
   * Decodes a file all of whose bytes are ASCII, which takes less time.
   *
   * @return empty when it says that it is anything but UTF-8
   */
  static Optional<SourceText> ofAscii(SourceFile file) {
    Charset charset = declaredCharset(file.content());
    return charset.equals(StandardCharsets.UTF_8)
        ? Optional.of(
            new SourceText(
                file.path(),
                new String(file.content(), StandardCharsets.ISO_8859_1),
                charset,
                /* byteOrderMark= */ false))
        : Optional.empty();
  }

  /** A text that is already decoded; for fragments and for tests. */
  public static SourceText of(String path, String text) {
    return new SourceText(path, text, StandardCharsets.UTF_8, /* byteOrderMark= */ false);
  }

  /** The bytes of another version of the text, as this file has them: encoding and mark. */
  public byte[] encode(String edited) {
    byte[] bytes = edited.getBytes(charset);
    if (!byteOrderMark) {
      return bytes;
    }
    byte[] marked = new byte[BYTE_ORDER_MARK.length + bytes.length];
    System.arraycopy(BYTE_ORDER_MARK, 0, marked, 0, BYTE_ORDER_MARK.length);
    System.arraycopy(bytes, 0, marked, BYTE_ORDER_MARK.length, bytes.length);
    return marked;
  }

  /** Whether it is plain UTF-8, without a byte-order mark: what every tool reads alike. */
  public boolean isPlainUtf8() {
    return !byteOrderMark && charset.equals(StandardCharsets.UTF_8);
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  /** Number of lines; a text that ends with {@code \n} has an empty last line, which counts. */
  public int lineCount() {
    return lineStarts().length;
  }

  /**
   * Offset of the first character of a line.
   *
   * @param line from 1 to {@link #lineCount()}
   */
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /** The line's text without its {@code \n} or {@code \r\n}. */
  public String line(int line) {
    int start = lineStart(line);
    int end = line < lineCount() ? lineStart(line + 1) - 1 : text.length();
    if (end > start && text.charAt(end - 1) == '\r' && line < lineCount()) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The line (from 1) that an offset (0 to the length of the text) stands in. */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /**
   * The range between two offsets of the text.
   *
   * @param start from 0
   * @param end exclusive, not before {@code start}
   */
  public Range range(int start, int end) {
    int startLine = lineAt(start);
    int endLine = lineAt(end);
    return new Range(startLine, start - lineStart(startLine), endLine, end - lineStart(endLine));
  }

  /** Offset of the first character of a range of this text. */
  public int start(Range range) {
    return lineStart(range.startLine()) + range.startCharacter();
  }

  /** Offset after the last character of a range of this text. */
  public int end(Range range) {
    return lineStart(range.endLine()) + range.endCharacter();
  }

  private static boolean startsWithByteOrderMark(byte[] bytes) {
    return bytes.length >= BYTE_ORDER_MARK.length
        && Arrays.equals(
            bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
  }

  private static Charset declaredCharset(byte[] bytes) {
    int end = endOfLine(bytes, 0);
    for (int line = 0, start = 0; line < 2 && start < bytes.length; line++) {
      String head =
          new String(bytes, start, Math.min(end - start, 200), StandardCharsets.ISO_8859_1);
      Matcher coding = CODING_LINE.matcher(head);
      if (coding.find()) {
        try {
          return Charset.forName(coding.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
          return StandardCharsets.UTF_8;
        }
      }
      start = end + 1;
      end = endOfLine(bytes, start);
    }
    return StandardCharsets.UTF_8;
  }

  private static int endOfLine(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  private static Optional<String> decode(byte[] bytes, int start, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      String text = new String(bytes, start, bytes.length - start, charset);
      // Much faster, but it puts this character where the bytes are malformed.
      if (text.indexOf(REPLACEMENT) < 0) {
        return Optional.of(text);
      }
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, start, bytes.length - start);
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(buffer)
              .toString());
    } catch (CharacterCodingException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = lineStarts(text);
      lineStarts = known;
    }
    return known;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[text.length() / SHORT_LINE + 2];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
