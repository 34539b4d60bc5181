import type { NumberLiteral, NumberType } from './term';

/** Exponents beyond this are not written out. */
const maximumExponent = 40;

/** The number that a text spells, as PostgreSQL's number input reads it; null where it is none. */
export function numberLiteral(text: string, type: NumberType | null = null): NumberLiteral | null {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?\s*$/.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent] = match;
  if (whole === '' && fraction === '') return null;
  const shift = Number(exponent ?? 0);
  if (Math.abs(shift) > maximumExponent) return null;
  const digits = plainDigits(sign, whole, fraction, shift);
  const isWhole = exponent === undefined && !text.includes('.');
  return { kind: 'number', digits, type: type ?? (isWhole && isBigint(digits) ? 'integer' : 'numeric') };
}

function plainDigits(sign: string, whole: string, fraction: string, shift: number): string {
  const all = whole + fraction;
  const point = whole.length + shift;
  const padded = point < 0 ? '0'.repeat(-point) + all : all.padEnd(point, '0');
  const at = Math.max(point, 0);
  const integral = padded.slice(0, at).replace(/^0+(?=\d)/, '') || '0';
  const decimals = padded.slice(at).replace(/0+$/, '');
  const magnitude = decimals === '' ? integral : `${integral}.${decimals}`;
  return sign === '-' && magnitude !== '0' ? `-${magnitude}` : magnitude;
}

/** Beyond 64 bits PostgreSQL reads an integer as numeric. */
function isBigint(digits: string): boolean {
  if (digits.length < 19) return true;
  const value = BigInt(digits);
  return BigInt.asIntN(64, value) === value;
}

/** Does the number have no fraction? */
export function isWholeNumber(number: NumberLiteral): boolean {
  return !number.digits.includes('.');
}

/** The negative of a number. */
export function negative(number: NumberLiteral): NumberLiteral {
  const { digits } = number;
  if (digits === '0') return number;
  return { ...number, digits: digits.startsWith('-') ? digits.slice(1) : `-${digits}` };
}
