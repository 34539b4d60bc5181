import { type Change, isFileFault, nothingWritten, type TextEdit, type Written } from '@canonical-schema/schema';
import type { Answers } from '../src/change/answers';
import type { ChangePlan } from '../src/change/change-plan';
import type { SyncOfSchema } from '../src/change/plan-request';
import { planSync } from '../src/change/plan-sync';
import type { ModelsWriting, Writers } from '../src/change/writers';
import type { HostAt } from '../src/host/host';
import { GitWorkspace } from './git-workspace';

const sql = `CREATE TABLE IF NOT EXISTS stocks (
    id bigint PRIMARY KEY,
    symbol text NOT NULL
);
`;
const models = `from sqlalchemy import BigInteger, Column, Text
from sqlalchemy.orm import declarative_base
Base = declarative_base()


class Stock(Base):
    __tablename__ = 'stocks'
    id = Column(BigInteger, primary_key=True, autoincrement=False)
    symbol = Column(Text, nullable=False)
`;
const files = { 'schema.sql': sql, 'app/__init__.py': '', 'app/models.py': models };
const moment = { today: '2026-11-23', now: '2026-11-23 02:10' };

/** Writes columns as this workspace has them, a line each, and new tables as classes; notes what it was asked. */
class PlainWriters implements Writers {
  readonly asked: ModelsWriting[] = [];

  async models(writing: ModelsWriting, host: HostAt): Promise<Written> {
    this.asked.push(writing);
    const path = writing.owner ?? 'app/models.py';
    const file = host.disk.read(path);
    if (isFileFault(file)) throw new Error(file.why);
    const edits = writing.changes.flatMap((change) => editFor(change, file.text));
    return { edits: [{ kind: 'edit', path, edits }], refused: [] };
  }

  async migrations() {
    return { edits: [], refused: [], paths: [] };
  }
}

function editFor(change: Change, text: string): TextEdit[] {
  const end = { start: text.length, end: text.length };
  if (change.kind === 'add-table') return [{ span: end, text: classOf(change.table.name) }];
  if (change.kind === 'add-column')
    return [{ span: end, text: `    ${change.column.name} = ${columnCall(change.column.nullable === false)}\n` }];
  if (change.kind === 'rename-column') {
    const start = text.indexOf(`    ${change.column} = `) + 4;
    return [{ span: { start, end: start + change.column.length }, text: change.to }];
  }
  if (change.kind !== 'drop-column') return [];
  const [line = ''] = new RegExp(`^    ${change.column} = .*\\n`, 'm').exec(text) ?? [];
  const start = text.indexOf(line);
  return [{ span: { start, end: start + line.length }, text: '' }];
}

function classOf(table: string): string {
  const key = 'id = Column(BigInteger, primary_key=True, autoincrement=False)';
  return `\n\nclass ${table[0]?.toUpperCase()}${table.slice(1)}(Base):\n    __tablename__ = '${table}'\n    ${key}\n`;
}

function planned(
  workspace: GitWorkspace,
  more: Partial<SyncOfSchema> = {},
  writers: Writers = new PlainWriters(),
): Promise<ChangePlan> {
  const schema = {
    canonical: 'schema.sql',
    sources: [{ orm: 'sqlalchemy', root: 'app', version: '2.0.40' }] as const,
  };
  return planSync({ schema, ...moment, ...more }, workspace.host, writers);
}

function withColumn(name: string): string {
  return sql.replace('NOT NULL\n', `NOT NULL,\n    ${name} text\n`);
}

test('nothing is planned where everything agrees', async () => {
  const plan = await planned(new GitWorkspace(files));
  expect(plan).toMatchObject({ files: [], refused: [], questions: [], newFindings: [], mended: [], left: [] });
});

test('what the SQL has more is added, and then there is nothing to do', async () => {
  const workspace = new GitWorkspace({ ...files, 'schema.sql': withColumn('sector') });
  const plan = await planned(workspace);
  const after = `${models}    sector = Column(Text)\n`;
  expect(plan.files).toEqual([{ path: 'app/models.py', before: models, after }]);
  expect(plan.mended.map(({ code }) => code)).toEqual(['missing-column']);
  workspace.write({ 'app/models.py': after });
  expect((await planned(workspace)).files).toEqual([]);
});

