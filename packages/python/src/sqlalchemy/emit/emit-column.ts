import {
  type Column,
  type Fact,
  type Generated,
  type Identity,
  isUnreadable,
  mapFact,
  unreadable,
} from '@canonical-schema/schema';
import type { ColumnDescription, SqlText, SqlType } from '../description';
import type { AlchemyDialect } from '../dialects';
import { dialectOption } from '../dialects/dialect-option';
import { isReference } from './autoincrement';
import type { TableEmission } from './emission';
import { defaultParts } from './on-update';
import { pythonDefault } from './python-default';
import { isVarchar } from './type-text';

/** The column as the server holds it once `create_all` has run. */
export function emitColumn(
  column: ColumnDescription,
  key: readonly ColumnDescription[],
  autoincrement: ColumnDescription | null,
  emission: TableEmission,
): Column {
  const type = emission.typeOf(column);
  const { table, dialect } = emission;
  const identity = dialect.ddl.identity({
    column,
    type,
    versions: emission.context,
    key,
    autoincrement,
    isReference: isReference(column, table),
    option: (name) => dialectOption(table.options, name, dialect),
  });
  const noted = <T>(fact: Fact<T>): Fact<T> => emission.noted(fact, column.name, column.place);
  return {
    name: column.name,
    type: noted(type),
    nullable: noted(nullabilityOf(column, key, identity)),
    default: noted(identity === null || dialect.ddl.keepsDefaultOfKey ? defaultOf(column, type, emission) : null),
    pythonDefault: noted(pythonDefault(column, type, emission.context)),
    identity,
    generated: noted(generatedOf(column, emission)),
    collation: collationOf(column.type),
    comment: dialect.traits.hasComments ? column.comment : null,
    choices: choicesOf(column.type, dialect),
    place: column.place,
  };
}

/** Keys and identities are NOT NULL whatever was said. */
function nullabilityOf(
  column: ColumnDescription,
  key: readonly ColumnDescription[],
  identity: Identity | null,
): Fact<boolean> {
  if (key.includes(column) || identity !== null) return false;
  if (isUnreadable(column.primaryKey)) return column.primaryKey;
  return column.nullable ?? (column.primaryKey !== true && column.serverDefault.kind !== 'identity');
}

function defaultOf(column: ColumnDescription, type: Fact<string>, emission: TableEmission): Fact<string | null> {
  const { serverDefault } = column;
  if (serverDefault.kind === 'unread') return unreadable(serverDefault.why);
  if (serverDefault.kind !== 'sql') return null;
  const sql = serverDefault.sql(emission.columns);
  if (isUnreadable(sql)) return sql;
  const written = emission.dialect.ddl.hasOnUpdate ? defaultParts(sql).value : sql;
  const { sql: dialect } = emission.dialect;
  const problem = dialect.bareDefaultProblem(
    emission.dialect.ddl.printedDefault(written),
    isUnreadable(type) ? '' : type,
  );
  if (problem !== null) return unreadable(`${dialect.traits.label} ${problem}`);
  const normal = dialect.normalizeDefaultText(written, isUnreadable(type) ? '' : type);
  return mapFact(normal, (value) => (value.kind === 'none' ? null : value.sql));
}

function generatedOf(column: ColumnDescription, emission: TableEmission): Fact<Generated | null> {
  const { serverDefault } = column;
  if (serverDefault.kind !== 'computed') return null;
  if (isUnreadable(serverDefault.persisted)) return serverDefault.persisted;
  const isStored = serverDefault.persisted ?? emission.dialect.ddl.storesComputed(emission.context);
  return mapFact(normalized(serverDefault.sql, emission), (expression) => ({
    expression,
    kind: isStored ? 'stored' : 'virtual',
  }));
}

/** An expression over the table's columns, in normal form. */
export function normalized(sql: SqlText, emission: TableEmission): Fact<string> {
  const text = sql(emission.columns);
  return isUnreadable(text) ? text : normalizedText(text, emission);
}

/** `normalized`, of SQL that is rendered already; in a `check`, what is NULL passes. */
export function normalizedText(text: string, emission: TableEmission, check = false): Fact<string> {
  return emission.dialect.sql.normalizeExpressionText(text, {
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

function choicesOf(type: SqlType, dialect: AlchemyDialect): readonly string[] | null {
  return type.kind === 'enum' && isVarchar(type, dialect) && !isUnreadable(type.labels) ? type.labels : null;
}
