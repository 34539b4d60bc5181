import type { Change } from '../change';
import type { Schema } from '../model/schema';
import { Catalog } from './catalog';
import type { SqlText } from './sql-text';

/** The schema after the changes, in order. Throws `CatalogError` for a change that does not fit the schema. */
export function apply(schema: Schema, changes: readonly Change[], sql?: SqlText): Schema {
  const catalog = new Catalog(schema, sql);
  for (const change of changes) catalog.apply(change);
  return catalog.schema();
}
