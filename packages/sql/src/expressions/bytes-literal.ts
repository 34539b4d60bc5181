/**
 * The text of a `bytea` constant as PostgreSQL prints it, `\x` and hexadecimal digits, whether it was written so or in
 * the older form with `\\` and octal escapes; null for a text that is neither.
 */
export function canonicalBytes(text: string): string | null {
  const bytes = text.startsWith('\\x') ? hexadecimal(text.slice(2)) : escaped(text);
  return bytes === null ? null : `\\x${bytes}`;
}

function hexadecimal(digits: string): string | null {
  const plain = digits.replace(/\s/g, '').toLowerCase();
  return /^([0-9a-f]{2})*$/.test(plain) ? plain : null;
}

function escaped(text: string): string | null {
  if (!/^(?:[^\\]|\\\\|\\[0-3][0-7]{2})*$/.test(text)) return null;
  const pieces = [...text.matchAll(/\\\\|\\([0-3][0-7]{2})|[^\\]+/g)];
  return pieces.map(([piece, octal]) => bytesOf(piece, octal)).join('');
}

function bytesOf(piece: string, octal: string | undefined): string {
  if (octal !== undefined) return pair(Number.parseInt(octal, 8));
  const plain = piece === '\\\\' ? '\\' : piece;
  return [...new TextEncoder().encode(plain)].map(pair).join('');
}

function pair(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
