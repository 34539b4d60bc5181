import { guideWorkspace } from './guide-workspace';
import { ScratchWorkspace } from './scratch-workspace';

const sql = 'scripts/database/schema_canonical.sql';
const models = 'src/database/models.py';
const lint = 'scripts-database:lint-schema';

let workspace: ScratchWorkspace;
beforeAll(() => {
  workspace = ScratchWorkspace.of(guideWorkspace);
  workspace.edit('nx.json', '"options": {', '"options": { "base": "HEAD",');
  workspace.commit();
});
afterAll(() => workspace.remove());

function linted() {
  const { tasks } = workspace.nx('run-many', '-t', 'lint-schema');
  // Nx prints nothing of a task that succeeds: the report is an output, restored with the verdict.
  const findings = workspace.read('.schema/lint/in/scripts/database/findings.json');
  return { fate: tasks[lint], leads: findings.includes('"canonical-first"') };
}

test('a cached verdict of lint-schema is the one that a fresh run would give, also when only the base moved', () => {
  expect(linted()).toEqual({ fate: 'ran', leads: false });
  expect(linted()).toEqual({ fate: 'cached', leads: false });
  workspace.edit(models, 'symbol = Column(String(10)', 'symbol = Column(String(14)');
  expect(linted()).toEqual({ fate: 'ran', leads: true });
  expect(linted()).toEqual({ fate: 'cached', leads: true });
  // The files are the same; what stood at the base is another.
  workspace.commit();
  expect(linted()).toEqual({ fate: 'ran', leads: false });
  // The commit is another; what stood at the base is the same.
  workspace.write('readme.md', 'Beside it.');
  workspace.commit();
  expect(linted()).toEqual({ fate: 'cached', leads: false });
});

test('a suppression in the SQL reaches the projects that depend on it, and moving its line reaches nobody', () => {
  expect(workspace.verify().tasks['src-database:verify-schema']).toBe('failed');
  const comment = '-- schema: ignore column-type because the importer still writes fourteen';
  workspace.edit(sql, '    symbol VARCHAR(10) NOT NULL,', `    ${comment}\n    symbol VARCHAR(10) NOT NULL,`);
  expect(workspace.verify()).toMatchObject({ status: 0, tasks: { 'src-database:verify-schema': 'ran' } });
  workspace.edit(sql, comment, `-- another line\n    ${comment}`);
  expect(workspace.verify().tasks).toMatchObject({
    'scripts-database:compile-schema': 'ran',
    'src-database:verify-schema': 'cached',
  });
});
