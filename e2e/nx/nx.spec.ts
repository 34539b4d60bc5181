import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { guideWorkspace } from './guide-workspace';
import { ScratchWorkspace } from './scratch-workspace';

const sql = 'scripts/database/schema_canonical.sql';
const djangoModels = 'django_app/apps/options/models.py';
const sqlalchemyModels = 'src/database/models.py';

const compile = 'scripts-database:compile-schema';
const verdict = 'scripts-database:verify-schema';
const django = 'django_app:verify-schema';
const sqlalchemy = 'src-database:verify-schema';
const everything = [compile, verdict, django, sqlalchemy].sort();

function fates(run: ReturnType<ScratchWorkspace['verify']>): Record<string, string> {
  return { ...run.tasks };
}

describe('the guide’s workspace', () => {
  let workspace: ScratchWorkspace;
  beforeAll(() => {
    workspace = ScratchWorkspace.of(guideWorkspace);
  });
  afterAll(() => workspace.remove());
  afterEach(() => workspace.restore());

  test('is in sync, and the second run comes from the cache', () => {
    const first = workspace.verify();
    expect({ status: first.status, tasks: fates(first) }).toEqual({
      status: 0,
      tasks: Object.fromEntries(everything.map((task) => [task, 'ran'])),
    });
    expect(fates(workspace.verify())).toEqual(Object.fromEntries(everything.map((task) => [task, 'cached'])));
  });

  test('a changed SQL type fails both Python projects, with both places', () => {
    workspace.edit(sql, 'symbol VARCHAR(10) NOT NULL', 'symbol VARCHAR(12) NOT NULL');
    const run = workspace.verify();
    expect(run.status).toBe(1);
    expect(fates(run)).toEqual({ [compile]: 'ran', [verdict]: 'failed', [django]: 'failed', [sqlalchemy]: 'failed' });
    for (const path of [sql, djangoModels, sqlalchemyModels]) expect(run.output).toContain(`${path}:`);
    expect(workspace.affected()).toEqual(everything);
  });

  test('a changed model re-verifies its project and the one verdict, and leaves the others', () => {
    workspace.edit(sqlalchemyModels, 'String(10)', 'String(11)');
    const run = workspace.verify();
    expect(fates(run)).toEqual({
      [compile]: 'cached',
      [verdict]: 'failed',
      [django]: 'cached',
      [sqlalchemy]: 'failed',
    });
    expect(workspace.affected()).toEqual([compile, verdict, sqlalchemy].sort());
  });

  test.each([
    ['comment', '-- option_contracts: one listed call or put', '-- option_contracts: one call or put'],
    ['whitespace', '    symbol VARCHAR(10) NOT NULL,', '\n    symbol   varchar(10)\n  NOT NULL,'],
  ])('a %s edit of the SQL compiles it again and runs nothing else', (_, find, replace) => {
    workspace.edit(sql, find, replace);
    expect(fates(workspace.verify())).toEqual({
      [compile]: 'ran',
      [verdict]: 'cached',
      [django]: 'cached',
      [sqlalchemy]: 'cached',
    });
  });

  test('in legacy mode an edit of the SQL affects every project, one of a model its own', () => {
    workspace.edit('nx.json', '"analytics": false', '"analytics": false, "affected": { "legacy": true }');
    workspace.commit();
    workspace.edit(sql, 'symbol VARCHAR(10) NOT NULL', 'symbol VARCHAR(12) NOT NULL');
    expect(workspace.affected()).toEqual(everything);
    workspace.restore();
    workspace.edit(djangoModels, 'max_length=10', 'max_length=11');
    expect(workspace.affected()).toEqual(expect.arrayContaining([django]));
  });

  test.each<[string, (workspace: ScratchWorkspace) => void, readonly string[]]>([
    [
      'an option',
      (it) => it.edit('nx.json', '"verifyTargetName"', '"rules": { "like-index": "off" }, "verifyTargetName"'),
      everything,
    ],
    [
      'an ORM version that is pinned',
      (it) => it.edit('requirements.txt', 'Django==5.2', 'Django==5.1'),
      [verdict, django, sqlalchemy],
    ],
    [
      'a module that no model stands in',
      (it) => it.edit('django_app/config/settings.py', 'TIME_ZONE', '# zone\nTIME_ZONE'),
      [verdict, django],
    ],
    [
      'a module that git ignores',
      (it) => it.write('django_app/config/local_settings.py', 'DEBUG = True\n'),
      [verdict, django],
    ],
    ['a new Python file', (it) => it.write('src/database/extra.py', 'x = 1\n'), [verdict, sqlalchemy]],
  ])('%s re-runs what it must', (_, change, rerun) => {
    workspace.verify();
    change(workspace);
    const { tasks } = workspace.verify();
    expect(
      Object.keys(tasks)
        .filter((task) => tasks[task] !== 'cached')
        .sort(),
    ).toEqual([...rerun].sort());
  });

  test('an installed package of another version re-runs the verifications', () => {
    const site = join(workspace.root, '.venv', 'lib', 'python3.12', 'site-packages');
    mkdirSync(join(site, 'django_extras-1.0.dist-info'), { recursive: true });
    writeFileSync(join(workspace.root, '.venv', 'pyvenv.cfg'), '');
    workspace.verify();
    renameSync(join(site, 'django_extras-1.0.dist-info'), join(site, 'django_extras-1.1.dist-info'));
    const { tasks } = workspace.verify();
    expect(tasks).toEqual({ [compile]: 'cached', [verdict]: 'ran', [django]: 'ran', [sqlalchemy]: 'ran' });
  });

  test('a project nested in the Django project does not hide its models', () => {
    workspace.write('django_app/apps/options/project.json', '{ "name": "options-app" }');
    workspace.verify();
    workspace.edit(djangoModels, 'max_length=10', 'max_length=11');
    expect(workspace.verify().tasks[django]).toBe('failed');
    expect(workspace.affected()).toContain(django);
  });

  test('a project that its users named keeps its name and its dependents', () => {
    workspace.write('scripts/database/project.json', '{ "name": "the-schema" }');
    workspace.write('src/project.json', '{ "name": "api" }');
    workspace.edit(sql, 'symbol VARCHAR(10) NOT NULL', 'symbol VARCHAR(12) NOT NULL');
    expect(fates(workspace.verify())).toEqual({
      'the-schema:compile-schema': 'ran',
      'the-schema:verify-schema': 'failed',
      [django]: 'failed',
      'api:verify-schema': 'failed',
    });
  });

  test('a wrong option is one clear error from the task, and the graph stands', () => {
    workspace.edit('nx.json', '"canonical"', '"mirorr": "all", "canonical"');
    const run = workspace.verify();
    expect(run.status).toBe(1);
    expect(run.tasks[compile]).toBe('failed');
    expect(run.output.split('"mirorr" is not a known option.')).toHaveLength(2);
    expect(workspace.nx('show', 'projects').status).toBe(0);
  });

  test('without options the same projects are inferred', () => {
    workspace.write('nx.json', '{ "plugins": ["@canonical-schema/nx"], "analytics": false }');
    const run = workspace.verify();
    expect({ status: run.status, tasks: Object.keys(run.tasks).sort() }).toEqual({ status: 0, tasks: everything });
  });
});

