import type { Value } from '../value';
import { memberValue } from '../values';
import { enumMembers } from './enums';
import { elementsOf } from './iteration';
import type { World } from './world';

/** What iterating a value gives, enum classes among them; null where it is not known. */
export function iterated(value: Value, world: World): readonly Value[] | null {
  if (value.kind !== 'class') return elementsOf(value);
  const members = enumMembers(value, world);
  return members?.map((member) => memberValue(value, member.name, member.value.place)) ?? null;
}
