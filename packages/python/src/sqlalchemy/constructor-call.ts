import type { CallValue, ClassValue, FunctionValue } from '../syntax/value';

/**
 * The call that reaches the base's constructor through a class's own `__init__`: what `super().__init__(...)` passes on.
 * Null where the body is not that plain.
 */
export function superCallOf(_of: ClassValue, _init: FunctionValue, _call: CallValue): CallValue | null {
  return null;
}
