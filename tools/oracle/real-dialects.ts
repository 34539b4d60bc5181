import type { Dialect } from '@canonical-schema/schema';
import { startMysqlDatabase } from './mysql-database';
import { startPostgresDatabase } from './postgres-database';
import { mysqlMissing } from './real-mysql';
import type { ScratchDatabase } from './scratch-database';
import { startSqliteDatabase } from './sqlite-database';

interface RealServer {
  start(): Promise<ScratchDatabase>;
  /** Why it cannot be started here; null where it can. */
  missing(): string | null;
}

const servers: Readonly<Record<Dialect, RealServer>> = {
  postgresql: { start: startPostgresDatabase, missing: () => null },
  sqlite: { start: startSqliteDatabase, missing: () => null },
  mysql: { start: () => startMysqlDatabase('mysql'), missing: () => mysqlMissing('mysql') },
  mariadb: { start: () => startMysqlDatabase('mariadb'), missing: () => mysqlMissing('mariadb') },
};

/** Starts an empty database of a dialect. */
export function startScratchDatabase(dialect: Dialect): Promise<ScratchDatabase> {
  return servers[dialect].start();
}

/**
 * Declares tests that need the real server of a dialect. Where it is not installed they are one skipped test, and what is
 * missing is said: nothing passes in silence.
 */
export function describeReal(dialect: Dialect, declare: () => void): void {
  const missing = servers[dialect].missing();
  if (missing === null) {
    describe(dialect, declare);
    return;
  }
  const sentence = `${dialect} is left out: ${missing}`;
  console.warn(sentence);
  test.skip(sentence, () => undefined);
}
