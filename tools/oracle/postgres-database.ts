import { readPostgresCatalog } from '@canonical-schema/database';
import { startPostgresProcess } from './postgres-process';
import type { ScratchDatabase } from './scratch-database';

/**
 * Extensions whose types and operator classes models may use without making them. In `pg_catalog` they survive the
 * emptying between cases, and no schema has to be named or searched for them.
 */
const extensions = [
  'bloom',
  'btree_gin',
  'btree_gist',
  'citext',
  'hstore',
  'ltree',
  'pg_trgm',
  'unaccent',
  '"uuid-ossp"',
];

/** The embedded PostgreSQL. */
export async function startPostgresDatabase(): Promise<ScratchDatabase> {
  const postgres = await startPostgresProcess();
  await postgres.exec(extensions.map((name) => `CREATE EXTENSION ${name} SCHEMA pg_catalog;`).join(' '));
  let port: Promise<number> | undefined;
  return {
    dialect: 'postgresql',
    query: postgres.query,
    empty: () => postgres.empty(),
    run: (statement) => postgres.exec(statement),
    catalog: () => readPostgresCatalog(postgres.query),
    // The client leaves its transaction behind in the one session that there is.
    recover: () => postgres.exec('ROLLBACK'),
    address: async () => {
      port ??= postgres.listen();
      return { dialect: 'postgresql', port: await port };
    },
    stop: async () => postgres.stop(),
  };
}
