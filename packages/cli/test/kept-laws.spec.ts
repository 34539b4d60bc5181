import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { openHost } from '../src/host/host';
import { KeptSource } from '../src/host/kept-source';
import { readWholeSource } from '../src/host/read-python';
import type { PythonSource } from '../src/host/sources';
import { editedPython, picked, seeded } from './seeded-python-edits';

const repository = join(__dirname, '..', '..', '..');
const editsEach = 4;
const options = { postgres: undefined, reach: 'workspace' } as const;

type Workspace = readonly [folder: string, sources: readonly PythonSource[]];

const django: PythonSource = { orm: 'django', root: '.' };
const sqlalchemy: PythonSource = { orm: 'sqlalchemy', root: '.' };

/** Every workspace and every case of the readers. */
const kinds: readonly (readonly [folder: string, sources: readonly PythonSource[]])[] = [
  ['packages/python/cases-django', [django]],
  ['packages/python/cases-migrations', [django]],
  ['packages/python/cases-makemigrations', [django]],
  ['packages/python/cases-sqlalchemy', [sqlalchemy]],
  ['packages/python/cases-syntax', [django, sqlalchemy]],
  [
    'e2e/verify-cases',
    [
      { orm: 'django', root: 'django_app' },
      { orm: 'sqlalchemy', root: 'database' },
    ],
  ],
];

const guide: Workspace = [
  'e2e/options-trading',
  [
    { orm: 'django', root: 'django_app' },
    { orm: 'sqlalchemy', root: 'src/database' },
  ],
];

const workspaces: readonly Workspace[] = [
  guide,
  ...kinds.flatMap(([folder, sources]) =>
    readdirSync(join(repository, folder)).map((name): Workspace => [`${folder}/${name}`, sources]),
  ),
];

describe('whatever is edited, a source that is kept says what a first reading says', () => {
  test.each(workspaces)('%s', async (folder, sources) => {
    const root = scratchFolder();
    cpSync(join(repository, folder), root, {
      recursive: true,
      filter: (path) => !/node_modules|\.nx|\.venv/.test(path),
    });
    const files = pythonFiles(root, '').filter((path) => path.endsWith('.py'));
    for (const [at, source] of files.length === 0 ? [] : sources.entries()) {
      const random = seeded(at + 1);
      const host = openHost(root, {});
      const kept = new KeptSource(source);
      const isThere = pythonFiles(root, '').includes(source.root) || source.root === '.';
      for (let edit = 0; isThere && edit <= editsEach; edit++) {
        if (edit > 0) edited(root, files, folder, random);
        const first = await readWholeSource(openHost(root, {}), source, options);
        const again = await kept.read(host, options);
        expect(JSON.stringify(again)).toBe(JSON.stringify(first));
      }
    }
  });
});

/** Edits a file, or takes it away, brings it back as it was, or puts a copy of it beside it. */
function edited(root: string, files: readonly string[], folder: string, random: () => number): void {
  const path = picked(files, random);
  const original = readFileSync(join(repository, folder, path), 'utf8');
  const what = random();
  if (what < 0.1) rmSync(join(root, path), { force: true });
  else if (what < 0.3) write(root, path, original);
  else if (what < 0.36) write(root, path.replace(/\w+\.py$/, 'extra.py'), original);
  else write(root, path, editedPython(textOf(root, path) ?? original, random, files));
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function textOf(root: string, path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}

/** Files and directories, relative to the root. */
function pythonFiles(root: string, below: string): readonly string[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? [path, ...pythonFiles(root, path)] : [path];
  });
}
