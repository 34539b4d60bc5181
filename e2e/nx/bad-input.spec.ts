import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packedInstall } from './packed-packages';

/** The bin of the packed `canonical-schema`, installed where no Nx is. */
const bin = join(packedInstall({ withNx: false }), 'node_modules', '.bin', 'canonical-schema');

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly places: readonly { readonly path: string; readonly line: number }[];
}

const goodSql = 'CREATE TABLE stocks (id bigserial PRIMARY KEY, symbol varchar(10) NOT NULL);\n';
const goodModels = `from sqlalchemy import BigInteger, String
from sqlalchemy.orm import DeclarativeBase, mapped_column


class Base(DeclarativeBase):
    pass


class Stock(Base):
    __tablename__ = "stocks"
    id = mapped_column(BigInteger, primary_key=True)
    symbol = mapped_column(String(10), nullable=False)
`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'canonical-schema-e2e-'));
  write('schema.sql', goodSql);
  write('db/models.py', goodModels);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function run(args: readonly string[], user?: number): Run {
  const identity = user === undefined ? {} : { uid: user, gid: user };
  const env = { ...process.env, VIRTUAL_ENV: '' };
  const options = { cwd: root, encoding: 'utf8', timeout: 100_000, env, maxBuffer: 1 << 28, ...identity } as const;
  const { status, stdout, stderr } = spawnSync(bin, args, options);
  return { status, stdout, stderr };
}

/** Runs `verify` and holds it to what is true of every answer: a status, no stack trace. */
function verify(...further: readonly string[]): Run & { readonly findings: readonly Finding[] } {
  const answer = run([
    'verify',
    '--canonical',
    'schema.sql',
    '--sqlalchemy',
    'db',
    '--json',
    'findings.json',
    ...further,
  ]);
  expect(answer.stdout + answer.stderr).not.toMatch(/\n\s+at .+:\d+:\d+|Internal error/);
  const findings = answer.status === 2 ? [] : JSON.parse(readFileSync(join(root, 'findings.json'), 'utf8')).findings;
  return { ...answer, findings };
}

test('good input is in sync, with no Nx and no options file', () => {
  expect(verify().status).toBe(0);
});

test('without any flag the files of the directory are found', () => {
  write('schema_canonical.sql', goodSql);
  expect(run(['verify'])).toMatchObject({ status: 0 });
});

