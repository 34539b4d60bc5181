import type { Extension } from '@electric-sql/pglite' with { 'resolution-mode': 'import' };

/**
 * The PostgreSQL extensions that the embedded server can `CREATE EXTENSION`, and the module of each. All are loaded:
 * that costs half a second once, while a schema that needs one of them fails without it.
 */
const modules: Readonly<Record<string, () => Promise<object>>> = {
  bloom: () => import('@electric-sql/pglite/contrib/bloom'),
  btree_gin: () => import('@electric-sql/pglite/contrib/btree_gin'),
  btree_gist: () => import('@electric-sql/pglite/contrib/btree_gist'),
  citext: () => import('@electric-sql/pglite/contrib/citext'),
  cube: () => import('@electric-sql/pglite/contrib/cube'),
  fuzzystrmatch: () => import('@electric-sql/pglite/contrib/fuzzystrmatch'),
  hstore: () => import('@electric-sql/pglite/contrib/hstore'),
  intarray: () => import('@electric-sql/pglite/contrib/intarray'),
  ltree: () => import('@electric-sql/pglite/contrib/ltree'),
  pg_trgm: () => import('@electric-sql/pglite/contrib/pg_trgm'),
  pgcrypto: () => import('@electric-sql/pglite/contrib/pgcrypto'),
  tablefunc: () => import('@electric-sql/pglite/contrib/tablefunc'),
  unaccent: () => import('@electric-sql/pglite/contrib/unaccent'),
  uuid_ossp: () => import('@electric-sql/pglite/contrib/uuid_ossp'),
};

/** Every extension of the embedded server, by the name under which PGlite wants it. */
export async function loadExtensions(): Promise<Record<string, Extension>> {
  const loaded = Object.entries(modules).map(async ([name, load]): Promise<readonly [string, Extension]> => {
    const module = (await load()) as Readonly<Record<string, Extension>>;
    const extension = module[name];
    if (extension === undefined) throw new Error(`PGlite has no extension ${name}.`);
    return [name, extension];
  });
  return Object.fromEntries(await Promise.all(loaded));
}
