import { Catalog, CatalogError, type Change, type Place, type Refused, type Schema } from '@canonical-schema/schema';
import type { EditLanguage } from './edit-language';
import type { Standing } from './standing';
import { unreadablePart } from './unreadable-part';

/** Changes that do not fit the schema, or that carry what nobody could read. */
export function refusedOutright(
  changes: readonly Change[],
  { schema }: Standing,
  { sqlText, bulletsOf }: Pick<EditLanguage<Standing>, 'sqlText' | 'bulletsOf'>,
): Refused[] {
  const catalog = new Catalog(schema, sqlText);
  for (const change of changes) {
    const [what = 'The change'] = bulletsOf([change]);
    const unread = unreadablePart(change);
    if (unread !== null) {
      const why = `${what}: a part of it could not be read: ${unread}.`;
      return [{ change, why, remedy: 'Write it into the SQL file by hand.', place: null }];
    }
    try {
      catalog.apply(change);
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error;
      const why = `${what}: ${error.message} in the SQL file.`;
      return [{ change, why, remedy: 'Make the change fit what the file says.', place: placeOf(change, schema) }];
    }
  }
  return [];
}

/** Where the table that a change is about is made. */
export function placeOf(change: Change, { tables }: Schema): Place | null {
  if (!('table' in change)) return null;
  const { schema, name } = change.table;
  return tables.find((table) => table.name === name && table.schema === schema)?.place ?? null;
}
