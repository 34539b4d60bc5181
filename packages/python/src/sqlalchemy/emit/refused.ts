import { isUnreadable, type UnreadPart, unreadable } from '@canonical-schema/schema';
import type { ConstraintOptions, GivenName, NamedKind } from '../description';
import type { TableEmission } from './emission';
import { madeName } from './naming-convention';

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
  emission.unread.push({ kind, name: writtenName(kind, name, emission), columns, why, place });
  return null;
}

const conventions: Readonly<Partial<Record<UnreadPart['kind'], NamedKind>>> = {
  check: 'ck',
  unique: 'uq',
  'foreign-key': 'fk',
  'primary-key': 'pk',
  index: 'ix',
};

/** The name that somebody wrote, as the MetaData's convention wraps it; null where that needs more than is known. */
function writtenName(kind: UnreadPart['kind'], given: GivenName, { table }: TableEmission): string | null {
  if (typeof given.text !== 'string') return null;
  const convention = conventions[kind];
  if (convention === undefined) return given.text;
  const { name } = madeName({ kind: convention, table, given, columns: [], referred: null });
  return isUnreadable(name) ? null : name;
}
