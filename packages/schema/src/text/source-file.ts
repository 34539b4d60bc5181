import type { Place } from './place';
import type { Span } from './span';

/** The text of one file with its line table. Offsets are UTF-16 code units, as JavaScript strings count them. */
export class SourceFile {
  private lineStarts: readonly number[] | undefined;
  private byteOffsets: Uint32Array | undefined | null;

  /** `path` is POSIX, relative to the root the host works from; `text` has no byte-order mark. */
  constructor(
    readonly path: string,
    readonly text: string,
  ) {}

  /** The place of a span: 1-based line and column of its start. */
  placeOf(span: Span): Place {
    const line = this.lineIndexAt(span.start);
    const lineStart = this.lines()[line] ?? 0;
    return { path: this.path, line: line + 1, column: span.start - lineStart + 1, span };
  }

  /** The place of the file itself: its first character. */
  get start(): Place {
    return { path: this.path, line: 1, column: 1, span: { start: 0, end: 0 } };
  }

  /** The UTF-16 offset of a UTF-8 byte offset (libpg-query counts bytes). */
  offsetOfByte(byte: number): number {
    if (this.byteOffsets === undefined) this.byteOffsets = byteOffsetsOf(this.text);
    if (this.byteOffsets === null) return byte;
    return this.byteOffsets[Math.min(byte, this.byteOffsets.length - 1)] ?? this.text.length;
  }

  private lines(): readonly number[] {
    this.lineStarts ??= lineStartsOf(this.text);
    return this.lineStarts;
  }

  private lineIndexAt(offset: number): number {
    const starts = this.lines();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Index = byte, value = UTF-16 offset; null where the text is ASCII and both counts are the same. */
function byteOffsetsOf(text: string): Uint32Array | null {
  const bytes = utf8LengthOf(text);
  if (bytes === text.length) return null;
  const offsets = new Uint32Array(bytes + 1);
  let byte = 0;
  for (let offset = 0; offset < text.length; ) {
    const code = text.codePointAt(offset) ?? 0;
    const width = utf8WidthOf(code);
    offsets.fill(offset, byte, byte + width);
    byte += width;
    offset += code > 0xffff ? 2 : 1;
  }
  offsets[byte] = text.length;
  return offsets;
}

function utf8LengthOf(text: string): number {
  let bytes = 0;
  for (let offset = 0; offset < text.length; ) {
    const code = text.codePointAt(offset) ?? 0;
    bytes += utf8WidthOf(code);
    offset += code > 0xffff ? 2 : 1;
  }
  return bytes;
}

function utf8WidthOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
