import {
  type Change,
  type Column,
  isUnreadable,
  type Schema,
  type Table,
  type TableRef,
  tableLabel,
} from '@canonical-schema/schema';
import { isSame, type Rename } from './with-renames';

/** What looks like a rename, and why. Nobody but a person can say that it is one. */
export interface ProbableRename {
  readonly rename: Rename;
  /** As it stands after "because" or in parentheses: `both are character varying(10), NOT NULL, and follow id`. */
  readonly evidence: string;
}

/** Where evidence for renames is looked for. */
export interface RenameSides {
  /** The schema of the source that the repairs are of. */
  readonly departing: Schema;
  readonly canonical: Schema;
  /** The canonical schema at the git base; null where there is none. */
  readonly base: Schema | null;
}

/**
 * Of what the repairs of one source drop and add, what may be the same under another name: where the canonical file had
 * the old name in that place at the base, or where one thing that goes and one that comes are alike and no others are.
 */
export function probableRenames(repairs: readonly Change[], sides: RenameSides): readonly ProbableRename[] {
  return [...tableRenames(repairs, sides), ...columnRenames(repairs, sides)];
}

interface Candidate<T> {
  readonly from: T;
  readonly to: T;
  readonly evidence: string;
}

function tableRenames(repairs: readonly Change[], { departing, base }: RenameSides): ProbableRename[] {
  const gone = repairs.flatMap((change) =>
    change.kind === 'drop-table' ? (tableOf(departing, change.table) ?? []) : [],
  );
  const come = repairs.flatMap((change) => (change.kind === 'add-table' ? [change.table] : []));
  const told = candidates(gone, come, (from, to) => {
    const before = base === null ? null : tableOf(base, from);
    const isTold = before !== null && base !== null && tableOf(base, to) === null && shapeOf(before) === shapeOf(to);
    return isTold ? `before, the SQL had these columns under the name ${tableLabel(from)}` : null;
  });
  const alike = candidates(gone, come, (from, to) =>
    shapeOf(from) === shapeOf(to) ? 'the columns are the same' : null,
  );
  return settled(told, alike).map(({ from, to, evidence }) => ({
    rename: { kind: 'rename-table', table: refOf(from), to: refOf(to) },
    evidence,
  }));
}

function columnRenames(repairs: readonly Change[], { departing, canonical, base }: RenameSides): ProbableRename[] {
  const byTable = new Map<string, Change[]>();
  for (const change of repairs) {
    if (!('table' in change)) continue;
    const label = tableLabel(change.table);
    byTable.set(label, [...(byTable.get(label) ?? []), change]);
  }
  return departing.tables.flatMap((own) => {
    const changes = byTable.get(tableLabel(own)) ?? [];
    const names = new Set(changes.flatMap((change) => (change.kind === 'drop-column' ? [change.column] : [])));
    const come = changes.flatMap((change) => (change.kind === 'add-column' ? [change.column] : []));
    const inSql = tableOf(canonical, canonicalName(own, changes));
    if (names.size === 0 || come.length === 0 || inSql === null) return [];
    const gone = own.columns.filter(({ name }) => names.has(name));
    const before = base === null ? null : tableOf(base, inSql);
    const told = candidates(gone, come, (from, to) => toldBy(before, inSql, from, to));
    const alike = candidates(gone, come, (from, to) =>
      likeness({ table: own, column: from }, { table: inSql, column: to }),
    );
    return settled(told, alike).map(({ from, to, evidence }) => ({
      rename: { kind: 'rename-column', table: refOf(own), column: from.name, to: to.name } as const,
      evidence,
    }));
  });
}

/** What the base tells counts; likeness, where it leaves only one of each. */
function settled<T>(told: readonly Candidate<T>[], alike: readonly Candidate<T>[]): readonly Candidate<T>[] {
  const certain = onlyOnes(told);
  const isFree = ({ from, to }: Candidate<T>) => !certain.some((known) => known.from === from || known.to === to);
  return [...certain, ...onlyOnes(alike).filter(isFree)];
}

function candidates<T>(
  gone: readonly T[],
  come: readonly T[],
  evidenceFor: (from: T, to: T) => string | null,
): Candidate<T>[] {
  return gone.flatMap((from) =>
    come.flatMap((to) => {
      const evidence = evidenceFor(from, to);
      return evidence === null ? [] : [{ from, to, evidence }];
    }),
  );
}

/** The candidates that share neither side with another one. */
function onlyOnes<T>(all: readonly Candidate<T>[]): readonly Candidate<T>[] {
  const count = (side: 'from' | 'to', one: T) => all.filter((other) => other[side] === one).length;
  return all.filter(({ from, to }) => count('from', from) === 1 && count('to', to) === 1);
}

/** Did the SQL's table have the old name at the base where it has the new one now, and neither beside the other? */
function toldBy(before: Table | null, now: Table, from: Column, to: Column): string | null {
  if (before === null || columnOf(before, to.name) !== undefined || columnOf(now, from.name) !== undefined) return null;
  const place = before.columns.findIndex(({ name }) => name === from.name);
  if (place < 0 || now.columns[place]?.name !== to.name) return null;
  return `before, the SQL had ${from.name} in the place of ${to.name}`;
}

interface ColumnIn {
  readonly table: Table;
  readonly column: Column;
}

function likeness(from: ColumnIn, to: ColumnIn): string | null {
  const { type, nullable } = to.column;
  if (isUnreadable(type) || isUnreadable(nullable)) return null;
  if (from.column.type !== type || from.column.nullable !== nullable || !hasSameDefault(from.column, to.column))
    return null;
  const [before, after] = [neighbourOf(from, to.table), neighbourOf(to, from.table)];
  if (before !== after) return null;
  const place = before === null ? 'come first' : `follow ${before}`;
  return `both are ${type}, ${nullable ? 'NULL' : 'NOT NULL'}, and ${place}`;
}

/** A source that fills in by itself what the SQL defaults to says the same. */
function hasSameDefault(own: Column, inSql: Column): boolean {
  if (own.default === inSql.default) return true;
  const python = own.pythonDefault;
  const value =
    python !== undefined && python !== null && !isUnreadable(python) && python.kind === 'value' ? python.sql : null;
  return own.default === null && value === inSql.default;
}

/** The column before this one that the other side has, too. */
function neighbourOf({ table, column }: ColumnIn, other: Table): string | null {
  const before = table.columns.slice(0, table.columns.indexOf(columnOf(table, column.name) ?? column));
  return before.findLast(({ name }) => columnOf(other, name) !== undefined)?.name ?? null;
}

/** Names and types of all columns; never the same for two tables of which one has an unread type. */
function shapeOf(table: Table): string {
  const columns = table.columns.map(({ name, type }) => [name, isUnreadable(type) ? tableLabel(table) : type]);
  return JSON.stringify(columns.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}

/** What the SQL calls a table of the source. */
function canonicalName(own: Table, changes: readonly Change[]): TableRef {
  const rename = changes.find(({ kind }) => kind === 'rename-table');
  return rename?.kind === 'rename-table' ? rename.to : own;
}

function tableOf({ tables }: Schema, ref: TableRef): Table | null {
  return tables.find((table) => isSame(table, ref)) ?? null;
}

function columnOf({ columns }: Table, name: string): Column | undefined {
  return columns.find((column) => column.name === name);
}

function refOf({ schema, name }: TableRef): TableRef {
  return { schema, name };
}
