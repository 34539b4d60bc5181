import { common, isIntegerFamily } from '../types/type-family';
import { withoutWidening } from './cast';
import { distinct, joined, mayBeCondition, negation } from './conditions';
import { besides, besidesSame, isConstant, typedString } from './literal';
import { isWholeNumber } from './number-literal';
import { print } from './print';
import type { Term } from './term';
import { isLiteral } from './term';
import { sharedType, typeOf } from './type-of';

/** The operator that says the same with its operands exchanged. */
const mirrored: Readonly<Record<string, string>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
  '@>': '<@',
  '<@': '@>',
  '&&': '&&',
  'IS DISTINCT FROM': 'IS DISTINCT FROM',
  'IS NOT DISTINCT FROM': 'IS NOT DISTINCT FROM',
};

/** Operators whose result is a truth value. */
const comparisons: ReadonlySet<string> = new Set([
  ...Object.keys(mirrored),
  ...['~~', '!~~', '~~*', '!~~*', '~', '!~', '~*', '!~*', '^@', '?', '?|', '?&', '@@', '@?', '<<=', '>>=', '-|-'],
]);

/** Does the operator compare its operands? (`<<` and `>>` also shift bits, so they are not counted.) */
export function isComparison(operator: string): boolean {
  return comparisons.has(operator);
}

/** Operators whose two operands are of one type, so that a literal takes the other's. */
const sameTyped: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>=', '&&', '@>', '<@']);

/** A comparison in normal form: the constant on the right, casts dropped that make no difference. */
export function comparison(operator: string, left: Term, right: Term): Term {
  if (left.kind === 'row' && right.kind === 'row') {
    const rows = comparedRows(operator, left.items, right.items);
    if (rows !== null) return rows;
  }
  const [first, second] = leveled(operator, left, right);
  const truth = comparedToTruth(operator, first, second) ?? comparedToTruth(operator, second, first);
  return truth ?? comparedToNull(operator, first, second) ?? oriented(operator, first, second);
}

/** PostgreSQL stores `(a, b) = (1, 2)` as two comparisons. */
function comparedRows(operator: string, left: readonly Term[], right: readonly Term[]): Term | null {
  if (left.length !== right.length || (operator !== '=' && operator !== '<>')) return null;
  const pairs = left.map((item, index) => comparison(operator, item, right[index] ?? { kind: 'null' }));
  return joined(operator === '=' ? 'and' : 'or', pairs);
}

/** Both operands without the casts that PostgreSQL adds to bring them to one type. */
export function leveled(operator: string, left: Term, right: Term): readonly [Term, Term] {
  if (operator === '?|' || operator === '?&') return [left, besides(right, 'text[]', true)];
  const takesType = sameTyped.has(operator) || operator.startsWith('IS ');
  const [a, b] = takesType ? [withoutWidening(left), withoutWidening(right)] : [left, right];
  return [besidesOther(a, b, takesType), besidesOther(b, a, takesType)];
}

function besidesOther(term: Term, other: Term, takesType: boolean): Term {
  if (isConstant(other) && isConstant(term)) return term.kind === 'number' ? besides(term, undefined, true) : term;
  return takesType ? besides(term, typeOf(other), true) : besidesSame(term, other);
}

/** `b = true` is `b`, `b <> true` is NOT b. */
function comparedToTruth(operator: string, of: Term, truth: Term): Term | null {
  if (truth.kind !== 'boolean' || isLiteral(of) || !mayBeCondition(of)) return null;
  if (operator !== '=' && operator !== '<>') return null;
  return truth.value === (operator === '=') ? of : negation(of);
}

/** PostgreSQL stores `a IS DISTINCT FROM NULL` as `a IS NOT NULL`. */
function comparedToNull(operator: string, of: Term, nothing: Term): Term | null {
  if (nothing.kind !== 'null') return null;
  if (operator === 'IS DISTINCT FROM') return { kind: 'test', of, test: 'NOT NULL' };
  return operator === 'IS NOT DISTINCT FROM' ? { kind: 'test', of, test: 'NULL' } : null;
}

function oriented(operator: string, left: Term, right: Term): Term {
  const mirror = mirrored[operator];
  const turn = mirror !== undefined && standsAfter(left, right);
  return turn
    ? { kind: 'comparison', operator: mirror, left: right, right: left }
    : { kind: 'comparison', operator, left, right };
}

/** Terms with columns come first, literals last; otherwise the text decides. */
function standsAfter(left: Term, right: Term): boolean {
  const difference = rank(left) - rank(right);
  if (difference !== 0) return difference > 0;
  return print(left) > print(right);
}

function rank(term: Term): number {
  if (isConstant(term)) return 2;
  return hasColumn(term) ? 0 : 1;
}

const columnTerms = new WeakMap<Term, boolean>();

/** Does the term read a column? */
export function hasColumn(term: Term): boolean {
  const known = columnTerms.get(term);
  if (known !== undefined) return known;
  const found = term.kind === 'column' || (term.kind === 'sql' && term.columns) || children(term).some(hasColumn);
  columnTerms.set(term, found);
  return found;
}

