import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../tools/jest/scratch-folder';
import { type PostgresProcess, startPostgresProcess } from '../tools/oracle/postgres-process';
import { canonicalSchema, findingsOf, guideCopy, replaceIn } from './command-line';

const canonical = 'scripts/database/schema_canonical.sql';
const exported = ['scripts/database/schema_django.sql', 'scripts/database/schema_sqlalchemy.sql'];

describe('the real ORMs in the place of our readers', () => {
  test('come to the same verdict over the guide’s workspace, and find the same drift', () => {
    const workspace = guideCopy();
    expect(findingsOf(workspace, 'verify', '--runtime')).toMatchObject({ status: 0, codes: [] });
    replaceIn(workspace, 'src/database/models.py', 'String(10)', 'String(12)');
    const drift = findingsOf(workspace, 'verify');
    expect(drift).toMatchObject({ status: 1, codes: ['column-type'] });
    expect(findingsOf(workspace, 'verify', '--runtime')).toEqual(drift);
  });

  test('agree with our readers of the guide’s workspace, which a self-check says', () => {
    const { status, output } = canonicalSchema(guideCopy(), 'verify', '--self-check');
    expect(output.slice(output.indexOf('Self-check'))).toBe(
      `Self-check
  django_app: what is read is what the ORM makes (6 tables)
  django_app (migrations): what is read is what the ORM makes (6 tables)
  src/database: what is read is what the ORM makes (6 tables)
`,
    );
    expect(status).toBe(0);
  });

  test('disagree where code does what no reader could know, and a self-check calls it ours', () => {
    const workspace = guideCopy();
    const trick = 'Stock.__table__.c.symbol.type = String(len("twelve") * 2)';
    replaceIn(
      workspace,
      'src/database/models.py',
      '\n\nclass OptionContract',
      `\n\nexec('${trick}')\n\n\nclass OptionContract`,
    );
    const { status, output } = canonicalSchema(workspace, 'verify', '--self-check');
    expect(status).toBe(1);
    expect(output).toContain('src/database: 1 fact is read wrongly');
    expect(output).toContain(
      'stocks.symbol: type is read as "character varying(10)", and really "character varying(12)"',
    );
  });

  test('export what our readers export', () => {
    const [read, made] = [guideCopy(), guideCopy()];
    expect(canonicalSchema(read, 'export').status).toBe(0);
    expect(canonicalSchema(made, 'export', '--runtime').status).toBe(0);
    const textsIn = (workspace: string) => exported.map((file) => readFileSync(join(workspace, file), 'utf8'));
    expect(textsIn(made)).toEqual(textsIn(read));
  });
});

describe('a running database beside the sources', () => {
  let postgres: PostgresProcess;
  let url: string;
  beforeAll(async () => {
    postgres = await startPostgresProcess();
    url = `postgresql://postgres:secret@127.0.0.1:${await postgres.listen()}/postgres?sslmode=disable`;
    await postgres.exec(readFileSync(join(guideCopy(), canonical), 'utf8'));
  });
  afterAll(() => postgres.stop());

  test('is in sync when it was made from the SQL, whatever tables of installed packages it holds', async () => {
    await postgres.exec(
      'CREATE TABLE auth_group (id int); CREATE TABLE django_migrations (id int, app text, name text, applied timestamptz)',
    );
    expect(findingsOf(guideCopy(), 'verify', '--database', url)).toMatchObject({ status: 0, codes: [] });
  });

  test('is what a first canonical file is written from, which verifies clean against it', () => {
    const workspace = scratchFolder();
    expect(canonicalSchema(workspace, 'init', '--from', 'database', '--url', url)).toMatchObject({ status: 0 });
    const text = readFileSync(join(workspace, canonical), 'utf8');
    expect(text).toContain('CREATE TABLE IF NOT EXISTS stocks (');
    expect(text).not.toContain('django_migrations (');
    expect(findingsOf(workspace, 'verify', '--canonical', canonical, '--database', url)).toMatchObject({
      status: 0,
      codes: [],
    });
  });

  test('is found to drift', async () => {
    await postgres.exec('ALTER TABLE stocks ALTER symbol TYPE varchar(40); DROP INDEX idx_stocks_market_cap');
    const { status, output, codes } = findingsOf(guideCopy(), 'verify', '--database', url);
    expect({ status, codes }).toEqual({ status: 1, codes: ['column-type', 'missing-index'] });
    expect(output).toContain('character varying(40) in the database');
    expect(output).not.toContain('secret');
  });

  test('that holds tables is not migrated', () => {
    const { status, output } = canonicalSchema(guideCopy(), 'test-migrations', '--url', url);
    expect(status).toBe(2);
    expect(output).toMatch(/The database holds tables \(.*\); name an empty one/);
  });

  test('that is not there is refused without its password', () => {
    const { status, output } = canonicalSchema(
      guideCopy(),
      'inspect',
      'database',
      '--url',
      'postgresql://a:secret@127.0.0.1:1/b',
    );
    expect(status).toBe(2);
    expect(output).toMatch(/^Nothing listens at 127\.0\.0\.1:1;/);
  });
});
