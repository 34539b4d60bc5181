import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { loadPostgresParser } from '@canonical-schema/sql';
import { isBlocked, planSync } from 'canonical-schema';
import { loadPythonParser } from '../../packages/python/src';
import { everyday } from '../../tools/jest/everyday';
import { type Oracle, startOracle } from '../../tools/oracle/oracle';
import { ChangingWorkspace, obstaclesOf } from './changing-workspace';
import { type HandEdit, handEdits, seededHandEdits } from './hand-edits';
import { realState } from './real-state';
import { seededWorkspace } from './seeded-workspace';
import { styles } from './styles';

const canonical = 'scripts/database/schema_canonical.sql';
const modules = ['src.database.models'];
const sources = [
  { orm: 'django', root: 'django_app' },
  { orm: 'sqlalchemy', root: 'src/database' },
] as const;

let oracle: Oracle;
beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

interface Group {
  readonly of: string;
  readonly edits: readonly HandEdit[];
  readonly modules: readonly string[];
  made(): Promise<ChangingWorkspace>;
}

const ofGuide = Object.entries(handEdits).map(
  ([table, edits]): Group => ({ of: `${table} of the guide`, edits, modules, made: async () => guideWorkspace() }),
);
const ofSeeds = everyday(1, styles.slice(1, 3)).map(
  (style, at): Group => ({
    of: `a seeded workspace with ${style.name}`,
    edits: seededHandEdits,
    modules: ['service.models'],
    made: () => ChangingWorkspace.seeded(seededWorkspace(style, at + 70), oracle),
  }),
);

describe.each([...ofGuide, ...ofSeeds].map((group) => [group.of, group] as const))('edits of %s', (_, group) => {
  let workspace: ChangingWorkspace;
  beforeAll(async () => {
    workspace = await group.made();
  });

  test.each(group.edits.map((edit) => [edit.says, edit] as const))('%s', async (_says, edit) => {
    const { request, host, sql: before } = workspace;
    const path = request.schema.canonical;
    workspace.write([{ path, after: edited(edit, before) }]);
    const plan = await planSync({ ...request, answers: edit.answers ?? {} }, host);
    // The next edit starts from what is in sync.
    if (isBlocked(plan)) workspace.write([{ path, after: before }]);
    if (edit.refuses !== undefined) {
      expect(plan.refused.map(({ why }) => why)).toEqual([edit.refuses]);
      return;
    }
    expect(obstaclesOf(plan)).toEqual([]);
    expect(plan.left.map(({ message }) => message)).toEqual([]);
    expect(plan.files.map((file) => file.path)).not.toContain(path);
    workspace.write(plan.files);
    expect((await planSync(request, host)).files).toEqual([]);
  });

  test('the real ones agree with where it ends', async () => {
    expect(await realState(workspace, group.modules, oracle)).toEqual({ alembic: [], problems: [] });
  });
});

test('the real ones do not agree where nothing followed', async () => {
  const workspace = guideWorkspace();
  const after = edited({ says: 'longer', edits: [['exchange VARCHAR(20)', 'exchange VARCHAR(40)']] }, workspace.sql);
  workspace.write([{ path: canonical, after }]);
  const { alembic, problems } = await realState(workspace, modules, oracle);
  expect(problems.map((problem) => problem.slice(0, problem.indexOf(' is ')))).toEqual([
    'django_app (migrated): column-type stocks.exchange',
    'src/database: column-type stocks.exchange',
  ]);
  expect(alembic).toHaveLength(1);
});

function guideWorkspace(): ChangingWorkspace {
  const workspace = new ChangingWorkspace({}, { canonical, sources });
  cpSync(join(__dirname, '..', 'options-trading'), workspace.root, { recursive: true });
  return workspace;
}

function edited({ says, edits }: HandEdit, text: string): string {
  return edits.reduce((so, [find, replace]) => {
    if (!so.includes(find)) throw new Error(`${says}: there is no "${find}".`);
    return so.replaceAll(find, replace);
  }, text);
}
