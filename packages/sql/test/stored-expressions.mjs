/**
 * What PostgreSQL stores: reads `{ setup, checks, defaults: [type, sql][], types }` as JSON from standard input and answers
 * the same lists, each text as
 * `pg_get_expr` or `format_type` prints it, or with an `error`. A program of its own, because the
 * embedded PostgreSQL imports modules dynamically, which jest does not allow.
 */
import { text } from 'node:stream/consumers';
import { PGlite } from '@electric-sql/pglite';

const { setup, checks = [], defaults = [], types = [] } = JSON.parse(await text(process.stdin));
const database = await PGlite.create();
await database.exec(`SET timezone = 'UTC'; ${setup}`);

async function stored(statement, query) {
  try {
    await database.exec(`BEGIN; ${statement}`);
    const { rows } = await database.query(query);
    return { sql: rows[0]?.sql ?? null };
  } catch (error) {
    return { sql: null, error: String(error) };
  } finally {
    await database.exec('ROLLBACK');
  }
}

const answer = { checks: [], defaults: [], types: [] };
for (const sql of checks) {
  answer.checks.push(
    await stored(
      `ALTER TABLE stocks ADD CONSTRAINT one CHECK (${sql})`,
      "SELECT pg_get_expr(conbin, conrelid) AS sql FROM pg_constraint WHERE conname = 'one'",
    ),
  );
}
for (const [type, sql] of defaults) {
  answer.defaults.push(
    await stored(
      `CREATE TABLE one (c ${type} DEFAULT ${sql})`,
      "SELECT pg_get_expr(adbin, adrelid) AS sql FROM pg_attrdef WHERE adrelid = 'one'::regclass",
    ),
  );
}
for (const type of types) {
  answer.types.push(
    await stored(
      `CREATE TABLE one (c ${type})`,
      "SELECT format_type(atttypid, atttypmod) AS sql FROM pg_attribute WHERE attrelid = 'one'::regclass AND attname = 'c'",
    ),
  );
}
await database.close();
process.stdout.write(JSON.stringify(answer));
