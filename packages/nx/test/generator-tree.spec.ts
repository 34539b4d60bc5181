import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFileFault } from '@canonical-schema/schema';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { hostOfTree } from '../src/generators/tree/tree-host';
import { writeToTree } from '../src/generators/tree/write-to-tree';
import { directoryWith } from './workspace';

const treeOf = (files: Readonly<Record<string, string>>) => new FsTree(directoryWith(files), false);

test("what generators before wrote into the tree is read, what they took away is not, and the rest is the disk's", () => {
  const tree = treeOf({ 'a.sql': 'a', 'b.sql': 'b', 'c.sql': 'c' });
  tree.write('a.sql', 'new');
  tree.write('d/e.sql', 'made');
  tree.write('image.png', Buffer.from([0xff, 0xfe, 0x00]));
  tree.delete('b.sql');
  const { disk } = hostOfTree(tree);
  const textOf = (path: string) => {
    const file = disk.read(path);
    return isFileFault(file) ? file.fault : file.text;
  };
  expect(['a.sql', 'b.sql', 'c.sql', 'd/e.sql', 'image.png'].map(textOf)).toEqual([
    'new',
    'missing',
    'c',
    'made',
    'missing',
  ]);
  expect(disk.list('.').map(({ name }) => name)).toEqual(['a.sql', 'c.sql', 'd']);
  expect(textOf(join(__dirname, 'workspace.ts'))).toContain('directoryWith');
});

test('a byte-order mark stays, and every other byte is as planned', () => {
  const tree = treeOf({ 'a.sql': '\uFEFFa\r\n', 'b.sql': 'b' });
  writeToTree(tree, [
    { path: 'a.sql', before: 'a\r\n', after: 'a\r\nz\r\n' },
    { path: 'b.sql', before: 'b', after: null },
    { path: 'c/d.sql', before: null, after: 'd' },
  ]);
  flushChanges(tree.root, tree.listChanges());
  expect(readFileSync(join(tree.root, 'a.sql'), 'utf8')).toBe('\uFEFFa\r\nz\r\n');
  expect(tree.exists('b.sql')).toBe(false);
  expect(readFileSync(join(tree.root, 'c/d.sql'), 'utf8')).toBe('d');
});

describe('nothing is written into the tree where one file', () => {
  const first = { path: 'a.sql', before: 'a', after: 'b' };

  test('changed since it was read', () => {
    const tree = treeOf({ 'a.sql': 'a', 'z.sql': 'z' });
    writeFileSync(join(tree.root, 'z.sql'), 'other');
    expect(() => writeToTree(tree, [first, { path: 'z.sql', before: 'z', after: 'y' }])).toThrow('changed since');
    expect(tree.listChanges()).toEqual([]);
  });

  test('is read-only', () => {
    const tree = treeOf({ 'a.sql': 'a', 'z.sql': 'z' });
    chmodSync(join(tree.root, 'z.sql'), 0o444);
    expect(() => writeToTree(tree, [first, { path: 'z.sql', before: 'z', after: 'y' }])).toThrow('is read-only');
    expect(tree.listChanges()).toEqual([]);
  });

  test('leads out of the workspace', () => {
    const tree = treeOf({ 'a.sql': 'a' });
    const outside = scratchFolder();
    mkdirSync(join(outside, 'd'));
    symlinkSync(join(outside, 'd'), join(tree.root, 'd'));
    expect(() => writeToTree(tree, [first, { path: 'd/z.sql', before: null, after: 'y' }])).toThrow(
      'outside the workspace',
    );
    expect(tree.listChanges()).toEqual([]);
  });
});
