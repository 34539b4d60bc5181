import type { ValueKind } from '../dialects/judged-dialect';

/** A constant of SQL: its kind as written, and its text without quotes. */
export interface Literal {
  readonly kind: 'text' | 'number' | 'boolean';
  readonly value: string;
}

/** The constant that a normalised expression is, a cast behind it left out; null where it is no constant. */
export function literalOf(sql: string): Literal | null {
  if (sql === 'true' || sql === 'false') return { kind: 'boolean', value: sql };
  if (sql.startsWith("'")) return textLiteralOf(sql);
  return isNumber(sql) ? { kind: 'number', value: sql } : null;
}

function textLiteralOf(sql: string): Literal | null {
  let value = '';
  let at = 1;
  for (; at < sql.length; at += 1) {
    if (sql[at] === "'" && sql[at + 1] !== "'") break;
    if (sql[at] === "'") at += 1;
    value += sql[at];
  }
  const rest = sql.slice(at + 1);
  return rest === '' || rest.startsWith('::') ? { kind: 'text', value } : null;
}

function isNumber(sql: string): boolean {
  return sql !== '' && sql.trim() === sql && Number.isFinite(Number(sql)) && /[\d.]$/.test(sql);
}

/** Are two normalised expressions the same value in a column of this kind, `0` and `0.00`, `'t'` and `true` alike? */
export function isSameValue(a: string, b: string, kind: ValueKind): boolean {
  if (a === b) return true;
  const first = literalOf(a);
  const second = literalOf(b);
  return first !== null && second !== null && valueIn(first, kind) === valueIn(second, kind);
}

const spellings: Readonly<Record<ValueKind, (text: string) => string>> = {
  number: plainNumber,
  boolean: truthOf,
  json: plainJson,
  text: (text) => text,
};

/** One spelling for every spelling of a value of this kind. */
function valueIn(literal: Literal, kind: ValueKind): string {
  return spellings[kind](literal.value);
}

function plainNumber(text: string): string {
  const value = text.trim();
  if (/[^\d.+-]/.test(value)) return String(Number(value));
  const sign = value.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = value.replace(/^[+-]/, '').split('.');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const decimals = fraction.replace(/0+$/, '');
  const plain = decimals === '' ? digits : `${digits}.${decimals}`;
  return plain === '0' ? plain : sign + plain;
}

function truthOf(text: string): string {
  const word = text.trim().toLowerCase();
  if (['t', 'true', 'y', 'yes', 'on', '1'].includes(word)) return 'true';
  return ['f', 'false', 'n', 'no', 'off', '0'].includes(word) ? 'false' : word;
}

function plainJson(text: string): string {
  try {
    return JSON.stringify(sortedKeys(JSON.parse(text)));
  } catch {
    return text;
  }
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sortedKeys(member)]));
}