function children(term: Term): readonly Term[] {
  switch (term.kind) {
    case 'call':
      return term.args;
    case 'operation':
      return term.left === null ? [term.right] : [term.left, term.right];
    case 'comparison':
      return [term.left, term.right];
    case 'membership':
      return [term.of, ...term.labels];
    case 'quantified':
      return [term.of, term.array];
    case 'and':
    case 'or':
      return term.operands;
    case 'test':
    case 'not':
    case 'cast':
    case 'collate':
    case 'element':
      return [term.of];
    case 'array':
    case 'row':
      return term.items;
    case 'case':
      return [term.subject, term.otherwise, ...term.branches.flatMap(({ when, result }) => [when, result])].filter(
        (each) => each !== null,
      );
    default:
      return [];
  }
}

/**
 * `of IN (items)`. As PostgreSQL does, items that read columns become comparisons of their own; the constants are a
 * set, and a set of one is a comparison.
 */
export function membership(of: Term, items: readonly Term[], negated: boolean): Term {
  const operator = negated ? '<>' : '=';
  const fixed = items.filter((item) => !hasColumn(item) && item.kind !== 'row');
  const moving = items.filter((item) => hasColumn(item) || item.kind === 'row');
  const parts = moving.map((item) => comparison(operator, of, item));
  if (fixed.length > 0) parts.push(membershipOfConstants(of, fixed, negated));
  return joined(negated ? 'and' : 'or', parts);
}

function membershipOfConstants(of: Term, items: readonly Term[], negated: boolean): Term {
  const plain = withoutWidening(of);
  const bare = plain.kind === 'number' ? besides(plain, undefined, true) : plain;
  const family = typeOf(bare);
  const labels = distinct(
    items.map((item) => (family === 'real' ? labelOfReal(item, items) : besides(item, family, true))),
  );
  const [only] = labels;
  if (labels.length === 1 && only !== undefined) return comparison(negated ? '<>' : '=', bare, only);
  return { kind: 'membership', of: bare, labels, negated };
}

/**
 * Among several labels PostgreSQL takes a numeric one for `real` where the column is, though it compares a single one
 * in `double precision`.
 */
function labelOfReal(label: Term, labels: readonly Term[]): Term {
  if (label.kind !== 'number' || isWholeNumber(label) || labels.length === 1) return besides(label, 'real', true);
  return label.type === 'numeric' ? { ...label, type: 'real' } : label;
}

/** `of operator ANY (array)` or ALL; over constants it is a set. */
export function quantified(operator: string, of: Term, quantifier: 'ANY' | 'ALL', operand: Term): Term {
  const array = operand.kind === 'string' ? arrayBeside(operand, typeOf(of)) : operand;
  if (array.kind !== 'array' || array.items.length === 0)
    return { kind: 'quantified', operator, of, quantifier, array };
  if (operator === '=' && quantifier === 'ANY') return membership(of, array.items, false);
  if (operator === '<>' && quantifier === 'ALL') return membership(of, array.items, true);
  const [only] = array.items;
  if (array.items.length === 1 && only !== undefined && isComparison(operator)) return comparison(operator, of, only);
  const items = distinct(array.items.map((item) => besides(item, typeOf(of), true)));
  return { kind: 'quantified', operator, of, quantifier, array: { kind: 'array', items, type: null } };
}

/** `= ANY ('{a,b}')`: the string is an array of what stands on the left. */
function arrayBeside(string: Extract<Term, { kind: 'string' }>, family: string | undefined): Term {
  if (string.type !== null) return string;
  return typedString(string.text, `${family ?? 'text'}[]`) ?? string;
}

/** Terms that are brought to one type, as COALESCE and CASE bring theirs: without the casts that do so. */
export function unified(terms: readonly Term[]): readonly Term[] {
  const shared = sharedType(terms);
  const stripped = terms.map((term) => withoutCastTo(shared, term));
  const isKept = sharedType(stripped) === shared || isIntegerFamily(shared);
  const bare = isKept || shared === undefined ? stripped : withOneCast(stripped, shared);
  const types = bare.filter((term) => !isConstant(term)).map(typeOf);
  const known = types.filter((type) => type !== undefined);
  if (types.length === 0) return terms.map((term) => ofSharedType(term, shared));
  const family = known.length < types.length ? undefined : known.reduce((a, b) => common(a, b) ?? a);
  const takesType = family === undefined || shared === undefined || family === sharedType(bare);
  return takesType ? bare.map((term) => besides(term, family, true)) : bare.map((term) => ofSharedType(term, shared));
}

function withoutCastTo(shared: string | undefined, term: Term): Term {
  if (term.kind !== 'cast' || term.type !== shared) return term;
  return common(typeOf(term.of), shared) === shared ? term.of : term;
}

/** Where only casts gave the terms their type, one is enough. */
function withOneCast(terms: readonly Term[], type: string): readonly Term[] {
  const first = terms.findIndex((term) => !isConstant(term));
  return terms.map((term, index) => (index === first ? { kind: 'cast', of: term, type } : term));
}

/** Among numbers of another kind, a number is of that kind too. */
function ofSharedType(term: Term, shared: string | undefined): Term {
  const isOther = shared === 'numeric' || shared === 'double precision';
  return term.kind === 'number' && isOther ? { ...term, type: shared } : term;
}
