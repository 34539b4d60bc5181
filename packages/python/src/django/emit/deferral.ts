import type { Unique } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import { dottedName } from '../constants';

/** What a member of Django's `Deferrable` means, as code names it or as migrations do, `Deferrable['DEFERRED']`; null for anything else. */
export function deferrableOf(value: Value): Pick<Unique, 'deferrable' | 'initiallyDeferred'> | null {
  const name = memberName(value);
  if (name?.endsWith('Deferrable.DEFERRED')) return { deferrable: true, initiallyDeferred: true };
  if (name?.endsWith('Deferrable.IMMEDIATE')) return { deferrable: true, initiallyDeferred: false };
  return null;
}

function memberName(value: Value): string | null {
  if (value.kind !== 'subscript') return dottedName(value);
  const [key, ...more] = value.index;
  const of = dottedName(value.of);
  return of !== null && key?.kind === 'str' && more.length === 0 ? `${of}.${key.value}` : null;
}
