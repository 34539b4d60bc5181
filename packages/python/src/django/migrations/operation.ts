import { type Fact, type Place, unreadable } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';
import { stringFact } from '../constants';

/** One operation of a migration, its arguments by name. */
export interface Operation {
  /** Django's class under it: `AddField`. */
  readonly kind: string;
  /** The label of the app whose migration holds it. */
  readonly app: string;
  readonly arguments: ReadonlyMap<string, Value>;
  readonly call: CallValue;
  readonly place: Place;
}

/** An operation, or the part of one, that cannot be carried out on the state or the schema as read. */
export class OperationError extends Error {
  override readonly name = 'OperationError';
}

/** A text argument. Throws `OperationError` where it is none. */
export function textArgument(operation: Operation, name: string): string {
  const fact = textFact(operation, name);
  if (typeof fact === 'string') return fact;
  throw new OperationError(`its ${name}: ${fact.unreadable}`);
}

/** A text argument, or why it is not known. */
export function textFact(operation: Operation, name: string): Fact<string> {
  const value = operation.arguments.get(name);
  return value === undefined ? unreadable('it is not given') : stringFact(value);
}

/** An argument that must be there. */
export function demandArgument(operation: Operation, name: string): Value {
  const value = operation.arguments.get(name);
  if (value === undefined) throw new OperationError(`its ${name}: it is not given`);
  return value;
}
