import type { Place } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';

const nowhere: Place = { path: '', line: 1, column: 1, span: { start: 0, end: 0 } };

/** The call of one of SQLAlchemy's types that nobody wrote and something stands for: `String(length=50)`. */
export function typeCall(
  name: string,
  keywords: Readonly<Record<string, number | boolean>>,
  place: Place = nowhere,
): CallValue {
  const value = (constant: number | boolean): Value =>
    typeof constant === 'boolean'
      ? { kind: 'bool', value: constant, place }
      : { kind: 'int', value: BigInt(constant), place };
  return {
    kind: 'call',
    callee: { kind: 'external', name: `sqlalchemy.${name}`, missing: null, place },
    positional: [],
    keywords: new Map(Object.entries(keywords).map(([keyword, constant]) => [keyword, value(constant)])),
    complete: true,
    place,
  };
}
