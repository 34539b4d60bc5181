import type { Context } from '../fold/fold';
import type { CreateSchemaStmt } from '../parser/postgres';

/** CREATE SCHEMA: a schema is no object of ours, but the tables and views inside the statement are. */
export function createSchema({ schemaname, authrole, schemaElts }: CreateSchemaStmt, context: Context): void {
  const { fold } = context;
  const before = fold.searchPath;
  fold.searchPath = [schemaname ?? authrole?.rolename ?? 'public', ...before];
  for (const element of schemaElts ?? []) context.readStatement(element, context);
  fold.searchPath = before;
}
