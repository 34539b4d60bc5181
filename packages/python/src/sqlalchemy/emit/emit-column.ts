import {
  type Column,
  type Fact,
  type Generated,
  type Identity,
  isUnreadable,
  mapFact,
  unreadable,
} from '@canonical-schema/schema';
import { normalizeDefaultText, normalizeExpressionText } from '@canonical-schema/sql';
import type { ColumnDescription, SqlText, SqlType } from '../description';
import { isSerial } from './autoincrement';
import type { TableEmission } from './emission';
import { pythonDefault } from './python-default';

/** The column as PostgreSQL holds it once `create_all` has run. */
export function emitColumn(
  column: ColumnDescription,
  key: readonly ColumnDescription[],
  autoincrement: ColumnDescription | null,
  emission: TableEmission,
): Column {
  const type = emission.typeOf(column);
  const identity = identityOf(column, autoincrement);
  const noted = <T>(fact: Fact<T>): Fact<T> => emission.noted(fact, column.name, column.place);
  return {
    name: column.name,
    type: noted(type),
    nullable: noted(nullabilityOf(column, key, identity)),
    default: noted(identity === null ? defaultOf(column, type, emission) : null),
    pythonDefault: noted(pythonDefault(column, type, emission.context)),
    identity,
    generated: noted(generatedOf(column, emission)),
    collation: collationOf(column.type),
    comment: column.comment,
    choices: choicesOf(column.type),
    place: column.place,
  };
}

function identityOf(column: ColumnDescription, autoincrement: ColumnDescription | null): Identity | null {
  if (isSerial(column, autoincrement)) return 'serial';
  if (column.serverDefault.kind !== 'identity') return null;
  return column.serverDefault.always === true ? 'always' : 'by default';
}

/** Keys and identities are NOT NULL whatever was said. */
function nullabilityOf(
  column: ColumnDescription,
  key: readonly ColumnDescription[],
  identity: Identity | null,
): Fact<boolean> {
  if (key.includes(column) || identity !== null) return false;
  if (isUnreadable(column.primaryKey)) return column.primaryKey;
  return column.nullable ?? column.primaryKey !== true;
}

function defaultOf(column: ColumnDescription, type: Fact<string>, emission: TableEmission): Fact<string | null> {
  const { serverDefault } = column;
  if (serverDefault.kind === 'unread') return unreadable(serverDefault.why);
  if (serverDefault.kind !== 'sql') return null;
  const sql = serverDefault.sql(emission.columns);
  if (isUnreadable(sql)) return sql;
  const normal = normalizeDefaultText(sql, isUnreadable(type) ? '' : type);
  return mapFact(normal, (value) => (value.kind === 'none' ? null : value.sql));
}

/** From PostgreSQL 18 and SQLAlchemy 2.1 on, a computed column is virtual unless it says `persisted=True`. */
function generatedOf(column: ColumnDescription, emission: TableEmission): Fact<Generated | null> {
  const { serverDefault } = column;
  if (serverDefault.kind !== 'computed') return null;
  if (isUnreadable(serverDefault.persisted)) return serverDefault.persisted;
  const canBeVirtual = emission.postgres >= 18 && emission.context.isAtLeast(2, 1);
  const isStored = serverDefault.persisted ?? !canBeVirtual;
  return mapFact(normalized(serverDefault.sql, emission), (expression) => ({
    expression,
    kind: isStored ? 'stored' : 'virtual',
  }));
}

/** An expression over the table's columns, as PostgreSQL would store it. */
export function normalized(sql: SqlText, emission: TableEmission): Fact<string> {
  const text = sql(emission.columns);
  return isUnreadable(text) ? text : normalizedText(text, emission);
}

/** `normalized`, of SQL that is rendered already; in a `check`, what is NULL passes. */
export function normalizedText(text: string, emission: TableEmission, check = false): Fact<string> {
  return normalizeExpressionText(text, {
    check,
    columnType: (name) => {
      const column = emission.table.columns.find((candidate) => candidate.name === name);
      const type = column === undefined ? undefined : emission.typeOf(column);
      return type === undefined || isUnreadable(type) ? undefined : type;
    },
  });
}

function collationOf(type: SqlType): string | null {
  if (type.kind === 'array') return collationOf(type.item);
  return type.kind === 'plain' ? type.collation : null;
}

function choicesOf(type: SqlType): readonly string[] | null {
  return type.kind === 'enum' && !type.native && !isUnreadable(type.labels) ? type.labels : null;
}
