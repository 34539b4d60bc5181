import type { Dialect } from '@canonical-schema/schema';
import { postgresqlWriter } from './postgresql-writer';
import type { SqlWriter } from './sql-writer';

/** Every dialect that is written. */
const writers: Readonly<Partial<Record<Dialect, SqlWriter>>> = { postgresql: postgresqlWriter };

/** The one place where a dialect's writer is chosen by its name. */
export function sqlWriter(name: Dialect): SqlWriter {
  const writer = writers[name];
  if (writer === undefined) throw new Error(`No writer of ${name} is there.`);
  return writer;
}
