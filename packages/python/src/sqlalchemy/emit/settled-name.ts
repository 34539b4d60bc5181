import { isUnreadable, type Unreadable } from '@canonical-schema/schema';
import type { ColumnDescription, GivenName } from '../description';
import type { Unnamed } from '../dialects/server-names';
import type { TableEmission } from './emission';
import { madeName, type NamedParts } from './naming-convention';

/** No name: a convention may make one. */
export const unnamed: GivenName = { text: null, final: false };

/** No name, and no convention makes one. */
export const final: GivenName = { text: null, final: true };

/** What a name is made of: by a person, by a convention, or (`own`) by the server. */
export interface NameParts extends Pick<NamedParts, 'kind' | 'given' | 'columns' | 'referred'> {
  readonly own: Pick<Unnamed, 'columns'> & Partial<Pick<Unnamed, 'kind' | 'behind'>>;
}

/** The name that the server ends up with: written, conventional, or its own. */
export function settledName(
  { own, ...parts }: NameParts,
  emission: TableEmission,
): { readonly name: string | null; readonly nameGiven: boolean } {
  const { table, dialect } = emission;
  const made = madeName({ ...parts, table });
  if (isUnreadable(made.name)) return unknownName(made.name, emission);
  if (made.name !== null) {
    emission.takeName(made.name);
    return { name: made.name, nameGiven: made.written };
  }
  const name = dialect.ddl.serverName({
    kind: parts.kind,
    table: table.name,
    behind: null,
    ...own,
    isTaken: emission.isNameTaken,
  });
  if (name !== null) emission.takeName(name);
  return { name, nameGiven: false };
}

/**
 * A name that its convention has Python compute, which nobody wrote and nothing compares: said once for the MetaData, and
 * what it names is read all the same.
 */
export function unknownName(
  { unreadable: why }: Unreadable,
  { table, note }: TableEmission,
): { readonly name: null; readonly nameGiven: false } {
  const { place } = table.metadata;
  const subject = place === undefined ? `the names of ${table.name}` : 'the names in the MetaData';
  note({ extent: 'fact', why, subject, table: null, place: place ?? table.place });
  return { name: null, nameGiven: false };
}

/** The names of columns, in their order. */
export const columnNames = (columns: readonly ColumnDescription[]): string[] => columns.map((column) => column.name);
