/** Names of the guide's workspace that every scenario speaks of. */
export const sql = 'scripts/database/schema_canonical.sql';
export const djangoModels = 'django_app/apps/options/models.py';
export const sqlalchemyModels = 'src/database/models.py';

export const compile = 'scripts-database:compile-schema';
export const verdict = 'scripts-database:verify-schema';
export const django = 'django_app:verify-schema';
export const sqlalchemy = 'src-database:verify-schema';
export const everything = [compile, verdict, django, sqlalchemy].sort();

/** Every task with what became of it. */
export function all(fate: string): Readonly<Record<string, string>> {
  return Object.fromEntries(everything.map((task) => [task, fate]));
}

/** The edges of the guide's graph. */
export const edges = ['django_app → scripts-database', 'src-database → scripts-database'];

/** The targets of the guide's graph. */
export const targets: Readonly<Record<string, readonly string[]>> = {
  'scripts-database': ['compile-schema', 'lint-schema', 'verify-schema', 'watch-schema'],
  django_app: ['export-schema', 'test-migrations', 'verify-schema'],
  'src-database': ['export-schema', 'verify-schema'],
};
