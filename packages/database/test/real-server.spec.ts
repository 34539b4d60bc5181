import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitSql } from '@canonical-schema/sql';
import { Client } from 'pg';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { type PostgresProcess, startPostgresProcess } from '../../../tools/oracle/postgres-process';
import { type RealPostgres, startRealPostgres } from '../../../tools/oracle/real-postgres';
import { connectToPostgres, readPostgresCatalog } from '../src';

const root = join(__dirname, '../../..');

/** Folders of cases with a schema that PostgreSQL can load. */
const folders = ['packages/database/cases', 'packages/sql/cases'].map((path) => join(root, path));

let embedded: PostgresProcess;
let real: RealPostgres;
let client: Client;
beforeAll(async () => {
  [embedded, real] = await Promise.all([startPostgresProcess(), startRealPostgres()]);
  client = new Client({ connectionString: real.url, statement_timeout: 20_000 });
  await client.connect();
});
afterAll(async () => {
  embedded.stop();
  await client.end();
  await real.stop();
});

/** A server that takes statements, whichever it is. */
type Exec = (statement: string) => Promise<unknown>;

/** Loads what a server takes of a file, and answers what it refuses. */
async function load(file: string, exec: Exec): Promise<readonly string[]> {
  const text = readFileSync(file, 'utf8');
  const refused: string[] = [];
  for (const { span } of splitSql(text)) {
    const statement = text.slice(span.start, span.end);
    // Its rows would have to follow.
    if (/^COPY\b[^;]*\bFROM\s+STDIN/i.test(statement)) continue;
    await exec(statement).catch((error: Error) => refused.push(error.message));
  }
  return refused;
}

const sqlFilesIn = (folder: string): readonly string[] =>
  caseFolders(folder).flatMap((name) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.sql'))
      .map((file) => join(folder, name, file)),
  );

const files = [join(root, 'e2e/options-trading/scripts/database/schema_canonical.sql'), ...folders.flatMap(sqlFilesIn)];

/** The embedded server has no clusters' worth of roles, not every extension, and lets its user read every catalog. */
const isOfTheServer = (message: string): boolean =>
  /extension|role|tablespace|language|library|system catalog|cache lookup/.test(message);

test('there are schemas to compare', () => {
  expect(files.length).toBeGreaterThan(40);
});

test.each(files.map((file) => [file.slice(root.length + 1), file]))(
  '%s is read alike from both servers',
  async (_, file) => {
    await embedded.empty();
    await client.query('DROP SCHEMA IF EXISTS public CASCADE');
    await client.query(await dropAll());
    const [inside, outside] = [
      await load(file, (statement) => embedded.exec(statement)),
      await load(file, (statement) => client.query(statement)),
    ];
    const differing = [...inside, ...outside].filter(
      (message) => inside.includes(message) !== outside.includes(message),
    );
    expect(differing.filter((message) => !isOfTheServer(message))).toEqual([]);
    await client.query('ROLLBACK');
    const session = await connectToPostgres(real.url, { timeout: 30_000 });
    const { schema } = await readPostgresCatalog(session.query);
    await session.close();
    expect(differing.length > 0 || schema).toEqual(
      differing.length > 0 || (await readPostgresCatalog(embedded.query)).schema,
    );
  },
);

async function dropAll(): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'`,
  );
  const drops = rows.map(({ name }) => `DROP SCHEMA ${name} CASCADE;`).join(' ');
  return `${drops} CREATE SCHEMA public; COMMENT ON SCHEMA public IS 'standard public schema'; RESET ALL;`;
}
