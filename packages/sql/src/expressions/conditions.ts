import { isConstant } from './literal';
import { print } from './print';
import type { Term, Test } from './term';
import { typeOf } from './type-of';

/** The operands joined: nested groups of the same kind opened, in one order, each once. */
export function joined(kind: 'and' | 'or', operands: readonly Term[]): Term {
  const flat = operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand]));
  const unique = withSets(kind, distinct(flat));
  return unique.length === 1 && unique[0] !== undefined ? unique[0] : { kind, operands: unique };
}

/** `a = 1 OR a = 2` is `a IN (1, 2)`, and `a <> 1 AND a <> 2` is `a NOT IN (1, 2)`: constants beside one term are a set. */
function withSets(kind: 'and' | 'or', operands: readonly Term[]): readonly Term[] {
  const sets = new Map<string, { readonly of: Term; readonly labels: Term[] }>();
  const others: Term[] = [];
  for (const operand of operands) {
    const { of, labels } = setOf(operand, kind === 'and') ?? { of: null, labels: [] };
    if (of === null) others.push(operand);
    else {
      const key = print(of);
      const set = sets.get(key);
      if (set === undefined) sets.set(key, { of, labels: [...labels] });
      else set.labels.push(...labels);
    }
  }
  if (others.length + sets.size === operands.length) return operands;
  const negated = kind === 'and';
  const memberships = [...sets.values()].map(({ of, labels }): Term => {
    const [only] = labels;
    if (labels.length === 1 && only !== undefined) {
      return { kind: 'comparison', operator: negated ? '<>' : '=', left: of, right: only };
    }
    return { kind: 'membership', of, labels: distinct(labels), negated };
  });
  return distinct([...others, ...memberships]);
}

/** The set of constants that a term is compared with; null where it is none. A set of `real` compares otherwise than one. */
function setOf(term: Term, negated: boolean): { readonly of: Term; readonly labels: readonly Term[] } | null {
  if (term.kind === 'membership') return term.negated === negated && typeOf(term.of) !== 'real' ? term : null;
  if (term.kind !== 'comparison' || term.operator !== (negated ? '<>' : '=')) return null;
  const isSet = isConstant(term.right) && !isConstant(term.left) && typeOf(term.left) !== 'real';
  return isSet ? { of: term.left, labels: [term.right] } : null;
}

/** The terms in the order of their text, each once. */
export function distinct(terms: readonly Term[]): Term[] {
  const bySql = new Map(terms.map((term) => [print(term), term]));
  return [...bySql].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, term]) => term);
}

/** What NOT makes of a comparison; true in three-valued logic for every operator here. */
const opposites: Readonly<Record<string, string>> = bothWays([
  ['=', '<>'],
  ['<', '>='],
  ['>', '<='],
  ['~~', '!~~'],
  ['~~*', '!~~*'],
  ['~', '!~'],
  ['~*', '!~*'],
  ['IS DISTINCT FROM', 'IS NOT DISTINCT FROM'],
]);

const oppositeTests = bothWays([
  ['NULL', 'NOT NULL'],
  ['TRUE', 'NOT TRUE'],
  ['FALSE', 'NOT FALSE'],
  ['UNKNOWN', 'NOT UNKNOWN'],
]) as Readonly<Record<Test, Test>>;

function bothWays(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries([...pairs, ...pairs.map(([a, b]) => [b, a] as const)]);
}

/** NOT of a term, brought as far inwards as three-valued logic allows. */
export function negation(term: Term): Term {
  switch (term.kind) {
    case 'boolean':
      return { kind: 'boolean', value: !term.value };
    case 'not':
      return term.of;
    case 'and':
      return joined('or', term.operands.map(negation));
    case 'or':
      return joined('and', term.operands.map(negation));
    case 'comparison':
      return negatedComparison(term);
    case 'membership':
      return { ...term, negated: !term.negated };
    case 'quantified':
      return negatedQuantified(term);
    case 'test':
      return term.of.kind === 'row' ? { kind: 'not', of: term } : { ...term, test: oppositeTests[term.test] };
    default:
      return { kind: 'not', of: term };
  }
}

function negatedComparison(term: Extract<Term, { kind: 'comparison' }>): Term {
  const operator = opposites[term.operator];
  return operator === undefined ? { kind: 'not', of: term } : { ...term, operator };
}

function negatedQuantified(term: Extract<Term, { kind: 'quantified' }>): Term {
  const operator = opposites[term.operator];
  if (operator === undefined) return { kind: 'not', of: term };
  return { ...term, operator, quantifier: term.quantifier === 'ANY' ? 'ALL' : 'ANY' };
}

/**
 * The operands of an AND that stands under NOT in a CHECK, without `c IS NOT NULL` where another of them is NULL with
 * `c` anyway: Django's form of `~Q(c='x')`. A CHECK lets NULL pass as it lets true pass, so both say the same.
 */
export function withoutNullGuards(operands: readonly Term[]): readonly Term[] {
  const kept = operands.filter((operand) => {
    if (operand.kind !== 'test' || operand.test !== 'NOT NULL' || operand.of.kind !== 'column') return true;
    const { name } = operand.of;
    return !operands.some((other) => other !== operand && isNullWith(other, name));
  });
  return kept.length === 0 ? operands : kept;
}

/** Is the condition NULL whenever this column is? */
function isNullWith(term: Term, column: string): boolean {
  switch (term.kind) {
    case 'column':
      return term.name === column;
    case 'comparison':
      if (term.operator.startsWith('IS ')) return false;
      return isNullWith(term.left, column) || isNullWith(term.right, column);
    case 'membership':
    case 'quantified':
    case 'not':
    case 'cast':
    case 'collate':
      return isNullWith(term.of, column);
    case 'operation':
      return isNullWith(term.right, column) || (term.left !== null && isNullWith(term.left, column));
    case 'call':
      return strictCalls.has(term.name) && term.args.some((arg) => isNullWith(arg, column));
    default:
      return false;
  }
}

/** Functions that are NULL when an argument is. */
const strictCalls: ReadonlySet<string> = new Set(
  'upper lower length btrim ltrim rtrim abs round floor ceil extract date_part date_trunc timezone left right substring'.split(
    ' ',
  ),
);

/** Is it certain, or at least not denied by what is known, that the term is a condition? */
export function mayBeCondition(term: Term): boolean {
  const type = typeOf(term);
  return type === undefined || type === 'boolean';
}
