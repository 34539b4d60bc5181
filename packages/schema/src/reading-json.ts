import type { Fact } from './fact';
import { isUnreadable } from './fact';
import type { Column, PythonDefault } from './model/column';
import type { Check, Exclusion, ForeignKey, Named, PrimaryKey, Unique } from './model/constraint';
import type { Index, IndexKey } from './model/index';
import type { OtherObject, Schema } from './model/schema';
import type { Table } from './model/table';
import { tableLabel } from './model/table';
import type { Reading, Unread } from './reading';
import type { Place } from './text/place';

type Json = { readonly [member: string]: unknown };

/**
 * A reading in the shape of `contracts/reading.schema.json`, ready for `JSON.stringify`: arrays of objects sorted by
 * schema, name and columns, an unreadable fact as `{"unreadable": why}`, members that are ours alone left out. Tables of
 * packages outside the workspace are left out too: they are read so that keys to them resolve, and belong to others.
 */
export function readingJson(reading: Reading): unknown {
  const { schema } = reading;
  return {
    source: reading.source,
    dialect: reading.dialect,
    tables: sorted(schema.tables.filter(({ orm }) => orm?.external !== true)).map(tableJson),
    enums: sorted(schema.enums).map((type) => located(type, { labels: type.labels })),
    domains: sorted(schema.domains).map((domain) =>
      located(domain, {
        type: domain.type,
        notNull: domain.notNull,
        default: domain.default,
        checks: domain.checks.map((check) => check.expression).sort(),
      }),
    ),
    others: sorted(othersOf(schema)).map(({ kind, ...other }) => ({ kind, ...located(other, {}) })),
    unreadable: unreadJson(reading),
    assumed: reading.assumed,
  };
}

function located(object: { schema: string | null; name: string; place: Place | null }, facts: Json): Json {
  return {
    ...(object.schema === null ? {} : { schema: object.schema }),
    name: object.name,
    ...facts,
    ...at(object.place),
  };
}

function at(place: Place | null): Json {
  return place === null ? {} : { place: placeJson(place) };
}

function placeJson({ path, line, column }: Place): Json {
  return { path, line, column };
}

/** Sequences are listed only, like the other objects that no rule compares. */
function othersOf(schema: Schema): OtherObject[] {
  return [...schema.others, ...schema.sequences.map((sequence) => ({ ...sequence, kind: 'sequence' }))].map(
    ({ kind, schema: namespace, name, place }) => ({ kind, schema: namespace, name, place }),
  );
}

function tableJson(table: Table): Json {
  return {
    schema: table.schema,
    name: table.name,
    comment: table.comment,
    managed: table.managed,
    columns: sorted(table.columns).map(columnJson),
    primaryKey: table.primaryKey && primaryKeyJson(table.primaryKey),
    uniques: sorted(table.uniques).map(uniqueJson),
    foreignKeys: sorted(table.foreignKeys).map(foreignKeyJson),
    checks: sorted(table.checks).map(checkJson),
    exclusions: sorted(table.exclusions).map(exclusionJson),
    indexes: sorted(table.indexes).map(indexJson),
    ...at(table.place),
  };
}

function columnJson(column: Column): Json {
  const { pythonDefault, choices, baseType } = column;
  return {
    name: column.name,
    type: column.type,
    nullable: column.nullable,
    default: column.default,
    ...(pythonDefault === undefined ? {} : { pythonDefault: pythonDefaultJson(pythonDefault) }),
    identity: column.identity,
    generated: column.generated,
    collation: column.collation,
    comment: column.comment,
    ...(choices === undefined ? {} : { choices }),
    ...(baseType === undefined || baseType === null ? {} : { baseType }),
    ...at(column.place),
  };
}

function pythonDefaultJson(fact: Fact<PythonDefault | null>): unknown {
  if (isUnreadable(fact) || fact === null) return fact;
  if (fact.kind === 'value') return fact.sql;
  return fact.kind === 'callable' ? `${fact.name}()` : 'FetchedValue()';
}

