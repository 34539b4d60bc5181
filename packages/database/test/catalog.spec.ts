import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { type PostgresProcess, startPostgresProcess } from '../../../tools/oracle/postgres-process';
import { readPostgresCatalog } from '../src';

const cases = join(__dirname, '..', 'cases');

let postgres: PostgresProcess;
beforeAll(async () => {
  postgres = await startPostgresProcess();
});
afterAll(() => postgres.stop());
beforeEach(() => postgres.empty());

for (const name of caseFolders(cases)) {
  test(name, async () => {
    await postgres.exec(readFileSync(join(cases, name, 'schema.sql'), 'utf8'));
    const { schema } = await readPostgresCatalog(postgres.query);
    const read = `${JSON.stringify(schema, null, 2)}\n`;
    const expected = join(cases, name, 'expected.json');
    if (process.env.UPDATE_CASES === '1') writeFileSync(expected, read);
    expect(read).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
  });
}

test('the number of statements does not grow with the schema', async () => {
  const statementsFor = async (tables: number): Promise<number> => {
    await postgres.empty();
    for (let number = 0; number < tables; number += 1) {
      await postgres.exec(`CREATE TABLE t${number} (id serial PRIMARY KEY, c int UNIQUE CHECK (c > 0))`);
    }
    let statements = 0;
    await readPostgresCatalog((sql) => {
      statements += 1;
      return postgres.query(sql);
    });
    return statements;
  };
  expect(await statementsFor(30)).toBe(await statementsFor(1));
});

test('the session’s search path is left as it was', async () => {
  await postgres.exec(`SET search_path TO "it's", public`);
  await readPostgresCatalog(postgres.query);
  expect(await postgres.query('SHOW search_path')).toEqual([{ search_path: `"it's", public` }]);
});

test('an emptied server holds nothing, whatever a client left behind', async () => {
  await postgres.exec('BEGIN; CREATE TABLE half (id int); SET search_path TO nowhere');
  await postgres.empty();
  const { schema } = await readPostgresCatalog(postgres.query);
  expect(schema).toEqual({ tables: [], enums: [], domains: [], sequences: [], others: [] });
});
