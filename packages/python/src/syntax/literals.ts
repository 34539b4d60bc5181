/** A numeric literal: `0x_FF`, `1e3`; null for imaginary numbers. */
export function numberOf(text: string): { readonly int: bigint } | { readonly float: number } | null {
  const plain = text.replaceAll('_', '').toLowerCase();
  if (plain.endsWith('j')) return null;
  if (/^0[xob]/.test(plain)) return { int: BigInt(plain) };
  if (/^\d+$/.test(plain)) return { int: BigInt(plain) };
  const float = Number(plain);
  return Number.isNaN(float) ? null : { float };
}

/** How a string literal opens: its prefix letters in lower case, and its quote. */
export interface StringOpening {
  readonly prefix: string;
  readonly quote: string;
}

/** The opening of the string literal that starts at `start`. */
export function stringOpeningAt(text: string, start: number): StringOpening {
  let at = start;
  while (text[at] !== '"' && text[at] !== "'" && at < start + 3) at++;
  const mark = text[at] ?? '"';
  const quote = text.startsWith(mark.repeat(3), at) ? mark.repeat(3) : mark;
  return { prefix: text.slice(start, at).toLowerCase(), quote };
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const ESCAPE = /\\(?:\r\n|([\n\\'"abfnrtv])|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/g;

/** The text between the quotes with its escapes decoded; a raw string's is unchanged, newlines apart. */
export function decodedString(body: string, prefix: string): string {
  const text = body.includes('\r') ? body.replaceAll('\r\n', '\n') : body;
  if (prefix.includes('r') || !text.includes('\\')) return text;
  const isBytes = prefix.includes('b');
  return text.replace(ESCAPE, (whole, simple, octal, hex, short, long) => {
    if (simple !== undefined) return SIMPLE_ESCAPES[simple] ?? whole;
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (isBytes) return whole;
    const code = Number.parseInt(short ?? long, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
