import { parseColumnType } from '@canonical-schema/schema';
import { elementOf, familyOf, isNumberFamily } from '../types/type-family';
import { arrayItems, arrayText } from './array-literal';
import { canonicalBytes } from './bytes-literal';
import { canonicalInterval } from './interval-literal';
import { canonicalJson } from './json-literal';
import { isWholeNumber, numberLiteral } from './number-literal';
import type { Literal, NumberLiteral, NumberType, Term } from './term';
import { isLiteral } from './term';
import { canonicalTimestamp } from './timestamp-literal';
import { typeOf } from './type-of';

const truths: ReadonlySet<string> = new Set(['t', 'tr', 'tru', 'true', 'y', 'ye', 'yes', 'on', '1']);
const falsehoods: ReadonlySet<string> = new Set(['f', 'fa', 'fal', 'fals', 'false', 'n', 'no', 'of', 'off', '0']);

/** The truth value that a text spells for PostgreSQL; null for none. */
export function booleanLiteral(text: string): Literal | null {
  const word = text.trim().toLowerCase();
  if (truths.has(word)) return { kind: 'boolean', value: true };
  return falsehoods.has(word) ? { kind: 'boolean', value: false } : null;
}

/** A literal cast to a type, as one literal; null where the cast does something that a literal cannot say. */
export function castLiteral(literal: Literal, type: string): Term | null {
  if (literal.kind === 'null') return literal;
  const family = familyOf(type);
  if (literal.kind === 'boolean') return family === 'boolean' ? literal : null;
  if (literal.kind === 'number') return castNumber(literal, type, family);
  if (literal.type !== null && familyOf(literal.type) !== family) return null;
  return typedString(literal.text, type, family);
}

function castNumber(number: NumberLiteral, type: string, family: string): Term | null {
  const numberType = numberTypes[family];
  if (numberType === undefined) return null;
  const decimals = number.digits.split('.')[1]?.length ?? 0;
  if (decimals > decimalsOf(type, numberType)) return null;
  return { ...number, type: numberType };
}

const numberTypes: Readonly<Record<string, NumberType>> = {
  smallint: 'integer',
  integer: 'integer',
  bigint: 'integer',
  numeric: 'numeric',
  real: 'real',
  'double precision': 'double precision',
};

function decimalsOf(type: string, numberType: NumberType): number {
  if (numberType === 'integer') return 0;
  const { modifiers } = parseColumnType(type);
  return numberType === 'numeric' && modifiers.length > 0 ? Number(modifiers[1] ?? 0) : Number.POSITIVE_INFINITY;
}

/** A string literal as PostgreSQL reads it for a type: a number, a truth value, an array, or a string of that type. */
export function typedString(text: string, type: string, family: string = familyOf(type)): Term | null {
  const { base, modifiers, array } = parseColumnType(type);
  if (array) return arrayLiteral(text, type) ?? { kind: 'string', text, type };
  if (isNumberFamily(family)) {
    const number = numberLiteral(text);
    return number === null ? { kind: 'string', text, type } : castNumber(number, type, family);
  }
  if (family === 'boolean') return booleanLiteral(text) ?? { kind: 'string', text, type };
  if (family === 'text' || family === 'character') {
    if (modifiers.length > 0 && text.length > Number(modifiers[0])) return null;
    return { kind: 'string', text, type: family === 'text' ? null : 'bpchar' };
  }
  if (family === 'interval') return intervalLiteral(text, type);
  const canonical = canonicalTexts[family]?.(text) ?? text;
  return { kind: 'string', text: canonical, type: modifiers.length === 0 ? base : type };
}

function arrayLiteral(text: string, type: string): Term | null {
  const items = arrayItems(text);
  if (items === null) return null;
  const element = type.slice(0, -2);
  const terms = items.map((item): Term | null => (item === null ? { kind: 'null' } : typedString(item, element)));
  if (terms.some((term) => term === null)) return null;
  return { kind: 'array', items: terms.filter((term) => term !== null), type };
}

/** Spellings of one value that PostgreSQL itself prints in one way. */
const canonicalTexts: Readonly<Record<string, (text: string) => string | null>> = {
  bytea: canonicalBytes,
  jsonb: canonicalJson,
  uuid: canonicalUuid,
  'timestamp with time zone': (text) => canonicalTimestamp(text, true),
  'timestamp without time zone': (text) => canonicalTimestamp(text, false),
  time: (text) => (/^\d\d:\d\d$/.test(text) ? `${text}:00` : null),
  'time without time zone': (text) => (/^\d\d:\d\d$/.test(text) ? `${text}:00` : null),
};

