import { verdictVersion } from 'canonical-schema';
import { graphOf } from './workspace';

const sql = 'scripts/database/schema_canonical.sql';
const guide = {
  [sql]: 'CREATE TABLE stocks (id bigint PRIMARY KEY);',
  'django_app/manage.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")  # django',
  'src/database/models.py': 'from sqlalchemy.orm import mapped_column\nid = mapped_column(primary_key=True)\n',
};
const configured = {
  canonical: sql,
  django: [{ root: 'django_app' }],
  sqlalchemy: [{ root: 'src/database', include: ['src/shared'] }],
};

test('the configured sources become projects named by their full path', async () => {
  const { projects, edges } = await graphOf(guide, configured);
  expect(Object.entries(projects).map(([root, project]) => [root, project.name])).toEqual([
    ['django_app', 'django_app'],
    ['scripts/database', 'scripts-database'],
    ['src/database', 'src-database'],
  ]);
  expect(Object.keys(projects['scripts/database']?.targets ?? {})).toEqual(
    expect.arrayContaining(['compile-schema', 'verify-schema']),
  );
  expect(edges).toEqual([
    { source: 'django_app', target: 'scripts/database', type: 'implicit' },
    { source: 'src/database', target: 'scripts/database', type: 'implicit' },
  ]);
});

test('without options the same is inferred from the files', async () => {
  const inferred = await graphOf(guide);
  expect(Object.keys(inferred.projects)).toEqual(['django_app', 'scripts/database', 'src/database']);
});

test('nothing is attached where there is no canonical file and nothing is configured', async () => {
  const { projects } = await graphOf({ 'django_app/manage.py': 'django' });
  expect(projects).toEqual({});
});

test('a verification depends on the compilation of its schema alone, and on every file that it reads', async () => {
  const { projects } = await graphOf(guide, configured);
  const verify = projects['src/database']?.targets?.['verify-schema'];
  expect(verify?.dependsOn).toEqual([{ projects: ['directory:scripts/database'], target: 'compile-schema' }]);
  expect(verify?.inputs).toEqual(
    expect.arrayContaining([
      '{workspaceRoot}/src/database/**/*.py',
      '{workspaceRoot}/src/shared/**/*.py',
      {
        dependentTasksOutputFiles: '**/.schema/compiled/scripts/database/schema_canonical/schema.json',
        transitive: true,
      },
    ]),
  );
});

test('the project of the SQL verifies everything', async () => {
  const { projects } = await graphOf(guide, configured);
  const verify = projects['scripts/database']?.targets?.['verify-schema'];
  expect(verify?.dependsOn).toEqual(['compile-schema']);
  expect(verify?.options.schemas[0].sources.map(({ root }: { root: string }) => root)).toEqual([
    'django_app',
    'src/database',
  ]);
});

test('targets attach to the nearest project at or above the configured root', async () => {
  const { projects } = await graphOf(
    { ...guide, 'scripts/project.json': '{"name": "tools"}', 'src/project.json': '{"name": "backend"}' },
    configured,
  );
  expect(Object.entries(projects).map(([root, project]) => [root, project.name])).toEqual([
    ['django_app', 'django_app'],
    ['scripts', undefined],
    ['src', undefined],
  ]);
});

test('in a workspace of one project a single target verifies all', async () => {
  const { projects, edges } = await graphOf({ ...guide, 'project.json': '{"name": "everything"}' }, configured);
  expect(Object.keys(projects)).toEqual(['.']);
  expect(projects['.']?.targets?.['verify-schema']?.dependsOn).toEqual(['compile-schema']);
  expect(edges).toEqual([]);
});

test('a package.json outside the workspaces of the package manager is no project', async () => {
  const files = {
    ...guide,
    'package.json': '{"workspaces": ["src/*"]}',
    'src/database/package.json': '{"name": "db"}',
  };
  const { projects } = await graphOf({ ...files, 'django_app/package.json': '{"name": "web"}' }, configured);
  expect(projects['src/database']?.name).toBeUndefined();
  expect(projects.django_app?.name).toBe('django_app');
});

test('an inferred name that is taken gets another', async () => {
  const { projects } = await graphOf({ ...guide, 'other/project.json': '{"name": "src-database"}' }, configured);
  expect(projects['src/database']?.name).toBe('src-database-schema');
});

