import type { Check, Column, ForeignKey, Index, OrmTable, Reading, Table } from '@canonical-schema/schema';
import { tableLabel } from '@canonical-schema/schema';
import { meetingKey, type NamedOver } from '../self-check/meeting-key';

/**
 * A catalog that an ORM made, as that ORM's reading: the facts are the catalog's, and beside them stands what no
 * catalog knows (Python's defaults, choices, places, whose table it is), taken from what was read from the source.
 * `foreign` names the tables that the ORM made for packages outside the project.
 */
export function withOrmFacts(catalog: Reading, read: Reading, foreign: readonly string[]): Reading {
  const known = new Map(read.schema.tables.map((table) => [tableLabel(table), table]));
  const outside = new Set(foreign);
  const tables = catalog.schema.tables.map((table) => {
    const twin = known.get(tableLabel(table));
    if (twin !== undefined) return tableWith(table, twin);
    return outside.has(table.name) ? { ...table, orm: installed } : table;
  });
  const { source, assumed, remarks } = read;
  return { ...catalog, source, assumed, remarks, schema: { ...catalog.schema, tables } };
}

const installed: OrmTable = { model: '', owner: '', nameGiven: false, implicitKey: false, external: true };

function tableWith(table: Table, read: Table): Table {
  const primaryKey = table.primaryKey && { ...table.primaryKey, ...nameOf(read.primaryKey) };
  return {
    ...table,
    columns: matched(table.columns, read.columns, columnWith),
    primaryKey,
    uniques: matched(table.uniques, read.uniques, named),
    foreignKeys: matched(table.foreignKeys, read.foreignKeys, foreignKeyWith),
    checks: matched(table.checks, read.checks, checkWith),
    exclusions: matched(table.exclusions, read.exclusions, named),
    indexes: matched(table.indexes, read.indexes, indexWith),
    managed: read.managed,
    ...(read.orm === undefined ? {} : { orm: read.orm }),
    place: read.place,
  };
}

function matched<T extends NamedOver>(
  objects: readonly T[],
  read: readonly T[],
  joined: (object: T, read: T) => T,
): readonly T[] {
  const known = new Map(read.map((object) => [meetingKey(object), object]));
  return objects.map((object) => {
    const twin = known.get(meetingKey(object));
    return twin === undefined ? object : joined(object, twin);
  });
}

type NameOf = Pick<Index, 'nameGiven' | 'place'>;

function nameOf(read: NameOf | null): Partial<NameOf> {
  return read === null ? {} : { nameGiven: read.nameGiven, place: read.place };
}

function named<T extends NameOf>(object: T, read: T): T {
  return { ...object, ...nameOf(read) };
}

function columnWith(column: Column, { pythonDefault, choices, place }: Column): Column {
  return {
    ...column,
    ...(pythonDefault === undefined ? {} : { pythonDefault }),
    ...(choices === undefined ? {} : { choices }),
    place,
  };
}

function foreignKeyWith(key: ForeignKey, read: ForeignKey): ForeignKey {
  const { pythonOnDelete } = read;
  return { ...named(key, read), ...(pythonOnDelete === undefined ? {} : { pythonOnDelete }) };
}

function checkWith(check: Check, read: Check): Check {
  return { ...named(check, read), origin: read.origin };
}

function indexWith(index: Index, read: Index): Index {
  return { ...named(index, read), origin: read.origin };
}
