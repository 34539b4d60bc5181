import type { Unique } from '@canonical-schema/schema';

/** What a member of Django's `Deferrable` means; null for anything else. */
export function deferrableNamed(name: string | null): Pick<Unique, 'deferrable' | 'initiallyDeferred'> | null {
  if (name?.endsWith('Deferrable.DEFERRED')) return { deferrable: true, initiallyDeferred: true };
  if (name?.endsWith('Deferrable.IMMEDIATE')) return { deferrable: true, initiallyDeferred: false };
  return null;
}
