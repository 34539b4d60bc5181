/** A text as Python's `repr` prints it: in single quotes, unless it holds some and no double ones. */
export function textRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = '';
  for (const character of text) body += escaped(character, quote);
  return `${quote}${body}${quote}`;
}

/** Bytes, given as a text of one character each, as Python's `repr` prints them. */
export function bytesRepr(bytes: string): string {
  const quote = bytes.includes("'") && !bytes.includes('"') ? '"' : "'";
  let body = '';
  for (const character of bytes) {
    const code = character.charCodeAt(0);
    body += code < 0x80 ? escaped(character, quote) : `\\x${hex(code, 2)}`;
  }
  return `b${quote}${body}${quote}`;
}

const named: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** What Python does not print: control characters, separators other than the space, what is not assigned. */
const unprintable = /[\p{C}\p{Z}]/u;

function escaped(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  const name = named[character];
  if (name !== undefined) return name;
  if (character === ' ' || !unprintable.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}

/** A float as Python's `repr` prints it: with an exponent from 1e16 on and below 0.0001. */
export function floatRepr(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    const [digits = '', exponent = ''] = value.toExponential().split('e');
    const sign = exponent.startsWith('-') ? '-' : '+';
    return `${digits}e${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
  }
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** A decimal number as `str(Decimal(…))` prints it; null for a text that is none. */
export function decimalText(text: string): string | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text.trim().replaceAll('_', ''));
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const digits = `${whole}${fraction}`.replace(/^0+(?=\d)/, '');
  const exponent = Number(power) - fraction.length;
  const point = exponent + digits.length;
  return (sign === '-' ? '-' : '') + placed(digits, exponent, point);
}

/** Source: `Decimal.__str__`. */
function placed(digits: string, exponent: number, point: number): string {
  if (exponent <= 0 && point > -6) {
    if (exponent === 0) return digits;
    if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
    return `${digits.slice(0, point)}.${digits.slice(point)}`;
  }
  const power = point - 1;
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  return `${mantissa}E${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}
