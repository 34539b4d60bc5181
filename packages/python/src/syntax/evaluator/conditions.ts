import type { Expression } from '../ast';
import type { Value } from '../value';
import { truthOf } from '../values';
import { constantOf } from './enums';
import { orderOf } from './operators';
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
  return versionTruth(test, frame, world) ?? truthOf(constantOf(world.evaluate(test, frame), world));
}

/** `sys.version_info >= (3, 8)`. */
function versionTruth(test: Expression, frame: Frame, world: World): boolean | null {
  if (test.kind !== 'comparison' || test.rest.length !== 1) return null;
  const [compared] = test.rest;
  const left = world.evaluate(test.first, frame);
  if (compared === undefined || left.kind !== 'external' || left.name !== 'sys.version_info') return null;
  const right = world.evaluate(compared.right, frame);
  if (right.kind !== 'tuple') return null;
  const version: Value = {
    kind: 'tuple',
    items: [...world.pythonVersion, 99].map((part) => ({ kind: 'int', value: BigInt(part), place: left.place })),
    place: left.place,
  };
  const order = orderOf(version, right);
  if (order === null) return null;
  if (compared.operator === '>=') return order >= 0;
  if (compared.operator === '>') return order > 0;
  if (compared.operator === '<') return order < 0;
  return compared.operator === '<=' ? order <= 0 : null;
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