test('a host may have files that are nowhere on the disk', async () => {
  const workspace = new GitWorkspace(files);
  workspace.write({ 'schema.sql': withColumn('sector') });
  const { host } = workspace;
  const first = await planned(workspace);
  workspace.write({ 'schema.sql': sql });
  expect((await planned(workspace)).files).toEqual([]);
  expect(first.files).toHaveLength(1);
  expect(host.disk.root).toBe(workspace.root);
});

describe('data is not lost without a word', () => {
  const leading = { ...files, 'app/models.py': `${models}    sector = Column(Text)\n` };
  const answers: readonly Answers[] = [{ drop: ['stocks.sector'] }, { acceptDataLoss: true }];

  test('a column that the SQL lacks is asked about, with the flags that answer', async () => {
    const { questions, files: written } = await planned(new GitWorkspace(leading));
    expect(written).toEqual([]);
    expect(questions.map(({ id, choices }) => [id, ...choices.map(({ flag }) => flag)])).toEqual([
      ['data-loss stocks.sector', '--drop stocks.sector', '--accept-data-loss'],
    ]);
  });

  test.each(answers)('it goes when that is answered: %j', async (answer) => {
    const plan = await planned(new GitWorkspace(leading), { answers: answer });
    expect(plan.files.map(({ after }) => after)).toEqual([models]);
  });

  test('each choice of a question answers it', async () => {
    const workspace = new GitWorkspace(leading);
    const { questions } = await planned(workspace);
    for (const choice of questions.flatMap(({ choices }) => choices)) {
      expect((await planned(workspace, { answers: choice.answers })).questions).toEqual([]);
    }
  });
});

describe('what may be a rename', () => {
  const renamed = { ...files, 'schema.sql': sql.replace('symbol', 'ticker') };
  const flags = ['--rename stocks.symbol=ticker', '--drop stocks.symbol'];

  test('is asked about, once, with the evidence', async () => {
    const { questions, files: written } = await planned(new GitWorkspace(renamed), {
      answers: { acceptDataLoss: true },
    });
    expect(written).toEqual([]);
    expect(questions.map(({ id, choices }) => [id, ...choices.map(({ flag }) => flag)])).toEqual([
      ['rename stocks.symbol', ...flags],
    ]);
    expect(questions[0]?.message).toBe(
      'Was stocks.symbol renamed to ticker (both are text, NOT NULL, and follow id), or is it gone?',
    );
  });

  test('is told by the base revision, too', async () => {
    const workspace = new GitWorkspace(files);
    workspace.write({ 'schema.sql': sql.replace('symbol text', 'ticker varchar(10)') });
    const { questions } = await planned(workspace);
    expect(questions[0]?.message).toBe(
      'Was stocks.symbol renamed to ticker (before, the SQL had symbol in the place of ticker), or is it gone?',
    );
  });

  test('keeps its values where a person says so', async () => {
    const plan = await planned(new GitWorkspace(renamed), { answers: { rename: ['stocks.symbol=ticker'] } });
    expect(plan.files.map(({ after }) => after)).toEqual([models.replace('symbol', 'ticker')]);
  });

  test('goes where a person says so', async () => {
    const plan = await planned(new GitWorkspace(renamed), { answers: { drop: ['stocks.symbol'] } });
    expect(plan.questions).toEqual([]);
    expect(plan.files[0]?.after).toContain('    ticker = Column(Text, nullable=False)\n');
  });

  test('is refused where it is no answer', async () => {
    const answered = planned(new GitWorkspace(renamed), { answers: { rename: ['stocks.symbol'] } });
    await expect(answered).rejects.toThrow('"stocks.symbol" is no rename');
  });
});

