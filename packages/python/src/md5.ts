/** Amounts of each step's left rotation; four per round, used in turn. */
const rotations = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

/** `floor(2^32 × abs(sin(i + 1)))`, as RFC 1321 defines the table T. */
const sines = Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32) | 0);

/**
 * The MD5 digest (RFC 1321) of a text's UTF-8 bytes, in lower-case hexadecimal. Django and SQLAlchemy shorten long
 * names with it; written out here because a pure package has no `node:crypto`.
 */
export function md5Hex(text: string): string {
  const words = paddedWords(new TextEncoder().encode(text));
  let state: readonly [number, number, number, number] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let block = 0; block < words.length; block += 16) state = withBlock(state, words, block);
  return state.map(littleEndianHex).join('');
}

/** The message as little-endian 32-bit words: its bytes, one bit, zeros, and its length in bits. */
function paddedWords(bytes: Uint8Array): Int32Array {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  bytes.forEach((byte, at) => {
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << ((at % 4) * 8));
  });
  words[bytes.length >> 2] = (words[bytes.length >> 2] ?? 0) | (0x80 << ((bytes.length % 4) * 8));
  words[words.length - 2] = bytes.length * 8;
  return words;
}

function withBlock(
  state: readonly [number, number, number, number],
  words: Int32Array,
  block: number,
): [number, number, number, number] {
  let [a, b, c, d] = state;
  for (let step = 0; step < 64; step += 1) {
    const { mixed, word } = stepInput(step, b, c, d);
    const sum = (a + mixed + (sines[step] ?? 0) + (words[block + word] ?? 0)) | 0;
    const rotation = rotations[(step >> 4) * 4 + (step % 4)] ?? 0;
    [a, d, c, b] = [d, c, b, (b + ((sum << rotation) | (sum >>> (32 - rotation)))) | 0];
  }
  return [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0];
}

/** A step's mixing function, and the word of the block that it takes. */
function stepInput(step: number, b: number, c: number, d: number): { mixed: number; word: number } {
  if (step < 16) return { mixed: (b & c) | (~b & d), word: step };
  if (step < 32) return { mixed: (d & b) | (~d & c), word: (5 * step + 1) % 16 };
  if (step < 48) return { mixed: b ^ c ^ d, word: (3 * step + 5) % 16 };
  return { mixed: c ^ (b | ~d), word: (7 * step) % 16 };
}

function littleEndianHex(word: number): string {
  const bytes = [word, word >>> 8, word >>> 16, word >>> 24];
  return bytes.map((byte) => (byte & 0xff).toString(16).padStart(2, '0')).join('');
}
