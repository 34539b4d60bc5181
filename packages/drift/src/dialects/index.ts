import type { Dialect } from '@canonical-schema/schema';
import type { JudgedDialect } from './judged-dialect';
import { mariadb, mysql } from './mysql';
import { postgresql } from './postgresql';
import { sqlite } from './sqlite';

export type { JudgedDialect } from './judged-dialect';

const dialects: Readonly<Record<Dialect, JudgedDialect>> = { postgresql, mysql, mariadb, sqlite };

/** The one place where the judge chooses a dialect by its name. */
export function judgedDialect(name: Dialect): JudgedDialect {
  return dialects[name];
}
