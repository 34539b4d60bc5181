import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import lint, { type LintExecutorOptions } from '../src/executors/lint-schema/executor';
import { directoryWith, graphOf } from './workspace';

const files = {
  'db/schema_canonical.sql': 'CREATE TABLE stocks (id bigint PRIMARY KEY);\n',
  'app/models.py': 'from sqlalchemy.orm import mapped_column\nid = mapped_column()\n',
};

async function lintTarget(options: object = {}, nxJson = '{}') {
  const { projects } = await graphOf({ ...files, 'nx.json': nxJson }, options);
  return projects.db?.targets?.['lint-schema'];
}

test('the project of the SQL has it, and no other', async () => {
  const { projects } = await graphOf(files);
  const having = Object.values(projects).filter(({ targets }) => targets?.['lint-schema']);
  expect(having.map(({ root }) => root)).toEqual(['db']);
});

test('its inputs are the SQL, the models that should follow it, the baseline, and what the base revision holds', async () => {
  const target = await lintTarget({ baseline: 'known.json', base: 'develop' });
  const globs = ['db/schema_canonical.sql', 'app/**/*.py', 'known.json'].map((path) => `{workspaceRoot}/${path}`);
  expect(target?.inputs).toEqual(expect.arrayContaining(globs));
  expect(target?.inputs?.at(-1)).toEqual({
    runtime: `node -p "require('@canonical-schema/nx/base-inputs').baseDigestOf('develop', {'canonical':'db/schema_canonical.sql','roots':['app']})"`,
  });
  expect(target?.cache).toBe(true);
});

test("the base revision is the plugin's, else Nx's", async () => {
  expect((await lintTarget())?.options.base).toBeUndefined();
  expect((await lintTarget({}, '{"defaultBase": "trunk"}'))?.options.base).toBe('trunk');
  expect((await lintTarget({}, '{"affected": {"defaultBase": "old"}}'))?.options.base).toBe('old');
  expect((await lintTarget({ base: 'own' }, '{"defaultBase": "trunk"}'))?.options.base).toBe('own');
});

test('options that change a verdict are in its options', async () => {
  const options = { lint: { comments: 'all' }, rules: { 'version-log': 'off' }, strict: true, baseline: 'known.json' };
  expect((await lintTarget(options))?.options).toMatchObject(options);
  expect((await lintTarget({ lintTargetName: 'sql-lint' }))?.options).toBeUndefined();
});

test('the executor leaves findings and report, and fails for errors alone', async () => {
  const root = directoryWith(files);
  const options: LintExecutorOptions = {
    schemas: [{ canonical: 'db/schema_canonical.sql', sources: [] }],
    report: '.schema/lint/in/db',
  };
  const printed = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(await lint(options, { root })).toEqual({ success: true });
  expect(await lint({ ...options, rules: { 'not-idempotent': 'error' } }, { root })).toEqual({ success: false });
  printed.mockRestore();
  expect(JSON.parse(readFileSync(join(root, '.schema/lint/in/db/findings.json'), 'utf8')).summary.errors).toBe(1);
  expect(existsSync(join(root, '.schema/lint/in/db/report.txt'))).toBe(true);
});
