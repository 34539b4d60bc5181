import type { Place } from '@canonical-schema/schema';
import type { Value } from './value';
import { boolValue, floatValue, intValue, sequenceValue, strValue } from './values';

/** A constant, or a tuple of them. */
export type KnownConstant = string | number | boolean | readonly (string | number)[];

/** The value that a constant is, where it stands. */
export function constantValue(constant: KnownConstant, place: Place): Value {
  switch (typeof constant) {
    case 'string':
      return strValue(constant, place);
    case 'number':
      return Number.isInteger(constant) ? intValue(constant, place) : floatValue(constant, place);
    case 'boolean':
      return boolValue(constant, place);
    default:
      return sequenceValue(
        'tuple',
        constant.map((each) => constantValue(each, place)),
        place,
      );
  }
}
