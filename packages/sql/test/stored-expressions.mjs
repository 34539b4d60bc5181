/**
 * What PostgreSQL stores: reads `{ setup, checks, defaults: [type, sql][], types, same: [a, b][] }` as JSON from standard input and answers
 * the same lists, each text as
 * `pg_get_expr` or `format_type` prints it, or with an `error`; for `same`, how many rows tell the two apart. A program of its own, because the
 * embedded PostgreSQL imports modules dynamically, which jest does not allow.
 */
import { text } from 'node:stream/consumers';
import { PGlite } from '@electric-sql/pglite';

const { setup, checks = [], defaults = [], types = [], same = [] } = JSON.parse(await text(process.stdin));
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

const answer = { checks: [], defaults: [], types: [], same: [] };
async function storedChecks(expressions) {
  const constraints = expressions.map((sql, index) => `ADD CONSTRAINT check_${index} CHECK (${sql}) NOT VALID`);
  try {
    await database.exec(`BEGIN; ALTER TABLE stocks ${constraints.join(', ')}`);
    const { rows } = await database.query(
      "SELECT pg_get_expr(conbin, conrelid) AS sql FROM pg_constraint WHERE conname LIKE 'check\\_%' ORDER BY substr(conname, 7)::int",
    );
    return rows;
  } catch (error) {
    if (expressions.length === 1) return [{ sql: null, error: String(error) }];
    const half = Math.ceil(expressions.length / 2);
    await database.exec('ROLLBACK');
    return [...(await storedChecks(expressions.slice(0, half))), ...(await storedChecks(expressions.slice(half)))];
  } finally {
    await database.exec('ROLLBACK');
  }
}
const chunk = 100;
for (let at = 0; at < checks.length; at += chunk) {
  answer.checks.push(...(await storedChecks(checks.slice(at, at + chunk))));
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
for (let at = 0; at < same.length; at += chunk) {
  const counts = same
    .slice(at, at + chunk)
    .map(([one, other]) => `count(*) FILTER (WHERE (${one}) IS DISTINCT FROM (${other}))`);
  const { rows } = await database.query(`SELECT ARRAY[${counts.join(', ')}]::text[] AS counts FROM stocks`);
  answer.same.push(...rows[0].counts.map((sql) => ({ sql })));
}
await database.close();
process.stdout.write(JSON.stringify(answer));