test('in a workspace of one project an edit of the SQL reaches the one verdict', () => {
  const workspace = ScratchWorkspace.of(guideWorkspace, { 'project.json': '{ "name": "everything" }' });
  expect(fates(workspace.verify())).toEqual({ 'everything:compile-schema': 'ran', 'everything:verify-schema': 'ran' });
  workspace.edit(sql, 'symbol VARCHAR(10) NOT NULL', 'symbol VARCHAR(12) NOT NULL');
  expect(workspace.affected()).toEqual(['everything:compile-schema', 'everything:verify-schema']);
  const run = workspace.verify();
  expect(fates(run)).toEqual({ 'everything:compile-schema': 'ran', 'everything:verify-schema': 'failed' });
  for (const path of [sql, djangoModels, sqlalchemyModels]) expect(run.output).toContain(`${path}:`);
  workspace.remove();
});

test('several canonical files re-verify their own sources alone', () => {
  const model = (table: string) =>
    `from sqlalchemy import BigInteger\nfrom sqlalchemy.orm import DeclarativeBase, mapped_column\n\n\nclass Base(DeclarativeBase):\n    pass\n\n\nclass Row(Base):\n    __tablename__ = "${table}"\n    id = mapped_column(BigInteger, primary_key=True)\n`;
  const schemas = ['one', 'two'].map((name) => ({ canonical: `db/${name}.sql`, sqlalchemy: [{ root: name }] }));
  const workspace = ScratchWorkspace.of(null, {
    'nx.json': JSON.stringify({
      analytics: false,
      plugins: [{ plugin: '@canonical-schema/nx', options: { schemas } }],
    }),
    'db/one.sql': 'CREATE TABLE one (id bigserial PRIMARY KEY);\n',
    'db/two.sql': 'CREATE TABLE two (id bigserial PRIMARY KEY);\n',
    'one/models.py': model('one'),
    'two/models.py': model('two'),
  });
  expect(workspace.verify().status).toBe(0);
  workspace.edit('db/one.sql', 'bigserial', 'serial');
  expect(fates(workspace.verify())).toEqual({
    'db:compile-schema': 'ran',
    'db:verify-schema': 'failed',
    'one:verify-schema': 'failed',
    'two:verify-schema': 'cached',
  });
  workspace.remove();
});
