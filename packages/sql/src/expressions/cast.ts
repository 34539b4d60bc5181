import { familyOf, isWidening } from '../types/type-family';
import { castLiteral } from './literal';
import type { Term } from './term';
import { isLiteral } from './term';
import { typeOf } from './type-of';

/** A term cast to a type (as `format_type` prints it), without a cast that changes nothing. */
export function casted(term: Term, type: string): Term {
  if (isLiteral(term)) return castLiteral(term, type) ?? { kind: 'cast', of: term, type };
  if (term.kind === 'array') return castedArray(term, type);
  if (isUnmodified(type) && isSameFamily(term, familyOf(type))) return term;
  return term.kind === 'column' && term.type === type ? term : { kind: 'cast', of: term, type };
}

function isUnmodified(type: string): boolean {
  return !type.includes('(');
}

/** `character varying` and text hold the same strings, so a column of unknown type that is cast to them is taken to be one. */
function isSameFamily(term: Term, family: string): boolean {
  const own = typeOf(term);
  return own === family || (own === undefined && term.kind === 'column' && (family === 'text' || family === 'text[]'));
}

function castedArray(term: Extract<Term, { kind: 'array' }>, type: string): Term {
  if (!type.endsWith('[]')) return { kind: 'cast', of: term, type };
  const element = type.slice(0, -2);
  if (term.items.length === 0) return { ...term, type };
  const items = term.items.map((item) => casted(item, element));
  return { kind: 'array', items, type: null };
}

/** A number without the casts that only widened it: compared by its value, or computed with after PostgreSQL widens it. */
export function withoutWidening(term: Term): Term {
  return term.kind === 'cast' && isWidening(typeOf(term.of), term.type) ? withoutWidening(term.of) : term;
}
