import { type Fact, formatType, isUnreadable, unreadable } from '@canonical-schema/schema';
import { columnTypeOfText } from '@canonical-schema/sql';
import { quotedName } from '../../sql-quoting';
import type { ColumnDescription, SqlType, TableDescription, TypeSchema } from '../description';
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

/** A column's type as `format_type` prints it; a foreign key's column without a type takes its target's. */
export function columnTypeText(
  table: TableDescription,
  column: ColumnDescription,
  targets: TargetFinder,
  passed: ReadonlySet<ColumnDescription> = new Set(),
): Fact<string> {
  if (column.type.kind !== 'none') return typeText(column.type, table);
  if (passed.has(column)) return unreadable('its type follows foreign keys in a circle');
  const target = targets.targetOf(table, column);
  if (target === null) return unreadable('it has no type');
  if (isUnreadable(target)) return target;
  return columnTypeText(target.table, target.column, targets, new Set(passed).add(column));
}

/** The text of a type within a table. */
export function typeText(type: SqlType, table: TableDescription): Fact<string> {
  switch (type.kind) {
    case 'plain':
      return type.text;
    case 'array': {
      const item = typeText(type.item, table);
      return isUnreadable(item) || item.endsWith('[]') ? item : `${item}[]`;
    }
    case 'enum':
      return type.native ? enumText(type, table) : labelsText(type.labels, type.length);
    case 'domain':
      return namedType(type.name, schemaOfType(type.schema, table));
    case 'none':
      return unreadable('it has no type');
    case 'unread':
      return unreadable(type.why);
  }
}

function enumText(type: Extract<SqlType, { kind: 'enum' }>, table: TableDescription): Fact<string> {
  return type.name === null
    ? unreadable('its enum has no name')
    : namedType(type.name, schemaOfType(type.schema, table));
}

function namedType(name: string, schema: string | null): Fact<string> {
  const written = schema === null ? quotedName(name) : `${quotedName(schema)}.${quotedName(name)}`;
  const type = columnTypeOfText(written);
  return isUnreadable(type) ? type : type.type;
}

/** A non-native enum is a varchar of the given length, or of its longest label's. */
function labelsText(labels: Fact<readonly string[]>, length: number | null | undefined): Fact<string> {
  if (length === null) return formatType('varchar');
  if (length !== undefined) return formatType('varchar', [length]);
  if (isUnreadable(labels)) return labels;
  return formatType('varchar', [Math.max(...labels.map((label) => [...label].length))]);
}
