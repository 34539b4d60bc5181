import type { Query } from '@canonical-schema/database';
import { type Fact, type IndexKey, isUnreadable, type Reading, type Table } from '@canonical-schema/schema';
import { sqlDialect } from '@canonical-schema/sql';

/** What SQLite's PRAGMAs can say of a table; lists whose order means nothing are sorted. */
interface TableFacts {
  readonly columns: readonly unknown[];
  readonly primaryKey: readonly string[];
  readonly uniques: readonly string[];
  readonly foreignKeys: readonly unknown[];
  readonly indexes: readonly unknown[];
}

type Facts = Readonly<Record<string, TableFacts>>;

/** Every fact of a catalog that PRAGMAs can say, as the reading has it and as they say it: the two are to be equal. */
export async function pragmaFacts(reading: Reading, query: Query): Promise<{ read: Facts; said: Facts }> {
  const tables = reading.schema.tables;
  const said: Record<string, TableFacts> = {};
  for (const name of await tableNames(query)) said[name] = await saidFacts(name, query, tables);
  return { read: Object.fromEntries(tables.map((table) => [table.name, readFacts(table, tables)])), said };
}

/** Tables but SQLite's own, and those that virtual tables keep; the latter are known only where their module is. */
async function tableNames(query: Query): Promise<readonly string[]> {
  const rows = await query(
    `SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
  );
  return rows.map(({ name }) => String(name));
}

function readFacts(table: Table, tables: readonly Table[]): TableFacts {
  const collationOf = (column: string): string =>
    String(table.columns.find(({ name }) => same(name, column))?.collation ?? 'BINARY').toUpperCase();
  const keyOf = ({ of, collation, descending }: IndexKey) => ({
    column: of.kind === 'column' ? of.column : null,
    collation: (collation ?? (of.kind === 'column' ? collationOf(of.column) : 'BINARY')).toUpperCase(),
    descending,
  });
  return {
    columns: table.columns.map((column) => ({
      name: column.name,
      type: column.type,
      nullable: column.nullable,
      default: column.default,
      generated: isUnreadable(column.generated) ? column.generated : (column.generated?.kind ?? null),
    })),
    primaryKey: table.primaryKey?.columns ?? [],
    uniques: sorted(table.uniques.map(({ columns }) => columns.join(', '))),
    foreignKeys: sortedBy(
      table.foreignKeys.map(({ columns, references, onDelete, onUpdate }) => ({
        columns: columns.join(', '),
        target: references.table.toLowerCase(),
        to: (references.columns.length > 0 ? references.columns : keyOfTable(references.table, tables)).join(', '),
        onDelete,
        onUpdate,
      })),
    ),
    indexes: sortedBy(
      table.indexes.map(({ name, unique, where, keys }) => ({
        name,
        unique,
        partial: where !== null,
        keys: keys.map(keyOf),
      })),
    ),
  };
}

async function saidFacts(name: string, query: Query, tables: readonly Table[]): Promise<TableFacts> {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  const columns = await query(`PRAGMA table_xinfo(${quoted})`);
  const indexes = await query(`PRAGMA index_list(${quoted})`);
  const keysOf = (index: unknown) =>
    query(`PRAGMA index_xinfo("${String(index).replaceAll('"', '""')}")`).then((keys) =>
      keys.filter(({ key }) => key === 1),
    );
  const namesOf = async (index: unknown) => (await keysOf(index)).map((key) => String(key.name));
  const ofOrigin = (origin: string) => indexes.filter((index) => index.origin === origin);
  return {
    columns: columns.map((column) => {
      const type = typeOf(String(column.type));
      return {
        name: column.name,
        type,
        nullable: column.notnull === 0 && column.pk === 0,
        default: column.dflt_value === null ? null : defaultOf(String(column.dflt_value), type),
        generated: generatedKinds[String(column.hidden)] ?? null,
      };
    }),
    primaryKey: columns
      .filter(({ pk }) => Number(pk) > 0)
      .sort((a, b) => Number(a.pk) - Number(b.pk))
      .map((column) => String(column.name)),
    uniques: sorted(await Promise.all(ofOrigin('u').map(async (index) => (await namesOf(index.name)).join(', ')))),
    foreignKeys: sortedBy(await foreignKeysOf(quoted, query, tables)),
    indexes: sortedBy(
      await Promise.all(
        ofOrigin('c').map(async (index) => ({
          name: index.name,
          unique: index.unique === 1,
          partial: index.partial === 1,
          keys: (await keysOf(index.name)).map((key) => ({
            column: key.name,
            collation: String(key.coll).toUpperCase(),
            descending: key.desc === 1,
          })),
        })),
      ),
    ),
  };
}

async function foreignKeysOf(quoted: string, query: Query, tables: readonly Table[]): Promise<readonly unknown[]> {
  const rows = await query(`PRAGMA foreign_key_list(${quoted})`);
  return [...new Set(rows.map(({ id }) => id))].map((id) => {
    const keys = rows.filter((row) => row.id === id).sort((a, b) => Number(a.seq) - Number(b.seq));
    const target = String(keys[0]?.table);
    const to = keys.flatMap((key) => (key.to === null ? [] : [String(key.to)]));
    return {
      columns: keys.map((key) => String(key.from)).join(', '),
      target: target.toLowerCase(),
      // Without columns a key leads to the primary key of its target.
      to: (to.length > 0 ? to : keyOfTable(target, tables)).join(', '),
      onDelete: String(keys[0]?.on_delete).toLowerCase(),
      onUpdate: String(keys[0]?.on_update).toLowerCase(),
    };
  });
}

function keyOfTable(name: string, tables: readonly Table[]): readonly string[] {
  return tables.find((table) => same(table.name, name))?.primaryKey?.columns ?? [];
}

const generatedKinds: Readonly<Record<string, string>> = { '2': 'virtual', '3': 'stored' };

function typeOf(text: string): Fact<string> {
  const type = sqlDialect('sqlite').columnTypeOfText(text);
  return text === '' ? '' : isUnreadable(type) ? type : type.type;
}

function defaultOf(text: string, type: Fact<string>): unknown {
  const value = sqlDialect('sqlite').normalizeDefaultText(text, isUnreadable(type) ? '' : type);
  if (isUnreadable(value)) return value;
  return value.kind === 'none' ? null : value.sql;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();

function sortedBy(objects: readonly unknown[]): readonly unknown[] {
  return objects
    .map((object) => [JSON.stringify(object), object] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, object]) => object);
}
