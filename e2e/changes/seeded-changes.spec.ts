import { loadPostgresParser } from '@canonical-schema/sql';
import { type ChangePlan, planChange, planSync } from 'canonical-schema';
import { loadPythonParser } from '../../packages/python/src';
import { everyday } from '../../tools/jest/everyday';
import { type Oracle, startOracle } from '../../tools/oracle/oracle';
import { ChangingWorkspace, obstaclesOf } from './changing-workspace';
import { linesThatWentWrongly } from './kept-lines';
import { realState } from './real-state';
import { Seeded } from './seeded';
import { seededWorkspace } from './seeded-workspace';
import { type Step, stepsFor } from './steps';
import { type Style, styles } from './styles';

let oracle: Oracle;
beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

const modules = ['service.models'];
const seeds = styles.map((style, at) => [style.name, style, at + 1] as const);

describe.each(everyday(3, seeds))('%s', (_, style, seed) => {
  const seeded = seededWorkspace(style, seed);
  const { first, last } = stepsFor(seeded.roles, seeded.apps[0] ?? '');
  const steps = [...new Seeded(seed + 40).shuffled(first), ...last];
  let workspace: ChangingWorkspace;
  let alembic: readonly string[] = [];

  beforeAll(async () => {
    workspace = await ChangingWorkspace.seeded(seeded, oracle);
  });

  test('it begins in sync', async () => {
    const plan = await planSync(workspace.request, workspace.host);
    expect([...obstaclesOf(plan), ...plan.left.map(({ message }) => message)]).toEqual([]);
    expect(plan.files).toEqual([]);
    const real = await realState(workspace, modules, oracle);
    expect(real.problems).toEqual([]);
    alembic = real.alembic;
  });

  test.each(steps.map((step) => [step.says, step] as const))('%s', async (_says, step) => {
    const plan = await planned(step, style, workspace);
    expect(obstaclesOf(plan)).toEqual([]);
    expect(plan.left.map(({ message }) => message)).toEqual([]);
    expect(plan.files.flatMap((file) => linesThatWentWrongly(file, step.about))).toEqual([]);
    workspace.write(plan.files);
  });

  test('the real ones agree with where it ends', async () => {
    const real = await realState(workspace, modules, oracle);
    expect(real.problems).toEqual([]);
    expect(real.alembic.filter((line) => !alembic.includes(line))).toEqual([]);
  });
});

function planned(
  { change, answers }: Step,
  { placement }: Style,
  { request, host }: ChangingWorkspace,
): Promise<ChangePlan> {
  return planChange({ ...request, change, answers, placement }, host);
}