function named(object: Named, facts: Json): Json {
  return { name: object.name, nameGiven: object.nameGiven, ...facts, ...at(object.place) };
}

function primaryKeyJson(key: PrimaryKey): Json {
  return { name: key.name, nameGiven: key.nameGiven, columns: key.columns };
}

function uniqueJson(unique: Unique): Json {
  const { columns, include, nullsNotDistinct, deferrable, initiallyDeferred } = unique;
  return named(unique, {
    columns,
    ...(include.length > 0 ? { include } : {}),
    nullsNotDistinct,
    deferrable,
    initiallyDeferred,
  });
}

function foreignKeyJson(key: ForeignKey): Json {
  const { columns, references, onDelete, onUpdate, deferrable, initiallyDeferred, match, pythonOnDelete } = key;
  return named(key, {
    columns,
    references: { schema: references.schema, table: references.table, columns: references.columns },
    onDelete,
    onUpdate,
    deferrable,
    initiallyDeferred,
    ...(match === 'full' ? { match } : {}),
    ...(pythonOnDelete === undefined ? {} : { pythonOnDelete }),
  });
}

function checkJson(check: Check): Json {
  return named(check, { expression: check.expression });
}

function exclusionJson(exclusion: Exclusion): Json {
  return named(exclusion, { definition: exclusion.definition });
}

function indexJson(index: Index): Json {
  const { unique, method, keys, include, where, nullsNotDistinct } = index;
  return named(index, { unique, method, keys: keys.map(indexKeyJson), include, where, nullsNotDistinct });
}

function indexKeyJson({ of, opclass, collation, length, descending, nulls }: IndexKey): Json {
  const term = of.kind === 'column' ? { column: of.column } : { expression: of.expression };
  return { ...term, opclass, collation, ...(length === undefined ? {} : { length }), descending, nulls };
}

/** Statements that do not parse and parts of tables that could not be read are said here too, each once. */
function unreadJson(reading: Reading): Json[] {
  const noted = new Set(reading.unread.map(({ place }) => placeKey(place)));
  const broken = reading.remarks.filter(
    ({ code, places: [place] }) => code === 'syntax-error' && (place === undefined || !noted.has(placeKey(place))),
  );
  const parts = reading.schema.tables.flatMap((table) =>
    table.unread.map(({ why, name, place }) => ({
      why,
      subject: name === null ? tableLabel(table) : `${tableLabel(table)}.${name}`,
      place: place ?? table.place,
    })),
  );
  const all = [
    ...reading.unread.map(({ why, subject, place }: Unread) => ({ why, subject, place })),
    ...broken.map(({ message, places }) => ({ why: message, subject: null, place: places[0] ?? null })),
    ...parts,
  ];
  const once = new Map(all.map((entry) => [JSON.stringify([entry.why, entry.place]), entry]));
  return [...once.values()].sort(byPlace).map(({ why, subject, place }) => ({
    why,
    ...(subject === null ? {} : { subject }),
    place: place === null ? { path: '', line: 1 } : placeJson(place),
  }));
}

function placeKey({ path, line, column }: Place): string {
  return `${path}:${line}:${column}`;
}

function byPlace(a: { place: Place | null }, b: { place: Place | null }): number {
  return (
    compare(a.place?.path ?? '', b.place?.path ?? '') ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0)
  );
}

interface Sortable {
  readonly schema?: string | null;
  readonly name: string | null;
  readonly columns?: readonly unknown[];
}

function sorted<T extends Sortable>(objects: readonly T[]): T[] {
  return objects
    .map((object) => ({ object, key: sortKey(object) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ object }) => object);
}

/** Parts joined by a character that no identifier holds, so that a shorter name comes first. */
function sortKey({ schema, name, columns }: Sortable): string {
  const names = columns?.every((column) => typeof column === 'string') ? columns : [];
  return [schema ?? '', name ?? '', ...names].join('\u0000');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
