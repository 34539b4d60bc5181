import type { Dialect } from '@canonical-schema/schema';
import { mysql } from './mysql';
import { postgresql } from './postgresql';
import { sqlite } from './sqlite';
import type { WrittenDialect } from './written-dialect';

export type { WrittenDialect } from './written-dialect';

const dialects: Readonly<Record<Dialect, WrittenDialect>> = { postgresql, mysql, mariadb: mysql, sqlite };

/** The one place where it is chosen how models say a dialect's schema. */
export function writtenDialect(name: Dialect): WrittenDialect {
  return dialects[name];
}
