import type { Dialect } from '@canonical-schema/schema';
import { startMariadbDatabase } from './mariadb-database';
import { startPostgresDatabase } from './postgres-database';
import { mariadbMissing } from './real-mariadb';
import type { ScratchDatabase } from './scratch-database';
import { startSqliteDatabase } from './sqlite-database';

/** A dialect whose real server cases can be made in. MySQL has none here: its DDL is held against what ORMs print. */
export type RealDialect = Exclude<Dialect, 'mysql'>;

interface RealServer {
  start(): Promise<ScratchDatabase>;
  /** Why it cannot be started here; null where it can. */
  missing(): string | null;
}

const servers: Readonly<Record<RealDialect, RealServer>> = {
  postgresql: { start: startPostgresDatabase, missing: () => null },
  sqlite: { start: startSqliteDatabase, missing: () => null },
  mariadb: { start: startMariadbDatabase, missing: mariadbMissing },
};

/** Starts an empty database of a dialect. */
export function startScratchDatabase(dialect: RealDialect): Promise<ScratchDatabase> {
  return servers[dialect].start();
}

/**
 * Declares tests that need the real server of a dialect. Where it is not installed they are one skipped test, and what is
 * missing is said: nothing passes in silence.
 */
export function describeReal(dialect: RealDialect, declare: () => void): void {
  const missing = servers[dialect].missing();
  if (missing === null) {
    describe(dialect, declare);
    return;
  }
  const sentence = `${dialect} is left out: ${missing}`;
  console.warn(sentence);
  test.skip(sentence, () => undefined);
}
