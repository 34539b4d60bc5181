import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from '@canonical-schema/schema';
import { scratchFolder } from '../tools/jest/scratch-folder';
import { describeReal, startScratchDatabase } from '../tools/oracle/real-dialects';
import type { ScratchDatabase } from '../tools/oracle/scratch-database';
import { canonicalSchema, findingsOf, replaceIn } from './command-line';

/** The guide's workspace for teams that do not run PostgreSQL, told of one server alone. */
function portableCopy(dialect: Dialect): string {
  const folder = scratchFolder();
  cpSync(join(__dirname, 'portable-options-trading'), folder, { recursive: true });
  const options = {
    canonical: canonicalOf(dialect),
    dialect,
    django: [{ root: 'django_app' }],
    sqlalchemy: [{ root: 'src/database' }],
  };
  writeFileSync(join(folder, 'options.json'), JSON.stringify(options));
  // As projects do that have the driver of pure Python.
  writeFileSync(
    join(folder, 'django_app/config/__init__.py'),
    'import pymysql\n\npymysql.version_info = (2, 2, 7, "final", 0)\npymysql.install_as_MySQLdb()\n',
  );
  return folder;
}

const statusesIn = 'django_app/apps/data_collection/migrations/0001_initial.py';

describe('sqlite', () => {
  test('the real migrations leave what the SQL says, and what contradicts it is said', () => {
    const workspace = portableCopy('sqlite');
    const tested = () => findingsOf(workspace, 'test-migrations', '--config', 'options.json');
    expect(tested()).toMatchObject({ status: 0, codes: [] });
    replaceIn(workspace, statusesIn, 'max_length=', 'max_length=1');
    expect(tested()).toMatchObject({ status: 1, codes: ['missing-migration', 'column-type'] });
  });

  test('what is read of the models is what the real ORMs make', () => {
    const { output } = canonicalSchema(portableCopy('sqlite'), 'verify', '--config', 'options.json', '--self-check');
    expect(selfCheckOf(output)).toEqual(allAgree);
  });

  test('a file that the SQL made is in sync with it, and a server of another kind is refused', async () => {
    const workspace = portableCopy('sqlite');
    const database = await startScratchDatabase('sqlite');
    await load(database, workspace);
    const { file } = await database.address();
    cpSync(String(file), join(workspace, 'app.db'));
    await database.stop();
    const verify = (url: string) => findingsOf(workspace, 'verify', '--config', 'options.json', '--database', url);
    expect(verify('sqlite:///app.db')).toMatchObject({ status: 0, codes: [] });
    expect(firstCanonical(`sqlite:///${join(workspace, 'app.db')}`)).toEqual({
      dialect: 'sqlite',
      status: 0,
      codes: [],
    });
    expect(verify('mysql://me:secret@127.0.0.1:1/app')).toMatchObject({
      status: 2,
      output:
        'The URL of 127.0.0.1:1 is one of MySQL, and the schema is for SQLite; correct the URL, or the option "dialect".\n',
    });
    expect(canonicalSchema(workspace, 'inspect', 'database', '--url', 'sqlite:///nowhere.db')).toMatchObject({
      status: 2,
      output: expect.stringMatching(/^There is no file nowhere\.db; correct the path\./),
    });
  });
});

test('a server that cannot be started here has to be named', () => {
  expect(canonicalSchema(portableCopy('mariadb'), 'test-migrations', '--config', 'options.json')).toMatchObject({
    status: 2,
    output:
      'A MariaDB cannot be started from here; name an empty database of one with --url mariadb://user@host:3306/name.\n',
  });
});

for (const dialect of ['mysql', 'mariadb'] as const) {
  describeReal(dialect, () => {
    let database: ScratchDatabase;
    let url: string;
    beforeAll(async () => {
      database = await startScratchDatabase(dialect);
      const { socket, name } = await database.address();
      url = `${dialect}://root@localhost/${name}?unix_socket=${encodeURIComponent(String(socket))}`;
    });
    afterAll(() => database.stop());
    beforeEach(() => database.empty());

    test('what is read of the models is what the real ORMs make, and nothing of it is left behind', async () => {
      const flags = ['--config', 'options.json', '--self-check', '--url', url];
      const { output } = canonicalSchema(portableCopy(dialect), 'verify', ...flags);
      expect(selfCheckOf(output)).toEqual(allAgree);
      expect((await database.catalog()).schema.tables).toEqual([]);
    });

    test('the real migrations run in an empty database, and in no other', async () => {
      const workspace = portableCopy(dialect);
      const tested = () => canonicalSchema(workspace, 'test-migrations', '--config', 'options.json', '--url', url);
      expect(tested().output).toMatch(/6 tables (compared|in sync)/);
      expect(tested()).toMatchObject({ status: 2, output: expect.stringMatching(/^The database holds tables \(/) });
    });

    test('a database that the SQL made is in sync with it, and found to drift', async () => {
      const workspace = portableCopy(dialect);
      await load(database, workspace);
      const flags = ['--canonical', 'schema.sql', '--dialect', dialect, '--database', url];
      const alone = scratchFolder();
      cpSync(join(workspace, canonicalOf(dialect)), join(alone, 'schema.sql'));
      const verify = () => findingsOf(alone, 'verify', ...flags);
      expect(verify()).toMatchObject({ status: 0, codes: [] });
      expect(firstCanonical(url)).toEqual({ dialect, status: 0, codes: [] });
      await database.run('ALTER TABLE stocks MODIFY symbol varchar(40) NOT NULL');
      expect(verify()).toMatchObject({ status: 1, codes: ['column-type'] });
      const inspected = canonicalSchema(workspace, 'inspect', 'database', '--url', url);
      expect(JSON.parse(inspected.output)).toMatchObject({
        dialect,
        assumed: { [dialect]: expect.any(String) },
      });
    });
  });
}

const canonicalOf = (dialect: Dialect): string => `scripts/database/${dialect}/schema_canonical.sql`;

/** Writes the first canonical file from a database, whose URL says the dialect, and holds the database against it. */
function firstCanonical(url: string) {
  const folder = scratchFolder();
  expect(canonicalSchema(folder, 'init', '--from', 'database', '--url', url)).toMatchObject({ status: 0 });
  const { dialect }: { dialect: string } = JSON.parse(readFileSync(join(folder, 'canonical-schema.json'), 'utf8'));
  const { status, codes } = findingsOf(folder, 'verify', '--config', 'canonical-schema.json', '--database', url);
  return { dialect, status, codes };
}

/** Runs the canonical file in a database, statement by statement. */
async function load(database: ScratchDatabase, workspace: string): Promise<void> {
  await database.empty();
  const text = readFileSync(join(workspace, canonicalOf(database.dialect)), 'utf8');
  for (const statement of text.split(/;\n/)) if (statement.trim() !== '') await database.run(statement);
  await database.catalog();
}

const allAgree = ['django_app', 'django_app (migrations)', 'src/database'].map(
  (name) => `${name}: what is read is what the ORM makes (6 tables)`,
);

function selfCheckOf(output: string): readonly string[] {
  const lines = output.slice(output.indexOf('Self-check')).split('\n');
  return lines.slice(1).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
