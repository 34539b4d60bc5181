import { type Column, type ColumnAlteration, isUnreadable, type TableRef, tableLabel } from '@canonical-schema/schema';
import { hasIdentity } from '../ddl/catalog-questions';
import { columnPieces } from '../ddl/column-text';
import { defaultText } from '../ddl/expression-text';
import { askedFirst } from '../ddl/guarded';
import { isPlainSerial, isSerial } from '../ddl/serial';
import { columnCommentText } from '../ddl/table-text';
import { ownerText, sequenceText } from '../ddl/types-text';
import { quoteName } from '../expressions/quote';
import { nextvalText } from '../fold/sql-text';
import { isAssignable } from '../types/assignment';
import type { Before, ChangeOf, Statements } from './outcome';

/** ADD COLUMN, with the sequence that it draws from and its comment. */
export function addColumnStatements({ table, column }: ChangeOf<'add-column'>, { around }: Before): Statements {
  const { spelling } = around;
  const sequence =
    isSerial(column) && !isPlainSerial(column)
      ? { schema: table.schema, name: around.names.free(table, [column.name], 'seq') }
      : null;
  const pieces = columnPieces(column, {
    ...{ isKey: false, unwritable: null, inline: [], spelling },
    nextval: sequence && nextvalText(sequence, spelling.name(sequence)),
  });
  const owner = { schema: table.schema, table: table.name, column: column.name };
  return [
    ...(sequence === null ? [] : [sequenceText(sequence, spelling)]),
    ...pieces.map(({ text }) => `ALTER TABLE ${spelling.name(table)} ADD COLUMN IF NOT EXISTS ${text};`),
    ...(sequence === null ? [] : [ownerText(sequence, owner, spelling)]),
    ...(column.comment === null ? [] : [columnCommentText(table, column.name, column.comment, spelling)]),
  ];
}

/** One column that changes: what it was, what it becomes, and how its statements start. */
interface Alteration extends Before {
  readonly table: TableRef;
  readonly old: Column;
  readonly set: ColumnAlteration;
  /** `ALTER TABLE stocks ALTER COLUMN symbol`. */
  readonly head: string;
}

/** ALTER COLUMN for each fact that is set, in an order in which PostgreSQL takes them. */
export function alterColumnStatements({ table, column, set }: ChangeOf<'alter-column'>, before: Before): Statements {
  const old = before.catalog.table(table)?.columns.find(({ name }) => name === column);
  if (old === undefined) {
    return { why: `${tableLabel(table)}.${column} does not exist.`, remedy: 'Correct the name.' };
  }
  const head = `ALTER TABLE ${before.around.spelling.name(table)} ALTER COLUMN ${quoteName(column)}`;
  const alteration: Alteration = { ...before, table, old, set, head };
  const generated = generatedStatements(alteration);
  if (!Array.isArray(generated)) return generated;
  const { comment } = set;
  return [
    ...leavingStatements(alteration),
    ...typeStatements(alteration),
    ...generated,
    ...nullableStatements(alteration),
    ...arrivingStatements(alteration),
    ...(comment === undefined ? [] : [columnCommentText(table, column, comment, before.around.spelling)]),
  ];
}

/** How the column counts up, by the time it is altered. */
function identityAfter({ old, set }: Alteration): Column['identity'] {
  return set.identity === undefined ? old.identity : set.identity;
}

/** The default that the column has in the end. */
function defaultAfter({ old, set }: Alteration): Column['default'] {
  return set.default === undefined ? old.default : set.default;
}

/** What has to go before the type may change. */
function leavingStatements(alteration: Alteration): readonly string[] {
  const { old, head } = alteration;
  const goes = old.identity !== null && identityAfter(alteration) !== old.identity;
  if (goes && old.identity === 'serial') return identityAfter(alteration) === null ? withoutSequence(alteration) : [];
  const staysIdentity = identityAfter(alteration) === 'always' || identityAfter(alteration) === 'by default';
  if (goes && !staysIdentity) return [`${head} DROP IDENTITY IF EXISTS;`];
  const isInTheWay = old.default !== null && isRecast(alteration);
  return isInTheWay ? [`${head} DROP DEFAULT;`] : [];
}

function withoutSequence({ head, around, ...alteration }: Alteration): string[] {
  return [`${head} DROP DEFAULT;`, `DROP SEQUENCE IF EXISTS ${around.spelling.name(sequenceOf(alteration))};`];
}

