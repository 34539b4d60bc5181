import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { guideWorkspace } from '../../nx/guide-workspace';
import { packInto } from '../../nx/packed-packages';
import { ScratchWorkspace } from '../../nx/scratch-workspace';
import { graphOf } from '../graph-of';
import {
  all,
  compile,
  django,
  djangoModels,
  edges,
  everything,
  sql,
  sqlalchemyModels,
  targets,
  verdict,
} from '../guide';
import { leanPath } from '../lean-path';
import { type StartedServer, startedServer } from '../servers/started-server';
import { type Setting, settings } from '../versions';

const pnpmMajor = '10';

/** In CI pnpm insists on a lock file, which a fresh workspace has not. */
const furtherArguments = { npm: [], pnpm: ['--no-frozen-lockfile'] };

let registry: StartedServer;
let programs: string;
beforeAll(async () => {
  const packed = scratchFolder();
  packInto(packed);
  registry = await startedServer('registry', packed, npm(packed, 'config', 'get', 'registry').trim());
  npm(packed, 'install', '--no-save', '--prefix', packed, `pnpm@${pnpmMajor}`);
  programs = leanPath({ pnpm: join(packed, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs') });
});
afterAll(() => registry.stop());

function npm(directory: string, ...args: readonly string[]): string {
  return execFileSync('npm', [...args, '--loglevel=error'], { cwd: directory, encoding: 'utf8' });
}

/** A workspace as one is before the plugin comes: Nx alone, and a registry that has the plugin. */
function workspaceFor({ nx, manager, hasDaemon }: Setting): ScratchWorkspace {
  const files = {
    'package.json': JSON.stringify(
      { name: 'workspace', version: '0.0.0', private: true, devDependencies: nx },
      null,
      2,
    ),
    'nx.json': '{\n  "analytics": false\n}\n',
    '.npmrc': `registry=${registry.address}/\nignore-scripts=true\nfund=false\naudit=false\n`,
  };
  const environment = { PATH: programs, NX_DAEMON: String(hasDaemon) };
  const workspace = ScratchWorkspace.of(guideWorkspace, files, { nx: false, environment });
  const installed = workspace.run(manager, ['install', '--prefer-offline', ...furtherArguments[manager]]);
  if (installed.status !== 0) throw new Error(installed.output);
  workspace.commit();
  return workspace;
}

describe.each(settings)('$title', (setting) => {
  let workspace: ScratchWorkspace;
  beforeAll(() => {
    workspace = workspaceFor(setting);
  });
  afterEach(() => workspace.restore());
  afterAll(() => {
    if (setting.hasDaemon) workspace.nx('daemon', '--stop');
    workspace.remove();
  });

  test('`nx add` without install scripts and compiler, and its `init`', () => {
    const { status, output } = workspace.nx('add', '@canonical-schema/nx');
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(JSON.parse(workspace.read('nx.json')).plugins).toEqual([
      {
        plugin: '@canonical-schema/nx',
        options: { canonical: sql, django: [{ root: 'django_app' }], sqlalchemy: [{ root: 'src/database' }] },
      },
    ]);
    workspace.commit();
  });

  test('the graph: targets and edges', () => {
    expect(graphOf(workspace)).toEqual({ targets, edges });
  });

  test('`verify-schema` passes, and comes from the cache', () => {
    const { status, tasks, output } = workspace.verify();
    expect({ status, tasks, output }).toMatchObject({ status: 0, tasks: all('ran') });
    expect(workspace.verify().tasks).toEqual(all('cached'));
  });

  test('a comment in the SQL re-runs `compile-schema` alone', () => {
    workspace.edit(sql, '-- option_contracts: one listed call or put', '-- option_contracts: one call or put');
    expect(workspace.verify().tasks).toEqual({ ...all('cached'), [compile]: 'ran' });
  });

  test('`verify-schema` fails on a drift, with the places', () => {
    workspace.edit(sql, 'symbol VARCHAR(10) NOT NULL', 'symbol VARCHAR(12) NOT NULL');
    const { status, tasks, output } = workspace.verify();
    expect({ status, tasks }).toEqual({ status: 1, tasks: { ...all('failed'), [compile]: 'ran' } });
    for (const path of [sql, djangoModels, sqlalchemyModels]) expect(output).toContain(`${path}:`);
  });

  test('`nx affected`, as this version does by default', () => {
    workspace.edit(djangoModels, 'max_length=10', 'max_length=11');
    expect(workspace.affected()).toEqual(setting.isTaskLevel ? [django, compile, verdict] : everything);
    workspace.restore();
    workspace.edit(sql, 'symbol VARCHAR(10) NOT NULL', 'symbol VARCHAR(12) NOT NULL');
    expect(workspace.affected()).toEqual(everything);
  });

  if (setting.isTaskLevel) {
    test('`nx affected` in legacy mode', () => {
      workspace.edit('nx.json', '"analytics": false', '"analytics": false, "affected": { "legacy": true }');
      workspace.commit();
      workspace.edit(sql, 'symbol VARCHAR(10) NOT NULL', 'symbol VARCHAR(12) NOT NULL');
      expect(workspace.affected()).toEqual(everything);
      workspace.restore();
      workspace.edit(djangoModels, 'max_length=10', 'max_length=11');
      expect(workspace.affected()).toEqual(everything);
    });
  }

  test('`nx g init --sync`, `nx sync:check` and `nx sync`', () => {
    expect(workspace.nx('generate', '@canonical-schema/nx:init', '--sync')).toMatchObject({ status: 0 });
    workspace.commit();
    expect(workspace.nx('sync:check')).toMatchObject({ status: 0 });
    workspace.edit(sql, '    symbol VARCHAR(10) NOT NULL,', '    symbol VARCHAR(12) NOT NULL,');
    expect(workspace.nx('sync:check')).toMatchObject({ status: 1 });
    expect(workspace.nx('sync')).toMatchObject({ status: 0 });
    expect(workspace.read(sqlalchemyModels)).toContain('symbol = Column(String(12)');
    expect(workspace.nx('sync:check')).toMatchObject({ status: 0 });
  });

  test('a generator by its bare name', () => {
    const { status, output } = workspace.nx('g', 'add-column', 'stocks', 'dividend_yield', 'numeric(8,4)', '--index');
    expect({ status, output }).toMatchObject({ status: 0 });
    for (const path of [sql, djangoModels, sqlalchemyModels]) expect(workspace.read(path)).toContain('dividend_yield');
    expect(workspace.verify().status).toBe(0);
  });
});