describe('a new table', () => {
  const table = `${sql}CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY);\n`;
  const further = models.replaceAll(/Stock\b/g, 'Other').replace("'stocks'", "'others'");
  const more = sql.replace('stocks', 'others');
  const several = { ...files, 'schema.sql': `${table}${more}`, 'app/other.py': further };

  test('goes where all the others are', async () => {
    const plan = await planned(new GitWorkspace({ ...files, 'schema.sql': table }));
    expect(plan.files.map(({ after }) => after)).toEqual([models + classOf('orders')]);
  });

  test('is asked about where there are several places', async () => {
    const { questions } = await planned(new GitWorkspace(several));
    expect(questions.map(({ id, choices }) => [id, ...choices.map(({ flag }) => flag)])).toEqual([
      ['module orders', '--module app/models.py', '--module app/other.py'],
    ]);
  });

  test('goes where it is said to go, the word about it before the word about all', async () => {
    const answers = { module: ['app/models.py', 'orders=app/other.py'] };
    const plan = await planned(new GitWorkspace(several), { answers });
    expect(plan.files.map(({ path }) => path)).toEqual(['app/other.py']);
  });

  test('two new tables may go to two places', async () => {
    const both = `${several['schema.sql']}CREATE TABLE IF NOT EXISTS trades (id bigint PRIMARY KEY);\n`;
    const answers = { module: ['app/models.py', 'orders=app/other.py'] };
    const plan = await planned(new GitWorkspace({ ...several, 'schema.sql': both }), { answers });
    expect(plan.files.map(({ path }) => path)).toEqual(['app/models.py', 'app/other.py']);
    expect(plan.left).toEqual([]);
  });
});

test('what a writer refuses keeps everything from being written', async () => {
  const workspace = new GitWorkspace({ ...files, 'schema.sql': withColumn('sector') });
  const no = { change: null, why: 'This is too hard.', remedy: 'Do it by hand.', place: null };
  const writers: Writers = {
    models: async () => ({ edits: [], refused: [no] }),
    migrations: async () => ({ edits: [], refused: [], paths: [] }),
  };
  const plan = await planned(workspace, {}, writers);
  expect(plan).toMatchObject({ files: [], refused: [no], questions: [] });
  expect(plan.left.map(({ code }) => code)).toEqual(['missing-column']);
});

test('a repair that does not help is not made twice, and what is left is said', async () => {
  const workspace = new GitWorkspace({ ...files, 'schema.sql': withColumn('sector') });
  const writers = new PlainWriters();
  const idle: Writers = {
    migrations: writers.migrations,
    models: async (writing, host) => {
      writers.asked.push(writing);
      const { path, text } = fileAt(host, 'app/models.py');
      const edit = { span: { start: text.length, end: text.length }, text: '# nothing\n' };
      return { edits: [{ kind: 'edit', path, edits: [edit] }], refused: [] };
    },
  };
  const plan = await planned(workspace, {}, idle);
  expect(writers.asked).toHaveLength(1);
  expect(plan.left.map(({ code }) => code)).toEqual(['missing-column']);
});

test('a writer that breaks something else is found out, and nothing is written', async () => {
  const workspace = new GitWorkspace({ ...files, 'schema.sql': withColumn('sector') });
  const writers = new PlainWriters();
  const clumsy: Writers = {
    migrations: writers.migrations,
    models: async (_, host) => {
      const { path, text } = fileAt(host, 'app/models.py');
      const start = text.indexOf('    symbol');
      if (start < 0) return nothingWritten;
      const edit = { span: { start, end: text.length }, text: '    sector = Column(Text)\n' };
      return { edits: [{ kind: 'edit', path, edits: [edit] }], refused: [] };
    },
  };
  const plan = await planned(workspace, {}, clumsy);
  expect(plan.files).toEqual([]);
  expect(plan.newFindings.map(({ code, subject }) => `${code} ${subject.column}`)).toEqual(['missing-column symbol']);
});

describe('what is known stays', () => {
  test('a finding that a comment suppresses', async () => {
    const suppressed = withColumn('sector -- schema: ignore missing-column because it comes later\n   ');
    const plan = await planned(new GitWorkspace({ ...files, 'schema.sql': suppressed.replace('\n    text', ' text') }));
    expect(plan.files).toEqual([]);
  });

  test('a finding that the options tolerate, or that is not among the codes to mend', async () => {
    const workspace = new GitWorkspace({ ...files, 'schema.sql': withColumn('sector') });
    const verdict = { rules: { 'missing-column': 'tolerated' } } as const;
    expect((await planned(workspace, { verdict })).files).toEqual([]);
    expect((await planned(workspace, { codes: ['column-type'] })).files).toEqual([]);
    expect((await planned(workspace, { codes: ['missing-column'] })).files).toHaveLength(1);
  });
});

function fileAt(host: HostAt, path: string) {
  const file = host.disk.read(path);
  if (isFileFault(file)) throw new Error(file.why);
  return file;
}

function columnCall(isRequired: boolean): string {
  return isRequired ? 'Column(Text, nullable=False)' : 'Column(Text)';
}
