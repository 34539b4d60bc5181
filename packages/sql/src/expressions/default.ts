import { parseColumnType } from '@canonical-schema/schema';
import type { Node } from '../parser/postgres';
import { familyOf, isNumberFamily } from '../types/type-family';
import { arrayString, isConstant, typedString } from './literal';
import { termOf } from './normalize';
import { isWholeNumber } from './number-literal';
import { print } from './print';
import { quoteName, quoteText } from './quote';
import type { Literal, Term } from './term';
import { isLiteral } from './term';
import { typeOf } from './type-of';

/**
 * A column's DEFAULT in normal form. `sequence` is `name`, or `schema.name` outside `public`, unquoted. Literals have
 * no cast to the column's own type, every spelling of now is `now()`.
 */
export type DefaultValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'nextval'; readonly sequence: string; readonly sql: string }
  | { readonly kind: 'expression'; readonly sql: string };

/**
 * The normal form of a DEFAULT for a column of this type (`format_type` text; empty where it is not known).
 * Throws `UnreadableExpression`.
 */
export function normalizeDefault(node: Node, columnType: string): DefaultValue {
  const term = assigned(termOf(node, { columnType: () => undefined }), columnType);
  if (term.kind === 'null') return { kind: 'none' };
  const sequence = sequenceOf(term);
  if (sequence !== null) {
    const name = quoteText(sequence.map(quoteName).join('.'));
    return { kind: 'nextval', sequence: sequence.join('.'), sql: `nextval(${name}::regclass)` };
  }
  return { kind: 'expression', sql: print(term) };
}

/** A value as a column of this type takes it: PostgreSQL casts it by itself, so the cast is not shown. */
export function assigned(term: Term, columnType: string): Term {
  const family = columnType === '' ? undefined : familyOf(columnType);
  if (term.kind === 'array' && isConstant(term)) return assignedArray(term, family) ?? term;
  if (isLiteral(term)) return assignedLiteral(term, columnType, family);
  const isOwnCast = term.kind === 'cast' && family !== undefined && typeOf(term) === family;
  return isOwnCast && parseColumnType(term.type).modifiers.length === 0 ? term.of : term;
}

function assignedLiteral(literal: Literal, columnType: string, family: string | undefined): Term {
  if (literal.kind === 'number') return assignedNumber(literal, family);
  if (literal.kind !== 'string') return literal;
  if (family === undefined) return { ...literal, type: null };
  if (literal.type !== null && familyOf(literal.type) !== family) return literal;
  const typed = typedString(literal.text, parseColumnType(columnType).base + (columnType.endsWith('[]') ? '[]' : ''));
  if (typed === null) return literal;
  if (typed.kind === 'array') return assignedArray(typed, family) ?? { ...literal, type: null };
  if (typed.kind === 'number') return assignedNumber(typed, family);
  return typed.kind === 'string' ? { ...typed, type: null } : typed;
}

function assignedNumber(number: Extract<Literal, { kind: 'number' }>, family: string | undefined): Literal {
  const whole = isWholeNumber(number);
  if (whole && family !== undefined && !isNumberFamily(family) && (family === 'text' || family === 'character')) {
    return number.type === 'integer' ? { kind: 'string', text: number.digits, type: null } : number;
  }
  return { ...number, type: whole ? 'integer' : 'numeric' };
}

/** `ARRAY['a', 'b']` as `'{a,b}'`; with its cast where the column's type is another one. */
function assignedArray(term: Extract<Term, { kind: 'array' }>, family: string | undefined): Term | null {
  const own = typeOf(term);
  const isOwn = family === undefined || own === undefined || own === family || term.items.length === 0;
  const text = arrayString(term);
  return isOwn || text === null ? text : { kind: 'cast', of: text, type: own };
}

function sequenceOf(term: Term): readonly string[] | null {
  if (term.kind !== 'call' || term.name !== 'nextval') return null;
  const [name] = term.args;
  return name?.kind === 'string' ? sequenceName(name.text) : null;
}

/** The parts of the name inside a `regclass` string: unquoted, folded, without `public`. */
function sequenceName(text: string): readonly string[] {
  const parts = [...text.matchAll(/"((?:[^"]|"")*)"|([^."]+)/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '').trim().toLowerCase() : quoted.replaceAll('""', '"'),
  );
  return parts[0] === 'public' && parts.length > 1 ? parts.slice(1) : parts;
}
