import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');
const python = process.env.CANONICAL_SCHEMA_PYTHON ?? join(root, '.cache/venv/bin/python');

/** Small ones of the manifest, in pure Python: both ORMs in several versions, on two servers. All of it is `node tools/conformance/run.mjs`. */
const projects = ['django-taggit', 'django-waffle', 'django-axes', 'django-reversion', 'placement', 'celery'];

function versionOf(interpreter: string): string {
  const code = 'import sys; print("%d.%d" % sys.version_info[:2])';
  return spawnSync(interpreter, ['-c', code], { encoding: 'utf8' }).stdout.trim();
}

test('real projects are read as their own ORMs make them, no fact wrong and none unreadable', () => {
  const args = ['--cache', join(root, '.cache/conformance-subset'), ...projects];
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'tools/conformance/run.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CONFORMANCE_PYTHON: versionOf(python) },
  });
  // Project, what was read, tables, facts, equal, unreadable, wrong.
  const rows = stdout
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, name = '']) => projects.some((project) => name.startsWith(`${project} `)));
  expect(rows.map(([, , read = '']) => read.replace(/ \d.*?(?= |$)/, ''))).toEqual([
    ...Array.from({ length: 4 }, () => [
      ...['Django models', 'Django migrations', 'Django models on SQLite', 'Django migrations on SQLite'],
    ]).flat(),
    ...['SQLAlchemy', 'SQLAlchemy on SQLite', 'SQLAlchemy', 'SQLAlchemy on SQLite'],
  ]);
  for (const [, name, read, tables, facts, equal, unreadable, wrong] of rows) {
    const isAll = Number(tables) > 0 && equal === facts;
    expect({ name, read, isAll, unreadable, wrong }).toEqual({ name, read, isAll: true, unreadable: '0', wrong: '0' });
  }
  expect(status).toBe(0);
}, 300_000);
