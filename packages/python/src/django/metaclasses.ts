import type { UnreadPart } from '@canonical-schema/schema';
import type { PythonProgram } from '../syntax/program';
import type { ClassValue } from '../syntax/value';
import { dottedName } from './constants';
import { metaclassMayAdd } from './run-time-additions';
import { unreadColumns } from './unread-parts';

/** Metaclasses that are known to add no column. */
const harmless = /(^django\.|^abc\.|PolymorphicModelBase$|PageBase$|Sqid|TypedModelMeta)/;

/** What a model may have besides its fields because a metaclass of its own, or of a base, makes it. */
export function unreadOfMetaclass(value: ClassValue, program: PythonProgram): readonly UnreadPart[] {
  for (const each of program.mro(value)) {
    if (each.kind !== 'class') continue;
    const metaclass = each.keywords.get('metaclass');
    const name = metaclass === undefined ? null : dottedName(metaclass);
    if (metaclass?.kind === 'class' && !metaclassMayAdd(metaclass, program)) continue;
    if (name !== null && !harmless.test(name)) {
      return unreadColumns(`the metaclass ${name} may add fields`, value.place);
    }
  }
  return [];
}
