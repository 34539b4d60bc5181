import type { Expression } from '../ast';
import { truthOf } from '../values';
import { constantOf } from './enums';
import type { Frame, World } from './world';

/** Is a condition certainly true or false? Null where it cannot be decided. */
export function conditionTruth(test: Expression, frame: Frame, world: World): boolean | null {
  if (test.kind === 'boolean') {
    const left = conditionTruth(test.left, frame, world);
    if (left === (test.operator === 'or')) return left;
    const right = conditionTruth(test.right, frame, world);
    if (left !== null) return right;
    return right === (test.operator === 'or') ? right : null;
  }
  if (test.kind === 'unary' && test.operator === 'not') {
    const inner = conditionTruth(test.operand, frame, world);
    return inner === null ? null : !inner;
  }
  return truthOf(constantOf(world.evaluate(test, frame), world));
}

/** True for `TYPE_CHECKING`, false for `not TYPE_CHECKING`, null for any other condition. */
export function isTypeChecking(test: Expression, frame: Frame, world: World): boolean | null {
  if (test.kind === 'unary' && test.operator === 'not') {
    const inner = isTypeChecking(test.operand, frame, world);
    return inner === null ? null : !inner;
  }
  if (test.kind !== 'name' && test.kind !== 'attribute') return null;
  if (!test.name.endsWith('TYPE_CHECKING')) return null;
  const value = world.evaluate(test, frame);
  if (value.kind === 'bool') return value.value ? null : true;
  return value.kind === 'external' && value.name.endsWith('TYPE_CHECKING') ? true : null;
}
