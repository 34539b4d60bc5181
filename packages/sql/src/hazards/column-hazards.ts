import { type Change, type Column, isUnreadable, tableLabel } from '@canonical-schema/schema';
import { quoteName } from '../expressions/quote';
import { typeText } from '../fold/sql-text';
import type { Around, Said } from './said';
import { readType, typeChange } from './type-change';
import { volatileFunction } from './volatile';

type AddColumn = Extract<Change, { kind: 'add-column' }>;
type AlterColumn = Extract<Change, { kind: 'alter-column' }>;

/** ADD COLUMN on a table with rows. */
export function addColumnHazards(change: AddColumn, around: Around): readonly Said[] {
  return [...withoutValue(change), ...newValues(change, around)];
}

/** A value that all rows have alike is kept in the catalog; one that differs by row is written into each. */
function newValues({ table, column }: AddColumn, { catalog }: Around): readonly Said[] {
  const label = `${tableLabel(table)}.${column.name}`;
  const name = quoteName(column.name);
  const alter = `ALTER TABLE ${typeText(table)}`;
  const type = readType(column.type) ?? '…';
  const cause = rewriteCause(column, catalog.schema().domains);
  if (cause === null) return [];
  return [
    {
      kind: 'rewrites-table',
      message: `Adding ${label} writes every row of ${tableLabel(table)} anew while readers and writers wait: ${cause.why}.`,
      safer:
        cause.later !== null
          ? `${alter} ADD COLUMN ${name} ${type}; ${alter} ALTER COLUMN ${name} SET DEFAULT ${cause.later}; UPDATE the rows in batches; ` +
            `${notNullSequence(table, column.name)}.`
          : null,
    },
  ];
}

interface RewriteCause {
  readonly why: string;
  /** The DEFAULT that can come later and then holds for new rows alone; null where it is none. */
  readonly later: string | null;
}

function rewriteCause(column: Column, domains: readonly Parameters<typeof typeText>[0][]): RewriteCause | null {
  const { generated, identity, default: value, type } = column;
  if (generated !== null && !isUnreadable(generated) && generated.kind === 'stored') {
    return { why: 'a stored generated column is computed for each', later: null };
  }
  if (identity !== null)
    return { why: 'each gets a number of its own', later: 'nextval(…) of a sequence that it owns' };
  const called = typeof value === 'string' ? volatileFunction(value) : null;
  if (called !== null) return { why: `${called}() gives each its own value`, later: String(value) };
  const isDomain = domains.some((domain) => typeText(domain) === type && isConstrained(domain));
  return isDomain ? { why: `the rules of ${String(type)} are held against each`, later: null } : null;
}

function isConstrained(domain: object): boolean {
  const { notNull, checks } = domain as { readonly notNull?: boolean; readonly checks?: readonly unknown[] };
  return notNull === true || (checks ?? []).length > 0;
}

function withoutValue({ table, column }: AddColumn): readonly Said[] {
  const { nullable, default: value, identity, generated, name } = column;
  if (nullable !== false || value !== null || identity !== null || generated !== null) return [];
  const alter = `ALTER TABLE ${typeText(table)}`;
  return [
    {
      kind: 'fails-on-rows',
      message: `Rows of ${tableLabel(table)} have no value for ${name}, which is NOT NULL without a DEFAULT.`,
      safer:
        `${alter} ADD COLUMN ${quoteName(name)} ${readType(column.type) ?? '…'} (nullable first); UPDATE the rows in batches; ` +
        `${notNullSequence(table, name)}.`,
    },
  ];
}

/** NOT NULL without a long lock: PostgreSQL believes a valid check. */
function notNullSequence(table: Parameters<typeof typeText>[0], column: string): string {
  const alter = `ALTER TABLE ${typeText(table)}`;
  const check = quoteName(`${table.name}_${column}_not_null`);
  const name = quoteName(column);
  return (
    `${alter} ADD CONSTRAINT ${check} CHECK (${name} IS NOT NULL) NOT VALID; ${alter} VALIDATE CONSTRAINT ${check}; ` +
    `${alter} ALTER COLUMN ${name} SET NOT NULL; ${alter} DROP CONSTRAINT ${check}`
  );
}

/** ALTER COLUMN on a table with rows. A column that the same changes add has no values of its own yet. */
export function alterColumnHazards(change: AlterColumn, around: Around): readonly Said[] {
  const { set, table } = change;
  const column = around.catalog.table(table)?.columns.find(({ name }) => name === change.column);
  if (column === undefined || isNew(change, around)) return [];
  return [
    ...(set.type === undefined ? [] : typeHazards(change, column, around)),
    ...(set.nullable === false && column.nullable !== false ? notNullHazards(change, around) : []),
    ...(set.generated === undefined ? [] : generatedHazards(change)),
    ...(set.collation === undefined || set.type !== undefined ? [] : collationHazards(change, around)),
  ];
}

