import { guideWorkspace } from '../nx/guide-workspace';
import { ScratchWorkspace } from '../nx/scratch-workspace';
import { graphOf } from './graph-of';
import { all, compile, djangoModels, edges, everything, sql, targets } from './guide';
import { leanPath } from './lean-path';
import { nx22 } from './versions';

/** The lean part of `runs/every-version.ts`: the oldest Nx is the one that a change is likeliest to leave behind. */
describe('the oldest Nx that is supported, with neither compiler nor Python on the path', () => {
  let workspace: ScratchWorkspace;
  beforeAll(() => {
    workspace = ScratchWorkspace.of(guideWorkspace, {}, { nx: nx22, environment: { PATH: leanPath() } });
  });
  afterEach(() => workspace.restore());
  afterAll(() => workspace.remove());

  test('has the targets and edges', () => {
    expect(graphOf(workspace)).toEqual({ targets, edges });
  });

  test('verifies, and re-runs the compilation alone for a comment', () => {
    expect(workspace.verify()).toMatchObject({ status: 0, tasks: all('ran') });
    workspace.edit(sql, '-- option_contracts: one listed call or put', '-- option_contracts: one call or put');
    expect(workspace.verify()).toMatchObject({ status: 0, tasks: { ...all('cached'), [compile]: 'ran' } });
  });

  test('affects by project: a model too, for it is an input of the one verdict, whose project is everybody’s', () => {
    workspace.edit(djangoModels, 'max_length=10', 'max_length=11');
    expect(workspace.affected()).toEqual(everything);
    workspace.restore();
    workspace.edit(sql, 'symbol VARCHAR(10) NOT NULL', 'symbol VARCHAR(12) NOT NULL');
    expect(workspace.affected()).toEqual(everything);
  });

  test('adds its targets to those of a project.json of @nxlv/python', () => {
    const ofPython = {
      lock: { executor: '@nxlv/python:lock', options: { update: false } },
      build: { executor: '@nxlv/python:build', outputs: ['{projectRoot}/dist'] },
      test: { executor: '@nxlv/python:run-commands', options: { command: 'uv run pytest' } },
    };
    workspace.write('django_app/project.json', JSON.stringify({ name: 'web', targets: ofPython, tags: ['python'] }));
    workspace.write('django_app/pyproject.toml', '[project]\nname = "web"\nversion = "1.0.0"\n');
    const graph = graphOf(workspace);
    expect(graph.targets.web).toEqual([...(targets.django_app ?? []), ...Object.keys(ofPython)].sort());
    expect(graph.edges).toContain('web → scripts-database');
  });
});
