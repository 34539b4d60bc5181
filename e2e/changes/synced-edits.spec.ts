import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { isFileFault } from '@canonical-schema/schema';
import { loadPostgresParser } from '@canonical-schema/sql';
import { isBlocked, planSync } from 'canonical-schema';
import { loadPythonParser } from '../../packages/python/src';
import { type Oracle, startOracle } from '../../tools/oracle/oracle';
import { ChangingWorkspace, obstaclesOf } from './changing-workspace';
import { type HandEdit, handEdits } from './hand-edits';
import { realState } from './real-state';

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

describe.each(Object.entries(handEdits))('the guide’s workspace follows edits by hand of %s', (_, edits) => {
  const workspace = new ChangingWorkspace({}, { canonical, sources });
  cpSync(join(__dirname, '..', 'options-trading'), workspace.root, { recursive: true });

  test.each(edits.map((edit) => [edit.says, edit] as const))('%s', async (_says, edit) => {
    const { request, host } = workspace;
    const before = textOf(workspace);
    workspace.write([{ path: canonical, after: edited(edit, before) }]);
    const plan = await planSync({ ...request, answers: edit.answers ?? {} }, host);
    // The next edit starts from what is in sync.
    if (isBlocked(plan)) workspace.write([{ path: canonical, after: before }]);
    if (edit.refuses !== undefined) {
      expect(plan.refused.map(({ why }) => why)).toEqual([edit.refuses]);
      return;
    }
    expect(obstaclesOf(plan)).toEqual([]);
    expect(plan.left.map(({ message }) => message)).toEqual([]);
    expect(plan.files.map(({ path }) => path)).not.toContain(canonical);
    workspace.write(plan.files);
    expect((await planSync(request, host)).files).toEqual([]);
  });

  test('the real ones agree with where it ends', async () => {
    expect(await realState(workspace, modules, oracle)).toEqual({ alembic: [], problems: [] });
  });
});

function edited({ says, edits }: HandEdit, text: string): string {
  return edits.reduce((so, [find, replace]) => {
    if (!so.includes(find)) throw new Error(`${says}: there is no "${find}".`);
    return so.replaceAll(find, replace);
  }, text);
}

function textOf({ host }: ChangingWorkspace): string {
  const file = host.disk.read(canonical);
  if (isFileFault(file)) throw new Error(file.why);
  return file.text;
}