function isNew({ table, column }: AlterColumn, { made }: Around): boolean {
  return made.some(
    (earlier) =>
      earlier.kind === 'add-column' &&
      tableLabel(earlier.table) === tableLabel(table) &&
      earlier.column.name === column &&
      earlier.column.default === null &&
      earlier.column.identity === null,
  );
}

function typeHazards({ table, column: name, set }: AlterColumn, column: Column, { catalog }: Around): readonly Said[] {
  const [from, to] = [readType(column.type), readType(set.type ?? column.type)];
  if (from === null || to === null) return [];
  const { rewrites, canFail, loses } = typeChange(from, to, catalog.schema());
  const label = `${tableLabel(table)}.${name}`;
  const words = `${label} from ${from} to ${to}`;
  return [
    ...(loses === null ? [] : [said('loses-data', `Changing ${words} loses ${loses}.`, keepOld(table, name, to))]),
    ...(canFail
      ? [said('fails-on-rows', `Values of ${label} that are no ${to} make it fail.`, fitFirst(table, name, to))]
      : []),
    ...(rewrites
      ? [
          said(
            'rewrites-table',
            `Changing ${words} writes every row of ${tableLabel(table)} anew while readers and writers wait${zoneRemark(from, to)}.`,
            keepOld(table, name, to),
          ),
        ]
      : []),
  ];
}

function said(kind: Said['kind'], message: string, safer: string | null): Said {
  return { kind, message, safer };
}

function zoneRemark(from: string, to: string): string {
  const isBetween = from.startsWith('timestamp') && to.startsWith('timestamp') && from.endsWith('zone') && from !== to;
  return isBetween ? ', unless the session says SET timezone = UTC' : '';
}

function keepOld(table: Parameters<typeof typeText>[0], name: string, to: string): string {
  const alter = `ALTER TABLE ${typeText(table)}`;
  const next = quoteName(`${name}_new`);
  return (
    `${alter} ADD COLUMN ${next} ${to}; write both columns (a trigger, or the code); UPDATE the rows in batches; read from ` +
    `${next}; drop ${quoteName(name)}; ${alter} RENAME COLUMN ${next} TO ${quoteName(name)}.`
  );
}

function fitFirst(table: Parameters<typeof typeText>[0], name: string, to: string): string {
  return `First find and mend the values that do not fit; where a cast needs words, ALTER TABLE ${typeText(table)} ALTER COLUMN ${quoteName(name)} TYPE ${to} USING ….`;
}

function notNullHazards({ table, column }: AlterColumn, { catalog }: Around): readonly Said[] {
  const wanted = [`${quoteName(column)} IS NOT NULL`, `${column} IS NOT NULL`];
  const isProven = catalog.table(table)?.checks.some(({ expression }) => wanted.some((text) => text === expression));
  if (isProven) return [];
  const label = `${tableLabel(table)}.${column}`;
  const fill = `UPDATE the rows in batches; ${notNullSequence(table, column)}.`;
  return [
    said('fails-on-rows', `Rows in which ${label} is NULL make SET NOT NULL fail.`, fill),
    said('long-lock', `SET NOT NULL reads all rows of ${tableLabel(table)} while readers and writers wait.`, fill),
  ];
}

function generatedHazards({ table, column, set }: AlterColumn): readonly Said[] {
  const { generated } = set;
  if (generated === null || generated === undefined || isUnreadable(generated) || generated.kind !== 'stored')
    return [];
  const message = `Computing ${tableLabel(table)}.${column} writes every row of ${tableLabel(table)} anew while readers and writers wait.`;
  return [said('rewrites-table', message, null)];
}

function collationHazards({ table, column }: AlterColumn, { catalog }: Around): readonly Said[] {
  const before = catalog.table(table);
  const keys = [before?.primaryKey, ...(before?.uniques ?? [])].flatMap((key) => key?.columns ?? []);
  const indexed = before?.indexes.flatMap((index) =>
    index.keys.map(({ of: term }) => (term.kind === 'column' ? term.column : '')),
  );
  if (![...keys, ...(indexed ?? [])].includes(column)) return [];
  const message = `Another collation of ${tableLabel(table)}.${column} builds its indexes anew while readers and writers wait.`;
  return [said('long-lock', message, null)];
}
