import { guideWorkspace } from './guide-workspace';
import { ScratchWorkspace } from './scratch-workspace';

const sql = 'scripts/database/schema_canonical.sql';
const before = '{\n  // What the workspace says itself\n  "analytics": false,\n  "plugins": []\n}\n';

let workspace: ScratchWorkspace;
beforeAll(() => {
  workspace = ScratchWorkspace.of(guideWorkspace, { 'nx.json': before, [sql]: null });
});
afterAll(() => workspace.remove());

test('a workspace without SQL and options is set up by one generator call, and a second one changes nothing', () => {
  const call = ['generate', '@canonical-schema/nx:init', '--from', 'django', '--sync'];
  const first = workspace.nx(...call);
  expect({ status: first.status, output: first.output }).toMatchObject({ status: 0 });
  expect(first.output).toContain(`CREATE ${sql}`);
  const after = workspace.read('nx.json');
  expect(after.startsWith(before.slice(0, before.indexOf('[]')))).toBe(true);
  expect(after).toContain('"@canonical-schema/nx:sync"');
  const verdict = workspace.verify();
  expect({ status: verdict.status, failed: Object.values(verdict.tasks).includes('failed') }).toEqual({
    status: 0,
    failed: false,
  });
  workspace.commit();
  const second = workspace.nx(...call);
  expect(second.output).toContain('Nothing to do: all of it is there.');
  expect(second.output).not.toMatch(/^(?:CREATE|UPDATE)/m);
  expect(workspace.read('nx.json')).toBe(after);
});
