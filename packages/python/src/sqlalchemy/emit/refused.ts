import { type UnreadPart, unreadable } from '@canonical-schema/schema';
import type { ConstraintOptions } from '../description';
import type { TableEmission } from './emission';

/** Is it deferrable where the server takes no such word? */
export function isRefused(
  options: ConstraintOptions,
  kind: UnreadPart['kind'],
  columns: readonly string[] | null,
  emission: TableEmission,
): boolean {
  const { traits, ddl } = emission.dialect;
  const defers = kind === 'foreign-key' ? traits.hasDeferrableConstraints : ddl.defersUniques;
  if (defers || !options.deferrable) return false;
  const what = traits.hasDeferrableConstraints ? 'DEFERRABLE constraints but foreign keys' : 'DEFERRABLE constraints';
  lost(emission, kind, options, `${traits.label} has no ${what}`, columns);
  return true;
}

/** Notes a constraint that cannot be shown. */
export function lost(
  emission: TableEmission,
  kind: UnreadPart['kind'],
  { name, place }: Pick<ConstraintOptions, 'name' | 'place'>,
  why: string,
  columns: readonly string[] | null = null,
): null {
  emission.noted(unreadable(why), kind, place);
  emission.unread.push({ kind, name: typeof name.text === 'string' ? name.text : null, columns, why, place });
  return null;
}
