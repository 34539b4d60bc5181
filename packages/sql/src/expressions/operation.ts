import { isNumberFamily, promoted } from '../types/type-family';
import { withoutWidening } from './cast';
import { besides, besidesSame } from './literal';
import { isWholeNumber, negative } from './number-literal';
import type { NumberLiteral, Term } from './term';
import { typeOf } from './type-of';

/** A prefix operator in normal form: a sign is part of a number. */
export function prefixed(operator: string, right: Term): Term {
  if (right.kind === 'number' && operator === '-') return negative(right);
  if (right.kind === 'number' && operator === '+') return right;
  return { kind: 'operation', operator, left: null, right };
}

const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '^']);

/** An infix operator in normal form. Operands keep their order: only comparisons are turned round. */
export function operation(operator: string, left: Term, right: Term): Term {
  const wanted = promoted(typeOf(left), typeOf(right));
  if (!arithmetic.has(operator) || wanted === undefined) return inferred(operator, left, right);
  const bareLeft = withoutWidening(left);
  const bareRight = withoutWidening(right);
  return { kind: 'operation', operator, ...brought(bareLeft, bareRight, wanted) };
}

/** Operators whose right operand is an array of text whatever the left is. */
const paths: ReadonlySet<string> = new Set(['#>', '#>>', '#-']);

function inferred(operator: string, left: Term, right: Term): Term {
  if (paths.has(operator)) return { kind: 'operation', operator, left, right: besides(right, 'text[]', true) };
  return { kind: 'operation', operator, left: besidesSame(left, right), right: besidesSame(right, left) };
}

/**
 * Both operands with the fewest casts that still make PostgreSQL compute in the type that was written: integer
 * division is another operation than numeric division.
 */
function brought(left: Term, right: Term, wanted: string): { left: Term; right: Term } {
  const isFractional = wanted === 'numeric' || wanted === 'double precision';
  if (left.kind === 'number' && right.kind === 'number' && isFractional) {
    return { left: { ...left, type: wanted }, right: { ...right, type: wanted } };
  }
  if (right.kind === 'number' && left.kind !== 'number')
    return { left, right: numberBeside(right, typeOf(left), wanted) };
  if (left.kind === 'number' && right.kind !== 'number')
    return { right, left: numberBeside(left, typeOf(right), wanted) };
  if (promoted(typeOf(left), typeOf(right)) === wanted || left.kind === 'number') return { left, right };
  return { left: { kind: 'cast', of: left, type: wanted }, right };
}

/** A number without its type where the other operand's type says enough. */
function numberBeside(number: NumberLiteral, other: string | undefined, wanted: string): Term {
  const plain: NumberLiteral = { ...number, type: isWholeNumber(number) ? 'integer' : 'numeric' };
  if (promoted(plain.type, other) === wanted || isIntegerOnly(wanted)) return plain;
  const numeric: NumberLiteral = { ...number, type: 'numeric' };
  return promoted('numeric', other) === wanted ? numeric : { ...number, type: 'double precision' };
}

function isIntegerOnly(type: string): boolean {
  return isNumberFamily(type) && promoted(type, 'bigint') === 'bigint';
}
