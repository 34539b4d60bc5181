import type { Dialect } from '@canonical-schema/schema';
import { postgresql } from './postgresql';
import type { SqlDialect } from './sql-dialect';

export type { SqlDialect, SqlRun } from './sql-dialect';

/** Every dialect that is read. */
const dialects: Readonly<Partial<Record<Dialect, SqlDialect>>> = { postgresql };

/** The one place where a dialect's SQL is chosen by its name. */
export function sqlDialect(name: Dialect): SqlDialect {
  const dialect = dialects[name];
  if (dialect === undefined) throw new Error(`No reader of ${name} is there.`);
  return dialect;
}