describe('the command could not do its work: status 2 and one sentence', () => {
  test.each<[string, () => void, string]>([
    ['a missing SQL file', () => rmSync(join(root, 'schema.sql')), '"schema.sql" does not exist.'],
    [
      'a directory where the SQL file belongs',
      () => {
        rmSync(join(root, 'schema.sql'));
        mkdirSync(join(root, 'schema.sql'));
      },
      '"schema.sql" is a directory, where a file is wanted.',
    ],
    ['a binary SQL file', () => write('schema.sql', Uint8Array.from([0, 1, 2])), '"schema.sql" is binary.'],
    [
      'an SQL file that is not UTF-8',
      () => write('schema.sql', Buffer.concat([Buffer.from(`${goodSql}-- `), Buffer.from([0xe9])])),
      '"schema.sql" is not valid UTF-8; save it as UTF-8.',
    ],
    [
      'a missing directory of models',
      () => rmSync(join(root, 'db'), { recursive: true }),
      '"db" does not exist; name the directory of the models.',
    ],
    [
      'a file where the directory of models belongs',
      () => {
        rmSync(join(root, 'db'), { recursive: true });
        write('db', '');
      },
      '"db" is a file; name the directory that holds it.',
    ],
  ])('%s', (_, spoil, sentence) => {
    spoil();
    const { status, stderr } = verify();
    expect({ status, lines: stderr.trim().split('\n').length }).toEqual({ status: 2, lines: 1 });
    expect(stderr).toContain(sentence);
  });

  test.each([
    [['verify', '--canonical', 'schema.sql', '--rule', 'fk-indx=off'], 'Did you mean "fk-index"?'],
    [['verify', '--canonical', 'schema.sql', '--max-warnings', 'few'], '"maxWarnings" is "few"'],
    [['verify', '--canonical', 'schema.sql', '--config', 'none.json'], '"none.json" does not exist.'],
    [
      ['verify', '--canonical', 'schema.sql', '--json', 'schema.sql/x.json', '--sqlalchemy', 'db'],
      'could not be written',
    ],
    [['verify', '--kanonical', 'schema.sql'], '--canonical'],
    [['inspect', 'django', '--root', 'db'], '"django" is no source'],
    [['inspect', 'sqlalchemy', '--root', 'nowhere'], 'does not exist'],
  ])('%j', (args, sentence) => {
    const { status, stderr } = run(args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(sentence) });
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

test('broken SQL is a finding at its line, and the rest is read', () => {
  write('schema.sql', `CREATE TABL broken;\n${goodSql}`);
  const { status, findings } = verify();
  expect(status).toBe(1);
  expect(findings.map(({ code }) => code)).toEqual(['syntax-error']);
  expect(findings[0]?.places).toContainEqual(expect.objectContaining({ path: 'schema.sql', line: 1 }));
});

test('broken Python is a finding at its line', () => {
  write('db/broken.py', 'from sqlalchemy import Column\nclass Broken(:\n    x = = 1\n');
  write('db/models.py', `from db.broken import *\n${goodModels}`);
  const { status, findings } = verify();
  expect(status).toBe(1);
  expect(findings.flatMap(({ places }) => places)).toContainEqual(expect.objectContaining({ path: 'db/broken.py' }));
});

test.each<[string, Uint8Array]>([
  ['binary', Uint8Array.from([0, 1, 2])],
  ['not UTF-8', Buffer.concat([Buffer.from(goodModels), Buffer.from([0x23, 0xe9])])],
])('a models file that is %s is a finding that names it', (_, bytes) => {
  write('db/more.py', bytes);
  const { status, findings } = verify();
  expect(status).toBe(1);
  expect(findings.flatMap(({ places }) => places)).toContainEqual(expect.objectContaining({ path: 'db/more.py' }));
});

test('a byte-order mark and CRLF change nothing', () => {
  write('schema.sql', `\uFEFF${goodSql.replaceAll('\n', '\r\n')}`);
  write('db/models.py', `\uFEFF${goodModels.replaceAll('\n', '\r\n')}`);
  expect(verify()).toMatchObject({ status: 0, findings: [] });
});

test('an empty SQL file is said to describe no table', () => {
  write('schema.sql', '');
  expect(verify()).toMatchObject({ status: 1, findings: [{ code: 'unreadable' }] });
});

test('an empty directory of models is said to describe no table', () => {
  write('db/models.py', '');
  expect(verify()).toMatchObject({ status: 1, findings: [{ code: 'unreadable' }] });
});

test('10 MB of data and of comments are read', () => {
  write(
    'schema.sql',
    goodSql + `-- ${'x'.repeat(70)}\n`.repeat(100_000) + `INSERT INTO stocks VALUES (1, 'x');\n`.repeat(80_000),
  );
  write('db/large.py', `ROWS = [\n${'    "0123456789012345678901234567890123456789",\n'.repeat(100_000)}]\n`);
  expect(verify().status).toBe(0);
});

test.each([
  ['SQL', 'schema.sql', `${goodSql}CREATE TABLE deep (a int CHECK (${'('.repeat(5000)}a > 0${')'.repeat(5000)}));\n`],
  ['Python', 'db/deep.py', `${goodModels}x = ${'['.repeat(5000)}${']'.repeat(5000)}\n`],
  ['Python attributes', 'db/chain.py', `${goodModels}x = a${'.b'.repeat(5000)}\n`],
])('5,000-deep nesting in %s is answered', (_, path, text) => {
  write(path, text);
  expect([0, 1]).toContain(verify().status);
});

test('modules that import each other are read', () => {
  write('db/a.py', `from db.b import Other\n${goodModels}`);
  write('db/b.py', 'from db.a import Base\nOther = Base\n');
  rmSync(join(root, 'db', 'models.py'));
  expect([0, 1]).toContain(verify().status);
});

test('symbolic links that lead back end', () => {
  symlinkSync('..', join(root, 'db', 'up'));
  symlinkSync('loop', join(root, 'db', 'loop'));
  expect(verify().status).toBe(0);
});

test('a file without permission is named', () => {
  chmodSync(join(root, 'schema.sql'), 0);
  chmodSync(root, 0o755);
  const nobody = process.getuid?.() === 0 ? 65534 : undefined;
  const { status, stderr } = run(['verify', '--canonical', 'schema.sql', '--sqlalchemy', 'db'], nobody);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('permission denied') });
});

test('inspect prints a reading', () => {
  const { status, stdout } = run(['inspect', 'canonical', '--root', '.']);
  expect({ status, tables: JSON.parse(stdout).tables.length }).toEqual({ status: 0, tables: 1 });
});

test('a reader that closes the pipe early is no failure', () => {
  const columns = Array.from({ length: 1000 }, (_, at) => `column_${at} text`).join(', ');
  write('schema.sql', `CREATE TABLE wide (${columns});\n`);
  const { stderr } = spawnSync('sh', ['-c', `"${bin}" inspect canonical --root schema.sql | head -c 10`], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
});
