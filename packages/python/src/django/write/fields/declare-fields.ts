import type { Table } from '@canonical-schema/schema';
import type { DeclaredFields, FieldHome, FieldWriting } from './field-writing';

/** The fields of a model for a new table: one for each column, with all that the table says about single columns. */
export function declareFields(_table: Table, _home: FieldHome, _writing: FieldWriting): DeclaredFields {
  return { fields: [], names: new Map(), covered: new Set(), problems: [] };
}