test('several canonical files each have their own sources', async () => {
  const files = { 'a/one.sql': '', 'a/two.sql': '', 'web/manage.py': 'django', 'api/models.py': '' };
  const { projects, edges } = await graphOf(files, {
    schemas: [
      { canonical: 'a/one.sql', django: [{ root: 'web' }] },
      { canonical: 'a/two.sql', sqlalchemy: [{ root: 'api' }] },
    ],
  });
  expect(projects.a?.targets?.['compile-schema']?.inputs).toEqual([
    '{workspaceRoot}/a/one.sql',
    '{workspaceRoot}/a/two.sql',
  ]);
  expect(projects.api?.targets?.['verify-schema']?.options.schemas).toEqual([
    {
      canonical: 'a/two.sql',
      compiled: '.schema/compiled/a/two',
      sources: [{ orm: 'sqlalchemy', root: 'api' }],
      isPartial: true,
    },
  ]);
  expect(edges.map(({ source, target }) => `${source} → ${target}`)).toEqual(['api → a', 'web → a']);
});

test('several canonical files without options are explained by the targets when run', async () => {
  const { projects } = await graphOf({ ...guide, 'legacy/schema_canonical.sql': '' });
  expect(projects.django_app?.targets?.['verify-schema']?.options.problems).toEqual([
    'Several canonical SQL files were found (legacy/schema_canonical.sql, scripts/database/schema_canonical.sql); say in "schemas" which sources belong to which.',
  ]);
});

test('sources without a canonical file say so when they are verified', async () => {
  const { projects } = await graphOf({ 'web/manage.py': 'django' }, { django: [{ root: 'web' }] });
  expect(Object.keys(projects)).toEqual(['web']);
  expect(projects.web?.targets?.['verify-schema']?.options.problems).toEqual([
    'No canonical SQL file is configured, and no schema_canonical.sql was found; name it in "canonical".',
  ]);
});

test('a wrong option that concerns no directory is told at the root of the workspace', async () => {
  const { projects } = await graphOf({}, { canonicl: 'schema.sql' });
  expect(Object.keys(projects)).toEqual(['.']);
  expect(projects['.']?.targets?.['verify-schema']?.options.problems).toEqual([
    '"canonicl" is not a known option. Did you mean "canonical"?',
  ]);
});

test.each([
  [
    'a misspelt option',
    { ...configured, sqlalchmy: [] },
    '"sqlalchmy" is not a known option. Did you mean "sqlalchemy"?',
  ],
  [
    'an unknown code',
    { ...configured, rules: { 'column-typ': 'off' } },
    '"rules.column-typ" is not a known code. Did you mean "column-type"?',
  ],
  ['a wrong type', { ...configured, strict: 'yes' }, '"strict" is "yes"; give true or false.'],
  [
    'a path that leaves the workspace',
    { ...configured, canonical: '../x.sql' },
    '"canonical" is "../x.sql", which leaves the workspace; give a path inside it, relative to its root.',
  ],
  ['options that are no object', 'schema.sql', 'The options are "schema.sql"; give an object.'],
])('%s is said by the task, and the graph stands', async (_, options, problem) => {
  const { projects } = await graphOf(guide, options);
  expect(projects['scripts/database']?.targets?.['compile-schema']?.options.problems).toContain(problem);
});

test('an option that changes the verdict is in the options of the target', async () => {
  const { projects } = await graphOf(guide, { ...configured, rules: { 'fk-index': 'off' }, strict: true });
  expect(projects.django_app?.targets?.['verify-schema']?.options).toMatchObject({
    rules: { 'fk-index': 'off' },
    strict: true,
  });
});

test('the version of the rules is in the options of every cached target, and so in its hash', async () => {
  const { projects } = await graphOf(guide, configured);
  const targets = Object.values(projects).flatMap((project) => Object.values(project.targets ?? {}));
  const cached = targets.filter(({ cache }) => cache);
  expect(cached.length).toBeGreaterThan(4);
  for (const target of cached) expect(target.options.version).toBe(verdictVersion);
});

