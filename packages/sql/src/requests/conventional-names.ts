import {
  constraintsOf,
  type Named,
  objectName,
  type Schema,
  type TableRef,
  truncateName,
} from '@canonical-schema/schema';

/** What a file names by a convention. */
export type NamedKind = 'index' | 'unique-index' | 'unique' | 'foreign-key' | 'check';

/** A way of naming: before or behind the table and its columns, or PostgreSQL's own by leaving the name out. */
interface Convention {
  readonly prefix?: string;
  readonly suffix?: string;
}

const conventions: Readonly<Record<NamedKind, readonly Convention[]>> = {
  index: [
    { prefix: 'idx' },
    { prefix: 'ix' },
    { prefix: 'i' },
    { suffix: 'idx' },
    { suffix: 'ix' },
    { suffix: 'index' },
  ],
  'unique-index': [
    ...[{ prefix: 'uq' }, { prefix: 'uidx' }, { prefix: 'ux' }, { prefix: 'uix' }, { prefix: 'unique' }],
    ...[
      { prefix: 'idx' },
      { prefix: 'ix' },
      { suffix: 'idx' },
      { suffix: 'uniq' },
      { suffix: 'key' },
      { suffix: 'unique' },
    ],
  ],
  unique: [
    ...[{ prefix: 'uq' }, { prefix: 'uk' }, { prefix: 'unique' }, { prefix: 'uniq' }, { prefix: 'unq' }],
    ...[{ suffix: 'uq' }, { suffix: 'uniq' }, { suffix: 'unique' }, { suffix: 'uk' }],
  ],
  'foreign-key': [{ prefix: 'fk' }, { suffix: 'fk' }],
  check: [
    { prefix: 'ck' },
    { prefix: 'chk' },
    { prefix: 'check' },
    { suffix: 'ck' },
    { suffix: 'chk' },
    { suffix: 'check' },
  ],
};

/**
 * The name that an object without one gets: by the convention that most written names of the schema follow. Null where
 * most leave the name to PostgreSQL, or there are none, and PostgreSQL's own will do. A name that the schema or `made` has
 * is numbered; the new one is put into `made`. `limit` is in bytes.
 */
export function conventionalName(
  kind: NamedKind,
  table: TableRef,
  columns: readonly string[],
  schema: Schema,
  made: Set<string>,
  limit = 63,
): string | null {
  const convention = conventionOf(kind, schema);
  if (convention === null) return null;
  const { prefix, suffix } = convention;
  const isTaken = takenNames(table, schema);
  for (let number = 0; ; number += 1) {
    const behind = [suffix, number === 0 ? undefined : String(number + 1)].filter((part) => part !== undefined);
    const around = [...(prefix === undefined ? [] : [prefix]), ...behind].join('_').length + 1;
    const middle = shortened(table.name, columns.join('_'), limit - around);
    const name = truncateName([...(prefix === undefined ? [] : [prefix]), middle, ...behind].join('_'), limit);
    if (isTaken(name) || made.has(name)) continue;
    made.add(name);
    return name;
  }
}

function shortened(table: string, columns: string, limit: number): string {
  // `objectName` shortens the longer of two names to 63 bytes, its label counted: the label takes what is not to be had.
  const label = 'x'.repeat(Math.max(0, 63 - limit - 1));
  const made = objectName(table, columns === '' ? null : columns, label);
  return made.slice(0, made.length - label.length - 1);
}

/** By most names; an index always has one, as in the guide. */
function conventionOf(kind: NamedKind, schema: Schema): Convention | null {
  const objects = objectsOf(kind, schema);
  const counts = conventions[kind].map((convention) => ({
    convention,
    count: objects.filter(({ name, nameGiven }) => nameGiven && follows(name ?? '', convention)).length,
  }));
  const [most] = counts.toSorted((a, b) => b.count - a.count);
  const unnamed = objects.filter(({ nameGiven }) => !nameGiven).length;
  if (kind === 'index') {
    if (unnamed > (most?.count ?? 0)) return { suffix: 'idx' };
    return most?.convention ?? { prefix: 'idx' };
  }
  if (kind === 'unique-index' && most?.count === 0) return conventionOf('index', schema);
  return most === undefined || most.count === 0 || unnamed > most.count ? null : most.convention;
}

function follows(name: string, { prefix, suffix }: Convention): boolean {
  const lower = name.toLowerCase();
  return prefix === undefined ? lower.endsWith(`_${suffix}`) : lower.startsWith(`${prefix}_`);
}

function objectsOf(kind: NamedKind, { tables }: Schema): readonly Named[] {
  if (kind === 'index') return tables.flatMap(({ indexes }) => indexes.filter(({ unique }) => !unique));
  if (kind === 'unique-index') return tables.flatMap(({ indexes }) => indexes.filter(({ unique }) => unique));
  return tables.flatMap((table) => constraintsOf(table).filter((constraint) => constraint.kind === kind));
}

function takenNames({ schema }: TableRef, { tables }: Schema): (name: string) => boolean {
  const own = tables.filter((table) => table.schema === schema);
  const names = own.flatMap((table) => [
    table.name,
    ...[...table.indexes, ...constraintsOf(table)].map(({ name }) => name),
  ]);
  const taken = new Set(names);
  return (name) => taken.has(name);
}
