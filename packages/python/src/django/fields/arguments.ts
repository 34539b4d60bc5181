import { type Fact, isUnreadable, unreadable } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import { integerOrNoneFact, stringOrNoneFact, truthFact } from '../constants';
import type { ReachingArguments } from '../super-arguments';
import type { FieldKind } from './field-kind';
import type { FieldArguments, FieldState } from './field-state';

/** The arguments of a field's constructor by name. */
export function boundArguments(kind: FieldKind, passed: ReachingArguments): FieldArguments {
  const values = new Map<string, Value>();
  passed.positional.forEach((value, index) => {
    const parameter = kind.parameters[index];
    if (parameter !== undefined) values.set(parameter, value);
  });
  for (const [name, value] of passed.keywords) values.set(name, value);
  return { values, incomplete: passed.incomplete };
}

/** An argument that was passed; `undefined` where none was. */
export function argument(field: Pick<FieldState, 'arguments'>, name: string): Value | undefined {
  return field.arguments.values.get(name);
}

/** Is there such an argument, other than `None`? */
export function hasArgument(field: Pick<FieldState, 'arguments'>, name: string): boolean {
  const value = argument(field, name);
  return value !== undefined && value.kind !== 'none';
}

/** A true-or-false argument; the kind's own default, or false, where it was not passed. */
export function flag(field: Pick<FieldState, 'arguments' | 'kind'>, name: string): Fact<boolean> {
  const value = argument(field, name);
  if (value !== undefined) return truthFact(value);
  if (field.arguments.incomplete !== null) return unreadable(field.arguments.incomplete);
  return field.kind.defaults[name] === true;
}

/** Is the flag certainly set? Where it could not be read, it counts as not set; the caller says so elsewhere. */
export function isSet(field: Pick<FieldState, 'arguments' | 'kind'>, name: string): boolean {
  return flag(field, name) === true;
}

/** A text argument, null for `None` or where it was not passed. */
export function text(field: Pick<FieldState, 'arguments' | 'kind'>, name: string): Fact<string | null> {
  const value = argument(field, name);
  if (value !== undefined) return stringOrNoneFact(value);
  if (field.arguments.incomplete !== null) return unreadable(field.arguments.incomplete);
  const own = field.kind.defaults[name];
  return typeof own === 'string' ? own : null;
}

/** A text argument where only a known one counts. */
export function knownText(field: Pick<FieldState, 'arguments' | 'kind'>, name: string): string | null {
  const fact = text(field, name);
  return isUnreadable(fact) ? null : fact;
}

/** A number argument; the kind's own default where it was not passed or is `None`. */
export function number(field: Pick<FieldState, 'arguments' | 'kind'>, name: string): Fact<number | null> {
  const value = argument(field, name);
  const own = field.kind.defaults[name];
  if (value !== undefined) return integerOrNoneFact(value);
  if (field.arguments.incomplete !== null) return unreadable(field.arguments.incomplete);
  return typeof own === 'number' ? own : null;
}