test('no input of a verification leaves a shell anything to expand', async () => {
  const { projects } = await graphOf(guide, { ...configured, django: [{ root: "django_app/$(id)'`" }] });
  const inputs = Object.values(projects).flatMap((project) => project.targets?.['verify-schema']?.inputs ?? []);
  const commands = inputs.flatMap((input) => (typeof input === 'object' && 'runtime' in input ? [input.runtime] : []));
  expect(commands).not.toEqual([]);
  for (const command of commands) expect(command).not.toMatch(/[$`]/);
});

test('a project of models exports them beside the canonical file, from all that they are read from', async () => {
  const { projects } = await graphOf(guide, configured);
  const target = projects['src/database']?.targets?.['export-schema'];
  expect(target?.outputs).toEqual(['{workspaceRoot}/scripts/database/schema_sqlalchemy.sql']);
  expect(target?.inputs).toEqual(
    projects['src/database']?.targets?.['verify-schema']?.inputs?.filter(
      (input) => !(typeof input === 'object' && 'dependentTasksOutputFiles' in input),
    ),
  );
  expect(projects.django_app?.targets?.['export-schema']?.outputs).toEqual([
    '{workspaceRoot}/scripts/database/schema_django.sql',
  ]);
  expect(projects['scripts/database']?.targets).not.toHaveProperty('export-schema');
});

test('several sources of one ORM are exported to files of their own', async () => {
  const { projects } = await graphOf(guide, { ...configured, sqlalchemy: ['src/database', 'src/api'], django: [] });
  const outputs = ['src/database', 'src/api'].map((root) => projects[root]?.targets?.['export-schema']?.outputs);
  expect(outputs).toEqual([
    ['{workspaceRoot}/scripts/database/schema_sqlalchemy_src_database.sql'],
    ['{workspaceRoot}/scripts/database/schema_sqlalchemy_src_api.sql'],
  ]);
});

test('the project of the SQL can be watched, which is never cached and compiles nothing', async () => {
  const { projects } = await graphOf(guide, { ...configured, rules: { 'fk-index': 'off' } });
  const { metadata, ...target } = projects['scripts/database']?.targets?.['watch-schema'] ?? {};
  expect(target).toEqual({
    executor: '@canonical-schema/nx:watch-schema',
    continuous: true,
    cache: false,
    options: {
      schemas: [
        {
          canonical: sql,
          sources: [
            { orm: 'django', root: 'django_app' },
            { orm: 'sqlalchemy', root: 'src/database', include: ['src/shared'] },
          ],
        },
      ],
      rules: { 'fk-index': 'off' },
    },
  });
  expect(projects.django_app?.targets).not.toHaveProperty('watch-schema');
});

test('a Django project alone tests its migrations, uncached, whenever they or the SQL change', async () => {
  const { projects } = await graphOf(guide, configured);
  const holders = Object.entries(projects).filter(([, { targets }]) => targets?.['test-migrations'] !== undefined);
  expect(holders.map(([root]) => root)).toEqual(['django_app']);
  expect(projects.django_app?.targets?.['test-migrations']).toMatchObject({
    cache: false,
    options: { tests: [{ schema: { canonical: sql }, project: { root: 'django_app' } }] },
    inputs: expect.arrayContaining([`{workspaceRoot}/${sql}`, '{workspaceRoot}/django_app/**/*.py']),
  });
});

test('beside a project of @nxlv/python only targets of other names are added, and nothing that its file says', async () => {
  const project = {
    name: 'web',
    projectType: 'application',
    sourceRoot: 'django_app/config',
    targets: {
      lock: { executor: '@nxlv/python:lock', options: { update: false } },
      build: { executor: '@nxlv/python:build', outputs: ['{projectRoot}/dist'], options: { outputPath: 'dist' } },
      lint: { executor: '@nxlv/python:ruff-check', outputs: [], options: { lintFilePatterns: ['config'] } },
      test: { executor: '@nxlv/python:run-commands', options: { command: 'uv run pytest', cwd: '{projectRoot}' } },
    },
    tags: ['python'],
  };
  const files = {
    ...guide,
    'nx.json': '{"plugins": [{"plugin": "@nxlv/python", "options": {"packageManager": "uv"}}]}',
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["django_app"]\n',
    'django_app/project.json': JSON.stringify(project),
    'django_app/pyproject.toml': '[project]\nname = "web"\nversion = "1.0.0"\n',
  };
  const added = (await graphOf(files, configured)).projects.django_app;
  expect(Object.keys(added ?? {}).sort()).toEqual(['root', 'targets']);
  expect(Object.keys(added?.targets ?? {}).sort()).toEqual(['export-schema', 'test-migrations', 'verify-schema']);
  expect(Object.keys({ ...project.targets, ...added?.targets })).toHaveLength(7);
});
