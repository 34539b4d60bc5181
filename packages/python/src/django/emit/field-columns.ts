import { knownText } from '../fields/arguments';
import type { FieldState } from '../fields/field-state';

/** Does the field have a column of its own? */
export function hasColumn(field: FieldState): boolean {
  const form = field.kind.form;
  return form !== 'none' && form !== 'many-to-many' && form !== 'composite-key' && field.dbType !== null;
}

/** The attribute that holds the column's value: `owner_id` for the foreign key `owner`. */
export function attributeName(field: FieldState): string {
  return isKeyed(field) ? `${field.name}_id` : field.name;
}

/** The column as Django names it; PostgreSQL truncates it. */
export function columnName(field: FieldState): string {
  const written = knownText(field, 'db_column');
  return written === null || written === '' ? attributeName(field) : stripQuotes(written);
}

/** Is it a column that points to another table's key? */
export function isKeyed(field: FieldState): boolean {
  return field.kind.form === 'foreign-key' || field.kind.form === 'one-to-one';
}

function stripQuotes(name: string): string {
  return name.startsWith('"') && name.endsWith('"') && name.length > 1 ? name.slice(1, -1) : name;
}
