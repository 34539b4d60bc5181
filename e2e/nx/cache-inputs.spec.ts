import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { minimatch } from 'minimatch';
import { guideWorkspace } from './guide-workspace';
import { ScratchWorkspace } from './scratch-workspace';

interface Target {
  readonly inputs: readonly (string | { readonly dependentTasksOutputFiles?: string; readonly runtime?: string })[];
  readonly options: unknown;
}

let workspace: ScratchWorkspace;
beforeAll(() => {
  workspace = ScratchWorkspace.of(guideWorkspace, {
    'src/shared/mixins.py':
      'from sqlalchemy import BigInteger, Column\n\n\nclass Keyed:\n    key = Column(BigInteger)\n',
    'elsewhere/mixins.py': 'class Hidden:\n    pass\n',
    'django_app/apps/options/project.json': '{ "name": "nested" }',
  });
  workspace.edit('nx.json', '"root": "src/database"', '"root": "src/database", "include": ["src/shared"]');
  workspace.edit(
    'src/database/models.py',
    'class Base(DeclarativeBase):',
    'from src.shared.mixins import Keyed\nfrom elsewhere.mixins import Hidden\n\n\nclass Base(DeclarativeBase):',
  );
  const site = join(workspace.root, '.venv', 'lib', 'python3.12', 'site-packages');
  mkdirSync(join(site, 'django-5.2.dist-info'), { recursive: true });
  writeFileSync(join(workspace.root, '.venv', 'pyvenv.cfg'), '');
  workspace.verify();
});
afterAll(() => workspace.remove());

function targetOf(project: string): Target {
  const { output } = workspace.nx('show', 'project', project, '--json');
  return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)).targets['verify-schema'];
}

function openedBy(target: Target): readonly string[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, 'opened-files.cjs')], {
    input: JSON.stringify({ root: workspace.root, options: target.options }),
    encoding: 'utf8',
    cwd: resolve(__dirname, '..', '..'),
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Does an input stand for this file: by its glob, as another task's output, or as an installed package? */
function isCovered(file: string, { inputs }: Target): boolean {
  return inputs.some((input) => {
    if (typeof input === 'string') return minimatch(file, input.replace('{workspaceRoot}/', ''));
    if (input.runtime !== undefined) return file.startsWith('.venv/');
    return minimatch(file, input.dependentTasksOutputFiles ?? '', { dot: true });
  });
}

test.each(['django_app', 'src-database', 'scripts-database'])(
  'every file that %s:verify-schema opens is an input',
  (project) => {
    const target = targetOf(project);
    const opened = openedBy(target);
    expect(opened.length).toBeGreaterThan(2);
    // Places are for printing: no verdict depends on them, so they are hashed by nobody.
    const hashed = opened.filter((file) => !file.endsWith('/places.json'));
    expect(hashed.filter((file) => !isCovered(file, target))).toEqual([]);
  },
);

test('an included module is opened, one that no option names is not', () => {
  const opened = openedBy(targetOf('src-database'));
  expect(opened).toContain('src/shared/mixins.py');
  expect(opened).not.toContain('elsewhere/mixins.py');
});
