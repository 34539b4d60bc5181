import {
  dialectTraits,
  type ForeignKey,
  type Index,
  type IndexKey,
  type Reading,
  type Table,
  type TableRef,
} from '@canonical-schema/schema';
import { tableKey } from './alignment';

/**
 * The reading with its tables and columns spelt as the canonical reading spells them, where the dialect does not tell
 * upper from lower case. What is spelt alike already stays the same object.
 */
export function inCaseOf(canonical: Reading, reading: Reading): Reading {
  const { foldsColumnCase, foldsTableCase } = dialectTraits[canonical.dialect];
  if (!foldsColumnCase) return reading;
  const folded = (table: TableRef) => (foldsTableCase ? tableKey(table).toLowerCase() : tableKey(table));
  const wanted = new Map(canonical.schema.tables.map((table) => [folded(table), spellingOf(table)]));
  const spelt = (table: TableRef) => wanted.get(folded(table)) ?? null;
  const tables = reading.schema.tables.map((table) => respelt(table, spelt));
  const isSame = tables.every((table, at) => table === reading.schema.tables[at]);
  return isSame ? reading : { ...reading, schema: { ...reading.schema, tables } };
}

/** How a canonical table and its columns are spelt; columns by their name in lower case. */
interface Spelling {
  readonly name: string;
  readonly columns: ReadonlyMap<string, string>;
}

type SpellingOf = (table: TableRef) => Spelling | null;

function spellingOf({ name, columns }: Table): Spelling {
  return { name, columns: new Map(columns.map((column) => [column.name.toLowerCase(), column.name])) };
}

function respelt(table: Table, spelt: SpellingOf): Table {
  const own = spelt(table);
  const column = (name: string): string => own?.columns.get(name.toLowerCase()) ?? name;
  const columns = (names: readonly string[]): readonly string[] => names.map(column);
  const isSame =
    (own?.name ?? table.name) === table.name &&
    table.columns.every(({ name }) => column(name) === name) &&
    table.foreignKeys.every((key) => isSpeltLike(key, referenceIn(key, spelt)));
  if (isSame) return table;
  return {
    ...table,
    name: own?.name ?? table.name,
    columns: table.columns.map((each) => ({ ...each, name: column(each.name) })),
    primaryKey: table.primaryKey && { ...table.primaryKey, columns: columns(table.primaryKey.columns) },
    uniques: table.uniques.map((unique) => ({ ...unique, columns: columns(unique.columns) })),
    foreignKeys: table.foreignKeys.map((key) => ({
      ...key,
      columns: columns(key.columns),
      references: referenceIn(key, spelt),
    })),
    checks: table.checks.map((check) => ({ ...check, columns: columns(check.columns) })),
    indexes: table.indexes.map((index): Index => ({ ...index, keys: index.keys.map((key) => keyIn(key, column)) })),
  };
}

function referenceIn({ references }: ForeignKey, spelt: SpellingOf): ForeignKey['references'] {
  const target = spelt({ schema: references.schema, name: references.table });
  if (target === null) return references;
  const columns = references.columns.map((name) => target.columns.get(name.toLowerCase()) ?? name);
  return { ...references, table: target.name, columns };
}

function isSpeltLike({ references }: ForeignKey, other: ForeignKey['references']): boolean {
  return references.table === other.table && references.columns.every((name, at) => name === other.columns[at]);
}

function keyIn(key: IndexKey, column: (name: string) => string): IndexKey {
  return key.of.kind === 'column' ? { ...key, of: { ...key.of, column: column(key.of.column) } } : key;
}
