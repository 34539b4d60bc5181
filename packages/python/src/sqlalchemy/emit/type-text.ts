import { type Fact, isUnreadable, unreadable } from '@canonical-schema/schema';
import type { ColumnDescription, SqlType, TableDescription, TypeSchema } from '../description';
import type { AlchemyDialect } from '../dialects';
import type { TargetFinder } from './foreign-key-target';

/** The schema in which a named type is made; null for the search path's. */
export function schemaOfType(schema: TypeSchema, table: TableDescription): string | null {
  switch (schema.from) {
    case 'given':
      return schema.schema;
    case 'table':
      return table.schema;
    case 'metadata':
      return typeof table.metadata.schema === 'string' ? table.metadata.schema : null;
  }
}

/** A column's type in normal form; a foreign key's column without a type takes its target's. */
export function columnTypeText(
  table: TableDescription,
  column: ColumnDescription,
  targets: TargetFinder,
  dialect: AlchemyDialect,
  passed: ReadonlySet<ColumnDescription> = new Set(),
): Fact<string> {
  if (column.type.kind !== 'none') return typeText(column.type, table, dialect);
  if (passed.has(column)) return unreadable('its type follows foreign keys in a circle');
  const target = targets.targetOf(table, column);
  if (target === null) return unreadable('it has no type');
  if (isUnreadable(target)) return target;
  return columnTypeText(target.table, target.column, targets, dialect, new Set(passed).add(column));
}

/** The text of a type within a table. */
export function typeText(type: SqlType, table: TableDescription, dialect: AlchemyDialect): Fact<string> {
  switch (type.kind) {
    case 'plain':
      return type.text;
    case 'array': {
      const item = typeText(type.item, table, dialect);
      return isUnreadable(item) || item.endsWith('[]') ? item : `${item}[]`;
    }
    case 'enum':
      return isVarchar(type, dialect) ? labelsText(type.labels, type.length, dialect) : enumText(type, table, dialect);
    case 'domain':
      return namedType(type.name, schemaOfType(type.schema, table), dialect);
    case 'none':
      return unreadable('it has no type');
    case 'unread':
      return unreadable(type.why);
  }
}

/** Is the enum stored as text, for what it says itself or for want of such a type? */
export function isVarchar(type: Extract<SqlType, { kind: 'enum' }>, dialect: AlchemyDialect): boolean {
  return !type.native || dialect.types.enums === 'varchar';
}

function enumText(
  type: Extract<SqlType, { kind: 'enum' }>,
  table: TableDescription,
  dialect: AlchemyDialect,
): Fact<string> {
  const { enums, normal } = dialect.types;
  if (typeof enums === 'function') return isUnreadable(type.labels) ? type.labels : normal(enums(type.labels));
  return type.name === null
    ? unreadable('its enum has no name')
    : namedType(type.name, schemaOfType(type.schema, table), dialect);
}

function namedType(name: string, schema: string | null, { sql, statements }: AlchemyDialect): Fact<string> {
  const written = schema === null ? statements.name(name) : `${statements.name(schema)}.${statements.name(name)}`;
  const type = sql.columnTypeOfText(written);
  return isUnreadable(type) ? type : type.type;
}

/** A non-native enum is a varchar of the given length, or of its longest label's. */
function labelsText(
  labels: Fact<readonly string[]>,
  length: number | null | undefined,
  { types }: AlchemyDialect,
): Fact<string> {
  if (length === null) return types.varchar(null);
  if (length !== undefined) return types.varchar(length);
  if (isUnreadable(labels)) return labels;
  return types.varchar(Math.max(...labels.map((label) => [...label].length)));
}
