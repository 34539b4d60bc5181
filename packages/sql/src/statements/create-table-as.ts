import { type Context, StatementError } from '../fold/fold';
import type { CreateTableAsStmt } from '../parser/postgres';

/** CREATE TABLE … AS has the columns that its query gives, which only a server knows; a materialised view is listed. */
export function createTableAs(
  { into, objtype, if_not_exists }: CreateTableAsStmt,
  { fold, catalog, text }: Context,
): void {
  const relation = into?.rel;
  if (relation?.relpersistence === 't') {
    fold.temporary.add(relation.relname ?? '');
    return;
  }
  const ref = { schema: relation?.schemaname ?? fold.currentSchema, name: relation?.relname ?? '' };
  if (objtype === 'OBJECT_MATVIEW') {
    catalog.apply({ kind: 'add-other', other: { kind: 'materialized view', ...ref, place: text.place } });
    return;
  }
  if (if_not_exists && catalog.table(ref) !== null) return;
  throw new StatementError("makes a table of a query's result, whose columns only a server knows", ref);
}
