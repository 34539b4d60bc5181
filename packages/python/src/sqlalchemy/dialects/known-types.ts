import { mariadbTypes } from './mysql-types';
import { postgresqlTypes } from './postgresql-types';
import { sqliteTypes } from './sqlite-types';

const known: ReadonlySet<string> = new Set([
  ...[postgresqlTypes, mariadbTypes, sqliteTypes].flatMap((rules) => Object.keys(rules)),
  'ARRAY',
  'DOMAIN',
  'ENUM',
]);

/** Is it a type of SQLAlchemy, whichever dialects have it? */
export function isKnownType(name: string): boolean {
  return known.has(name);
}
