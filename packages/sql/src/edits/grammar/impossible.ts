import type { Change, Index, TableRef } from '@canonical-schema/schema';
import type { Surroundings } from '../../ddl/table-constraints';
import type { Impossible } from '../outcome';

/** That a table is not there. */
export function missingTable({ name }: TableRef): Impossible {
  return { why: `The table ${name} does not exist.`, remedy: 'Correct the name.' };
}

/** An index with a name that nothing has, where it has none. */
export function withoutIndexName(index: Index, table: TableRef, { names }: Pick<Surroundings, 'names'>): Index {
  const part = index.keys.map(({ of: term }) => (term.kind === 'column' ? term.column : 'expr'));
  return { ...index, name: index.name ?? names.free(table, part, 'idx') };
}

type NamedTypeChange = Extract<
  Change['kind'],
  `${string}-enum` | `${string}-enum-label` | `${string}-domain` | `${string}-sequence`
>;

const none = (): Impossible => ({
  why: 'There are no types and sequences of their own in this dialect.',
  remedy: "Say it by the column's type, or by a check.",
});

/** Changes of types and sequences, in dialects that have none of their own. */
export const noNamedTypes: { readonly [K in NamedTypeChange]: () => Impossible } = {
  'add-enum': none,
  'drop-enum': none,
  'rename-enum': none,
  'add-enum-label': none,
  'rename-enum-label': none,
  'add-domain': none,
  'alter-domain': none,
  'drop-domain': none,
  'add-sequence': none,
  'alter-sequence': none,
  'drop-sequence': none,
};
