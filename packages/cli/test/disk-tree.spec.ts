import { chmodSync, mkdirSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFileFault, SourceFile } from '@canonical-schema/schema';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { DiskTree } from '../src/disk/disk-tree';
import { fencedTree } from '../src/disk/fenced-tree';

function treeWith(files: Readonly<Record<string, string | Uint8Array>>): DiskTree {
  const root = scratchFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return new DiskTree(root);
}

function textOf(tree: Pick<DiskTree, 'read'>, path: string): string {
  const answer = tree.read(path);
  return isFileFault(answer) ? `${answer.fault}: ${answer.why}` : answer.text;
}

test('a byte-order mark is no part of the text, line endings are', () => {
  const tree = treeWith({ 'a.sql': '\uFEFFSELECT 1;\r\nSELECT 2;\r\n' });
  expect(textOf(tree, 'a.sql')).toBe('SELECT 1;\r\nSELECT 2;\r\n');
});

test.each([
  ['binary', Uint8Array.from([83, 0, 81]), 'not-text: "a.sql" is binary.'],
  ['latin-1', Uint8Array.from([45, 45, 0xe9, 10]), 'not-text: "a.sql" is not valid UTF-8; save it as UTF-8.'],
  ['UTF-16', Uint8Array.from([0xff, 0xfe, 83, 0]), 'not-text: "a.sql" is encoded as UTF-16LE; save it as UTF-8.'],
])('a %s file has no text, and says why', (_, bytes, expected) => {
  expect(textOf(treeWith({ 'a.sql': bytes }), 'a.sql')).toBe(expected);
});

test('a Python file may name its encoding', () => {
  const bytes = Buffer.concat([Buffer.from('# -*- coding: latin-1 -*-\n# '), Buffer.from([0xe9])]);
  expect(textOf(treeWith({ 'a.py': bytes }), 'a.py')).toBe('# -*- coding: latin-1 -*-\n# é');
});

test('missing files, directories and files above the size limit are told apart', () => {
  const tree = treeWith({ 'd/a.sql': '', 'huge.sql': '' });
  truncateSync(join(tree.root, 'huge.sql'), 65 * 1024 * 1024);
  expect(textOf(tree, 'nope.sql')).toBe('missing: "nope.sql" does not exist.');
  expect(textOf(tree, 'd/a.sql/x')).toBe('missing: "d/a.sql/x" does not exist.');
  expect(textOf(tree, 'd')).toBe('not-a-file: "d" is a directory, where a file is wanted.');
  expect(textOf(tree, 'huge.sql')).toBe('not-text: "huge.sql" is larger than 64 MB.');
});

test('a file is read once until it changes', () => {
  const tree = treeWith({ 'a.py': 'one' });
  const first = tree.read('a.py');
  expect(tree.read('./a.py')).toBe(first);
  writeFileSync(join(tree.root, 'a.py'), 'two');
  utimesSync(join(tree.root, 'a.py'), 1, 1);
  expect(textOf(tree, 'a.py')).toBe('two');
  expect(tree.opened).toEqual(['a.py']);
});

test('paths are relative to the root within it, and absolute outside', () => {
  const tree = treeWith({ 'd/a.py': '' });
  const file = tree.read(join(tree.root, 'd', 'a.py'));
  expect(file).toBeInstanceOf(SourceFile);
  expect(file).toMatchObject({ path: 'd/a.py' });
  expect(tree.pathOf('/elsewhere/a.py')).toBe('/elsewhere/a.py');
});

test('links that lead back are left out of listings', () => {
  const tree = treeWith({ 'a/x.py': '', 'b/y.py': '' });
  symlinkSync('..', join(tree.root, 'a', 'up'));
  symlinkSync('../b', join(tree.root, 'a', 'b'));
  symlinkSync('../a', join(tree.root, 'b', 'a'));
  symlinkSync('self', join(tree.root, 'self'));
  const names = (directory: string) => tree.list(directory).map(({ name }) => name);
  expect(names('.')).toEqual(['a', 'b']);
  expect(names('a')).toEqual(['b', 'x.py']);
  expect(names('a/b')).toEqual(['y.py']);
  expect(textOf(tree, 'self')).toBe('unreadable: "self" is a symbolic link that leads back to itself.');
});

test('directories that hold no sources are left out of listings', () => {
  const tree = treeWith({
    'node_modules/a.py': '',
    'env/pyvenv.cfg': '',
    'dist/a.py': '',
    'build/__init__.py': '',
    'src/a.py': '',
  });
  expect(tree.list('.').map(({ name }) => name)).toEqual(['build', 'src']);
  expect(tree.list('nowhere')).toEqual([]);
});

test('a file without permission is unreadable, where the user is not above permissions', () => {
  const tree = treeWith({ 'a.py': 'x' });
  chmodSync(join(tree.root, 'a.py'), 0);
  const expected = process.getuid?.() === 0 ? 'x' : 'unreadable: "a.py" may not be read: permission denied.';
  expect(textOf(tree, 'a.py')).toBe(expected);
});

describe('a fenced tree', () => {
  const coverage = { pythonRoots: ['app'], versionDirectories: ['.', 'app'], installed: [] };

  test('shows covered files and hides all others', () => {
    const files = {
      'app/m.py': 'm',
      'other/m.py': 'o',
      'app/data.json': '{}',
      'requirements.txt': 'django',
      'app/requirements/dev.txt': 'x',
    };
    const fenced = fencedTree(treeWith(files), coverage);
    const seen = Object.keys(files).filter((path) => !isFileFault(fenced.read(path)));
    expect(seen).toEqual(['app/m.py', 'requirements.txt', 'app/requirements/dev.txt']);
    expect(Object.keys(files).filter((path) => fenced.kindOf(path) === 'file')).toEqual(seen);
    expect(textOf(fenced, 'other/m.py')).toBe(
      'missing: "other/m.py" is outside the directories that are read; name its directory in "include".',
    );
  });

  test('takes a link for the file that it leads to', () => {
    const tree = treeWith({ 'app/m.py': 'm', 'other/m.py': 'o' });
    symlinkSync('../other/m.py', join(tree.root, 'app', 'linked.py'));
    symlinkSync('m.py', join(tree.root, 'app', 'same.py'));
    expect(fencedTree(tree, coverage).read('app/linked.py')).toMatchObject({ fault: 'missing' });
    expect(textOf(fencedTree(tree, coverage), 'app/same.py')).toBe('m');
  });
});