/** The sequence behind a serial column. */
function sequenceOf({ catalog, table, old }: Pick<Alteration, 'catalog' | 'table' | 'old'>): TableRef {
  return catalog.sequenceOf(table, old.name) ?? { schema: table.schema, name: `${table.name}_${old.name}_seq` };
}

/** Does the type change to one that PostgreSQL does not cast to by itself? */
function isRecast({ old, set }: Alteration): boolean {
  if (set.type === undefined || isUnreadable(set.type) || isUnreadable(old.type)) return false;
  return set.type !== old.type && !isAssignable(old.type, set.type);
}

function typeStatements(alteration: Alteration): readonly string[] {
  const { old, set, head, around } = alteration;
  if (set.type === undefined && set.collation === undefined) return [];
  const type = set.type ?? old.type;
  if (isUnreadable(type)) return [];
  const collation = set.collation === undefined ? old.collation : set.collation;
  const spelled = around.spelling.type(type);
  const clauses = [
    `${head} TYPE ${spelled}`,
    ...(collation === null || isUnreadable(collation) ? [] : [`COLLATE ${quoteName(collation)}`]),
    ...(isRecast(alteration) ? [`USING ${quoteName(old.name)}::text::${spelled}`] : []),
  ];
  return [`${clauses.join(' ')};`];
}

function generatedStatements({ old, set, head, table, postgres }: Alteration): Statements {
  if (set.generated === undefined || isUnreadable(set.generated) || isUnreadable(old.generated)) return [];
  if (set.generated === null) return [`${head} DROP EXPRESSION IF EXISTS;`];
  if (old.generated?.kind === set.generated.kind && postgres >= 17) {
    return [`${head} SET EXPRESSION AS (${set.generated.expression});`];
  }
  const label = `${tableLabel(table)}.${old.name}`;
  const why =
    old.generated?.kind === set.generated.kind
      ? `Before PostgreSQL 17 the expression of the generated column ${label} cannot be changed.`
      : `PostgreSQL cannot make the existing column ${label} a ${set.generated.kind} generated one.`;
  return { why, remedy: 'Drop the column, and add it anew.' };
}

function nullableStatements({ old, set, head }: Alteration): readonly string[] {
  if (set.nullable === undefined || isUnreadable(set.nullable) || set.nullable === old.nullable) return [];
  return [`${head} ${set.nullable ? 'DROP' : 'SET'} NOT NULL;`];
}

function arrivingStatements(alteration: Alteration): readonly string[] {
  const { old, head, around } = alteration;
  const identity = identityAfter(alteration);
  if (identity !== null && identity !== old.identity) return countingStatements(alteration, identity);
  const value = defaultAfter(alteration);
  const isLost = old.default !== null && isRecast(alteration);
  if (isUnreadable(value) || (value === old.default && !isLost) || identity !== null) return [];
  if (value === null) return isLost ? [] : [`${head} DROP DEFAULT;`];
  return [`${head} SET DEFAULT ${around.spelling.value(defaultText(value))};`];
}

function countingStatements(alteration: Alteration, identity: NonNullable<Column['identity']>): readonly string[] {
  const { old, head, table, around } = alteration;
  const { spelling } = around;
  if (identity === 'serial') {
    const sequence = { schema: table.schema, name: around.names.free(table, [old.name], 'seq') };
    return [
      sequenceText(sequence, spelling),
      ownerText(sequence, { schema: table.schema, table: table.name, column: old.name }, spelling),
      `${head} SET DEFAULT ${nextvalText(sequence, spelling.name(sequence))};`,
    ];
  }
  if (old.identity === 'always' || old.identity === 'by default')
    return [`${head} SET GENERATED ${identity.toUpperCase()};`];
  const before = old.identity === 'serial' ? withoutSequence(alteration) : [];
  const plain = before.map((statement) => statement.slice(0, -1));
  const dropped = old.identity === null && old.default !== null ? [`${head} DROP DEFAULT`] : plain;
  const isThere = hasIdentity(spelling.name(table), old.name);
  const added = `${head} ADD GENERATED ${identity.toUpperCase()} AS IDENTITY`;
  return [askedFirst(`NOT ${isThere}`, [...dropped, added], spelling)];
}
