import { type Column, type Fact, type Generated, isUnreadable, mapFact } from '@canonical-schema/schema';
import type { SqlDialect } from '@canonical-schema/sql';
import type { Query } from '../running/session';
import { type ColumnTypes, normalDefault, normalType } from './normal-form';
import { type Row, rowsOf } from './rows';
import type { ServerKind } from './server-kinds';

/** A row of `COLUMNS`. */
export type ColumnRow = Row<
  'table' | 'name' | 'type' | 'nullable' | 'default' | 'extra' | 'generated' | 'charset' | 'collation' | 'comment'
> &
  Row<'charset_collation' | 'table_collation'>;

const columns = `
  SELECT c.TABLE_NAME AS \`table\`, c.COLUMN_NAME AS name, c.COLUMN_TYPE AS type, c.IS_NULLABLE AS nullable,
    c.COLUMN_DEFAULT AS \`default\`, c.EXTRA AS extra, c.GENERATION_EXPRESSION AS \`generated\`,
    c.CHARACTER_SET_NAME AS charset, c.COLLATION_NAME AS collation, c.COLUMN_COMMENT AS comment,
    s.DEFAULT_COLLATE_NAME AS charset_collation, t.TABLE_COLLATION AS table_collation
  FROM information_schema.COLUMNS AS c
  JOIN information_schema.TABLES AS t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
  LEFT JOIN information_schema.CHARACTER_SETS AS s ON s.CHARACTER_SET_NAME = c.CHARACTER_SET_NAME
  WHERE c.TABLE_SCHEMA = DATABASE()
  ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION`;

/** The columns of every table and view, in the order in which they stand in it. */
export function readColumns(query: Query): Promise<readonly ColumnRow[]> {
  return rowsOf(query, columns);
}

/** The columns of one table; those in `json` hold JSON, whatever their type says. */
export function columnsOf(
  rows: readonly ColumnRow[],
  json: ReadonlySet<string>,
  kind: ServerKind,
  sql: SqlDialect,
): readonly Column[] {
  const typeOf = ({ name, type }: ColumnRow) => (json.has(name ?? '') ? 'json' : normalType(sql, type ?? ''));
  const types = new Map(rows.map((row) => [row.name ?? '', typeOf(row)]));
  return rows.map((row) => {
    const type = types.get(row.name ?? '') ?? typeOf(row);
    const text = kind.defaultText({ type: row.type ?? '', default: row.default, extra: row.extra ?? '' });
    const isGenerated = row.generated !== null && row.generated !== '';
    return {
      name: row.name ?? '',
      type,
      nullable: row.nullable === 'YES',
      default: text === null || isGenerated ? null : normalDefault(sql, text, type),
      identity: /\bauto_increment\b/i.test(row.extra ?? '') ? 'by default' : null,
      generated: isGenerated ? generatedOf(row, kind, sql, typesOf(types)) : null,
      collation: type === 'json' ? null : collationOf(row),
      comment: row.comment === '' ? null : row.comment,
      place: null,
    };
  });
}

/** The types of columns, for reading expressions over them. */
export function columnTypesOf(columns: readonly Column[]): ColumnTypes {
  return typesOf(new Map(columns.map(({ name, type }) => [name, type])));
}

function typesOf(types: ReadonlyMap<string, Fact<string>>): ColumnTypes {
  return {
    columnType: (name) => {
      const type = types.get(name);
      return type === undefined || isUnreadable(type) ? undefined : type;
    },
  };
}

function generatedOf(row: ColumnRow, kind: ServerKind, sql: SqlDialect, types: ColumnTypes): Fact<Generated> {
  const text = kind.expressionText(row.generated ?? '');
  const stored = /\bSTORED\b/i.test(row.extra ?? '');
  return mapFact(sql.normalizeExpressionText(text, types), (expression) => ({
    expression,
    kind: stored ? 'stored' : 'virtual',
  }));
}

/**
 * The collation, where somebody must have written it for this column: it is not the table's, nor the one that comes with
 * a character set of the column's own.
 */
function collationOf({ collation, table_collation, charset, charset_collation }: ColumnRow): string | null {
  if (collation === null || collation === table_collation) return null;
  const hasOwnCharset = !(table_collation ?? '').startsWith(`${charset}_`);
  return hasOwnCharset && collation === charset_collation ? null : collation;
}
