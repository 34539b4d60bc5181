import { execFileSync } from 'node:child_process';
import { WatchedWorkspace } from './watched-workspace';

const sql = 'scripts/database/schema_canonical.sql';
const settings = 'django_app/config/settings.py';
const flags = ['--config', 'schema.json'];
const config = {
  canonical: sql,
  django: [{ root: 'django_app' }],
  sqlalchemy: [{ root: 'src/database' }],
  baseline: 'known.json',
};
const noneKnown = JSON.stringify({ version: 1, findings: [] });
const symbolDiffers = (...sides: readonly string[]) => sides.map((side) => `column-type stocks.symbol ${side}`);
const extra = ['extra-table big_row django-models', 'extra-table big_row django-migrations'];

/** How many modules one branch has and the other has not, and how many differ. */
const modules = 1000;

let workspace: WatchedWorkspace;
beforeAll(async () => {
  workspace = new WatchedWorkspace(flags, (root) => {
    root.write('schema.json', JSON.stringify(config));
    root.write('known.json', noneKnown);
    for (let at = 0; at < modules; at++) root.write(`django_app/apps/common/part_${at}.py`, `PART = ${at}\n`);
    git(root, 'init', '--quiet', '--initial-branch=main');
    commit(root, 'as it was');
    git(root, 'checkout', '--quiet', '-b', 'other');
    for (let at = 0; at < modules; at++) root.write(`django_app/apps/common/part_${at}.py`, `PART = -${at}\n`);
    for (let at = 0; at < modules; at++) root.write(`django_app/apps/big/part_${at}.py`, `PART = ${at}\n`);
    root.write('django_app/apps/big/__init__.py', '');
    root.write('django_app/apps/big/models.py', bigModel);
    root.write(settings, root.read(settings).replace('"apps.options",', '"apps.options",\n    "apps.big",'));
    commit(root, 'an app of many modules');
    git(root, 'checkout', '--quiet', 'main');
  });
  await workspace.verdict(null, []);
});
afterAll(() => workspace.discard());

const bigModel = `from django.db import models


class Row(models.Model):
    note = models.TextField()

    class Meta:
        db_table = "big_row"
`;

function git(root: Pick<WatchedWorkspace, 'root'>, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: root.root, encoding: 'utf8' });
}

function commit(root: Pick<WatchedWorkspace, 'root'>, message: string): void {
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', message);
}

test('switching branches over and over leaves the verdict of the branch that is checked out', async () => {
  for (let round = 0; round < 2; round++) {
    git(workspace, 'checkout', '--quiet', 'other');
    await workspace.verdict(settings, extra);
    git(workspace, 'checkout', '--quiet', 'main');
    await workspace.verdict(settings, []);
  }
});

test('the options are looked at again: a source less, and wrong ones', async () => {
  workspace.write(sql, workspace.read(sql).replace('symbol VARCHAR(10)', 'symbol VARCHAR(12)'));
  await workspace.verdict(sql, symbolDiffers('django-models', 'django-migrations', 'sqlalchemy'));
  workspace.write('schema.json', JSON.stringify({ ...config, django: [] }));
  await workspace.verdict('schema.json', symbolDiffers('sqlalchemy'));
  workspace.write('schema.json', '{');
  await workspace.problemWith('schema.json');
  workspace.write('schema.json', JSON.stringify(config));
  await workspace.verdict('schema.json', symbolDiffers('django-models', 'django-migrations', 'sqlalchemy'));
});

test('the canonical file moves, and is watched where it is then', async () => {
  workspace.move(sql, 'scripts/moved.sql');
  await workspace.problemWith(sql);
  workspace.write('schema.json', JSON.stringify({ ...config, canonical: 'scripts/moved.sql' }));
  await workspace.verdict('schema.json', symbolDiffers('django-models', 'django-migrations', 'sqlalchemy'));
  workspace.write('scripts/moved.sql', workspace.read('scripts/moved.sql').replace('VARCHAR(12)', 'VARCHAR(10)'));
  await workspace.verdict('scripts/moved.sql', []);
});

test('the baseline is looked at again', async () => {
  workspace.delete('known.json');
  await workspace.problemWith('known.json');
  workspace.write('known.json', noneKnown);
  await workspace.verdict('known.json', []);
  workspace.write('known.json', 'no baseline');
  await workspace.problemWith('known.json');
  workspace.write('known.json', noneKnown);
  await workspace.verdict('known.json', []);
});

test('ends when it is asked to', async () => {
  expect(await workspace.stop('SIGINT')).toBe(0);
});
