import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { guideWorkspace } from '../nx/guide-workspace';
import { type NxRun, ScratchWorkspace } from '../nx/scratch-workspace';
import { compile, django, djangoModels, sql, sqlalchemyModels, verdict } from './guide';

const repository = resolve(__dirname, '..', '..');
const recipes = join(repository, 'packages', 'nx', 'recipes');

/** A job as its recipe has it: what it sets, and the lines that it runs. */
interface Job {
  readonly environment: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
}

function recipe(name: string): string {
  return readFileSync(join(recipes, name), 'utf8');
}

function gitHubJob(): Job {
  const { env, jobs } = parse(recipe('github-actions.yml'));
  const steps: readonly { readonly run?: string }[] = jobs.schema.steps;
  return { environment: env, lines: steps.flatMap(({ run }) => (run === undefined ? [] : [run])) };
}

function gitLabJob(): Job {
  const { schema } = parse(recipe('gitlab-ci.yml'));
  return { environment: schema.variables, lines: schema.script };
}

let workspace: ScratchWorkspace;
beforeAll(() => {
  workspace = ScratchWorkspace.of(guideWorkspace);
  workspace.edit('nx.json', '"plugins"', '"sync": { "globalGenerators": ["@canonical-schema/nx:sync"] },\n  "plugins"');
  workspace.commit();
});
afterAll(() => workspace.remove());

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: workspace.root, encoding: 'utf8' }).trim();
}

/** Runs the lines of a job that verify, as its shell would: one after the other, until one fails. */
function runJob({ environment, lines }: Job, given: Readonly<Record<string, string>>): NxRun {
  const [install, ...verifying] = lines;
  expect(install).toMatch(/^npm ci --ignore-scripts/);
  const variables = Object.entries({ ...environment, ...given }).map(([name, value]) => `${name}=${value}`);
  return workspace.run('env', [...variables, 'sh', '-e', '-c', verifying.join('\n')]);
}

/** Commits an edit, lets a job look at it against the commit before, and takes it back. */
function afterCommit(edit: () => void, run: (base: string, head: string) => NxRun): NxRun {
  const base = git('rev-parse', 'HEAD');
  edit();
  workspace.commit();
  const outcome = run(base, git('rev-parse', 'HEAD'));
  git('reset', '--quiet', '--hard', base);
  return outcome;
}

const ofGitHub = (base: string, head: string) => runJob(gitHubJob(), { NX_BASE: base, NX_HEAD: head });
const ofGitLab = (base: string, head: string) =>
  runJob(gitLabJob(), { CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_COMMIT_SHA: head });

const modelComment = () =>
  workspace.edit(djangoModels, 'from django.db import models', 'from django.db import models  # noqa');
const modelDrift = () => workspace.edit(sqlalchemyModels, 'String(10)', 'String(11)');

describe('GitHub Actions', () => {
  test('verifies what a commit affects, and keeps the folder that the job caches', () => {
    const { status, tasks, output } = afterCommit(modelComment, ofGitHub);
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(Object.keys(tasks)).toEqual(expect.arrayContaining([compile, verdict, django]));
    expect(Object.keys(tasks)).not.toContain('src-database:verify-schema');
    expect(afterCommit(modelComment, ofGitHub).tasks).toMatchObject({ [verdict]: 'cached', [django]: 'cached' });
  });

  test('fails on a drift', () => {
    const { status, output } = afterCommit(modelDrift, ofGitHub);
    expect({ status, output }).toMatchObject({ status: 1, output: expect.stringContaining('lag behind') });
  });
});

describe('GitLab', () => {
  test('verifies what a merge request affects', () => {
    const { status, tasks, output } = afterCommit(modelComment, ofGitLab);
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(Object.keys(tasks)).toEqual(expect.arrayContaining([compile, verdict, django]));
  });

  test('takes the commit before on the default branch', () => {
    const onBranch = (base: string, head: string) =>
      runJob(gitLabJob(), { CI_COMMIT_BEFORE_SHA: base, CI_COMMIT_SHA: head });
    expect(afterCommit(modelDrift, onBranch).status).toBe(1);
  });
});

describe('pre-commit', () => {
  const [hook] = parse(recipe('pre-commit-config.yaml')).repos[0].hooks;

  afterEach(() => {
    git('reset', '--quiet', '--hard');
  });

  test('runs for the files that describe the schema', () => {
    const pattern = new RegExp(hook.files);
    expect([sql, djangoModels, sqlalchemyModels, 'README.md'].filter((path) => pattern.test(path))).toHaveLength(3);
  });

  test.each([
    ['lets a commit in sync pass', modelComment, 0],
    ['stops a drift', modelDrift, 1],
  ])('%s', (_, edit, expected) => {
    edit();
    git('add', '--all');
    const { status, output } = workspace.run('sh', ['-c', hook.entry]);
    expect({ status, output }).toMatchObject({ status: expected });
  });
});

test.each(['github-actions.yml', 'gitlab-ci.yml', 'pre-commit-config.yaml'])('the README quotes %s', (name) => {
  expect(readFileSync(join(repository, 'packages', 'nx', 'README.md'), 'utf8')).toContain(recipe(name).trim());
});