/** PostgreSQL reads hyphens where they stand after any four digits, or none, and braces around. */
function canonicalUuid(text: string): string | null {
  const digits = text.replace(/[{}-]/g, '').toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(digits)) return null;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** `interval '1' day` is `'1 day'::interval`. */
function intervalLiteral(text: string, type: string): Term {
  const fields = type.slice('interval '.length);
  const isCount = fields !== '' && /^[+-]?\d+$/.test(text);
  const canonical = canonicalInterval(isCount ? `${text} ${fields}` : text);
  const isWhole = canonical !== null && fields !== '' && canonicalInterval(canonical, fields) === canonical;
  return { kind: 'string', text: canonical ?? text, type: fields === '' || isWhole ? 'interval' : type };
}

/**
 * A term beside others whose type is `family` (undefined where unknown): literals lose the cast that PostgreSQL would
 * give them anyway, and equal values get one spelling. `loose` where the type is surely taken from the others, so that
 * a string's cast may go even where their type is not known.
 */
export function besides(term: Term, family: string | undefined, loose: boolean): Term {
  if (term.kind === 'number') return besidesNumber(term, family);
  if (term.kind === 'string') return besidesString(term, family, loose);
  if (term.kind === 'array') return besidesArray(term, family, loose);
  return term;
}

/** A string constant without its cast where that is the other operand's type: PostgreSQL infers it from there. */
export function besidesSame(term: Term, other: Term): Term {
  if (term.kind !== 'string' && term.kind !== 'array') return term;
  const family = typeOf(other);
  return family !== undefined && typeOf(term) === family && !isConstant(other) ? besides(term, family, false) : term;
}

/** `2.0` and `2` compare alike; a fraction in `real` is another number than in the wider types. */
function besidesNumber(number: NumberLiteral, family: string | undefined): Term {
  if (family !== undefined && !isNumberFamily(family)) return number;
  if (number.type === 'real' && !isWholeNumber(number) && family !== undefined) return number;
  return { ...number, type: isWholeNumber(number) ? 'integer' : 'numeric' };
}

function besidesString(term: Extract<Literal, { kind: 'string' }>, family: string | undefined, loose: boolean): Term {
  if (family === undefined) return loose ? { ...term, type: null } : term;
  const own = term.type === null ? family : familyOf(term.type);
  if (own !== family) return term;
  const typed = typedString(term.text, family, family);
  if (typed === null) return term;
  if (typed.kind === 'number') return besidesNumber(typed, family);
  if (typed.kind === 'array') return besidesArray(typed, family, loose);
  return typed.kind === 'string' ? { ...typed, type: null } : typed;
}

/** An array of constants is spelled `'{a,b}'`, which any array type takes. */
function besidesArray(term: ArrayTerm, family: string | undefined, loose: boolean): Term {
  const own = typeOf(term);
  if (family !== undefined && own !== undefined && own !== family && !areNumbers(own, family)) return term;
  const items = term.items.map((item) => besides(item, elementOf(family), loose));
  const array: ArrayTerm = { kind: 'array', items, type: null };
  return arrayString(array) ?? array;
}

function areNumbers(one: string, other: string): boolean {
  return isNumberFamily(elementOf(one)) && isNumberFamily(elementOf(other));
}

type ArrayTerm = Extract<Term, { kind: 'array' }>;

/** `ARRAY['a', 'b']` as `'{a,b}'`, without a type; null where an item is no constant. */
export function arrayString(term: ArrayTerm): Literal | null {
  const items = term.items.map(itemText);
  if (items.some((item) => item === undefined)) return null;
  return { kind: 'string', text: arrayText(items.filter((item) => item !== undefined)), type: null };
}

function itemText(item: Term): string | null | undefined {
  switch (item.kind) {
    case 'null':
      return null;
    case 'string':
      return item.text;
    case 'number':
      return item.digits;
    case 'boolean':
      return item.value ? 't' : 'f';
    default:
      return undefined;
  }
}

/** Is the term a constant, or an array of nothing else? */
export function isConstant(term: Term): boolean {
  return isLiteral(term) || (term.kind === 'array' && term.items.every(isConstant));
}
