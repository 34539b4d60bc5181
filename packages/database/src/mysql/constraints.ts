import type { Check, ForeignKey, ReferentialAction } from '@canonical-schema/schema';
import type { SqlDialect } from '@canonical-schema/sql';
import type { Query } from '../running/session';
import type { ColumnTypes } from './normal-form';
import { grouped, type Row, rowsOf } from './rows';
import type { ServerKind } from './server-kinds';

/** One column of a foreign key. */
export type ForeignKeyRow = Row<
  'table' | 'name' | 'column' | 'target_table' | 'target_column' | 'on_delete' | 'on_update'
>;

const foreignKeys = `
  SELECT k.TABLE_NAME AS \`table\`, k.CONSTRAINT_NAME AS name, k.COLUMN_NAME AS \`column\`,
    k.REFERENCED_TABLE_NAME AS target_table, k.REFERENCED_COLUMN_NAME AS target_column,
    r.DELETE_RULE AS on_delete, r.UPDATE_RULE AS on_update
  FROM information_schema.KEY_COLUMN_USAGE AS k
  JOIN information_schema.REFERENTIAL_CONSTRAINTS AS r ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA
    AND r.TABLE_NAME = k.TABLE_NAME AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME
  WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_NAME IS NOT NULL
  ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION`;

/** The foreign keys of every table, a row for each column. */
export function readForeignKeys(query: Query): Promise<readonly ForeignKeyRow[]> {
  return rowsOf(query, foreignKeys);
}

/** RESTRICT and NO ACTION are one action. */
const actions: Readonly<Record<string, ReferentialAction>> = {
  'NO ACTION': 'no action',
  RESTRICT: 'no action',
  CASCADE: 'cascade',
  'SET NULL': 'set null',
  'SET DEFAULT': 'set default',
};

/** The foreign keys of one table. */
export function foreignKeysOf(rows: readonly ForeignKeyRow[]): readonly ForeignKey[] {
  return [...grouped(rows, ({ name }) => name ?? '')].map(([name, keys]) => {
    const [first] = keys;
    return {
      name,
      nameGiven: true,
      columns: keys.map(({ column }) => column ?? ''),
      references: {
        schema: 'public',
        table: first?.target_table ?? '',
        columns: keys.map(({ target_column }) => target_column ?? ''),
      },
      onDelete: actions[first?.on_delete ?? ''] ?? 'no action',
      onUpdate: actions[first?.on_update ?? ''] ?? 'no action',
      match: 'simple',
      deferrable: false,
      initiallyDeferred: false,
      place: null,
    };
  });
}

/** A check with its table. */
export type CheckRow = Row<'table' | 'name' | 'expression'>;

/** The checks of every table. */
export function readChecks(query: Query, kind: ServerKind): Promise<readonly CheckRow[]> {
  return rowsOf(query, kind.checks);
}

/** The column of a check that is nothing but `json_valid(column)`, which is how MariaDB declares JSON; else null. */
export function jsonColumnOf({ expression }: CheckRow): string | null {
  const [, column] = /^json_valid\(`((?:[^`]|``)+)`\)$/i.exec(expression ?? '') ?? [];
  return column?.replaceAll('``', '`') ?? null;
}

/** The checks of one table; `types` are those of its columns. */
export function checksOf(
  rows: readonly CheckRow[],
  kind: ServerKind,
  sql: SqlDialect,
  types: ColumnTypes,
): readonly Check[] {
  return rows.map(({ name, expression }) => {
    const text = kind.expressionText(expression ?? '');
    return {
      name: name ?? '',
      nameGiven: true,
      expression: sql.normalizeExpressionText(text, { columnType: types.columnType, check: true }),
      columns: [...sql.columnsInText(text)].sort(),
      origin: 'written',
      place: null,
    };
  });
}
