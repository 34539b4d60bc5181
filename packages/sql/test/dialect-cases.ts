import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from '@canonical-schema/schema';
import { caseFolders } from '../../../tools/oracle/case-folders';

/** One SQL file of a dialect with what is expected of it. */
export interface DialectCase {
  readonly name: string;
  readonly folder: string;
  readonly sql: string;
}

/** The cases of `cases-mysql`, `cases-mariadb` or `cases-sqlite`. */
export function dialectCases(dialect: Dialect): readonly DialectCase[] {
  const cases = join(__dirname, '..', `cases-${dialect}`);
  return caseFolders(cases)
    .filter((name) => existsSync(join(cases, name, 'schema.sql')))
    .map((name) => ({
      name,
      folder: join(cases, name),
      sql: readFileSync(join(cases, name, 'schema.sql'), 'utf8'),
    }));
}
