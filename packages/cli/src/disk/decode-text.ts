/** How far into a file a NUL byte is looked for, as git does it. */
const sniffedBytes = 8000;

/** Text, or why the bytes are not text: completes "the file …". */
export type Decoded = { readonly text: string } | { readonly why: string };

/**
 * The text of a file's bytes: strict UTF-8, a byte-order mark removed. A Python file may name another encoding in its
 * first two lines, as PEP 263 has it.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16) return { why: `is encoded as ${utf16}; save it as UTF-8` };
  if (bytes.subarray(0, sniffedBytes).includes(0)) return { why: 'is binary' };
  return decoded(bytes, 'utf-8') ?? inDeclaredEncoding(bytes) ?? { why: 'is not valid UTF-8; save it as UTF-8' };
}

function utf16Of(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'UTF-16BE' : null;
}

function decoded(bytes: Uint8Array, encoding: string): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return null;
  }
}

function inDeclaredEncoding(bytes: Uint8Array): Decoded | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).split('\n', 2).join('\n');
  const declared = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/m.exec(head)?.[1];
  if (declared === undefined) return null;
  const name = declared.replaceAll('_', '-');
  // Python says latin-1 where the encoding standard says latin1.
  return decoded(bytes, name) ?? decoded(bytes, name.replaceAll('-', ''));
}
