import * as node from 'node:fs';
import { join } from 'node:path';
import type { ChangedFile } from '@canonical-schema/schema';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import type { WritingSystem } from '../src/disk/file-to-write';
import { writeFiles } from '../src/disk/write-files';

/** Everything under a folder: path, kind or text, and permissions. */
function everythingIn(root: string): string[] {
  const entries = node.readdirSync(root, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = entry.isFile() ? JSON.stringify(node.readFileSync(path, 'latin1')) : 'no file';
      return `${path.slice(root.length + 1)} ${text} ${(node.lstatSync(path).mode & 0o777).toString(8)}`;
    })
    .sort();
}

function workspaceWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = scratchFolder();
  for (const [path, text] of Object.entries(files)) {
    node.mkdirSync(join(root, path, '..'), { recursive: true });
    node.writeFileSync(join(root, path), text);
  }
  return root;
}

const files = { 'db/schema.sql': 'one\n', 'app/models.py': 'two\n', 'app/old.py': 'three\n' };
const changes: readonly ChangedFile[] = [
  { path: 'app/migrations/deep/0001_initial.py', before: null, after: 'new\n' },
  { path: 'app/models.py', before: 'two\n', after: 'TWO\n' },
  { path: 'app/old.py', before: 'three\n', after: null },
  { path: 'db/schema.sql', before: 'one\n', after: 'ONE\n' },
];

test('files are edited, made and taken away together, and nothing else is left behind', () => {
  const root = workspaceWith(files);
  writeFiles(root, changes);
  const mode = node.statSync(join(root, 'db')).mode & 0o777;
  expect(everythingIn(root).map((line) => line.replace(/ \d+$/, ''))).toEqual([
    'app no file',
    'app/migrations no file',
    'app/migrations/deep no file',
    'app/migrations/deep/0001_initial.py "new\\n"',
    'app/models.py "TWO\\n"',
    'db no file',
    'db/schema.sql "ONE\\n"',
  ]);
  expect(node.statSync(join(root, 'app/migrations/deep')).mode & 0o777).toBe(mode);
});

test('permissions, byte-order marks and links inside the workspace stay', () => {
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('ü\r\n')]);
  const root = workspaceWith({ 'real/schema.sql': marked });
  node.chmodSync(join(root, 'real/schema.sql'), 0o640);
  node.symlinkSync('real/schema.sql', join(root, 'schema.sql'));
  writeFiles(root, [{ path: 'schema.sql', before: 'ü\r\n', after: 'ö\r\n' }]);
  expect(node.readFileSync(join(root, 'real/schema.sql'), 'utf8')).toBe('\uFEFFö\r\n');
  expect(node.statSync(join(root, 'real/schema.sql')).mode & 0o777).toBe(0o640);
  expect(node.lstatSync(join(root, 'schema.sql')).isSymbolicLink()).toBe(true);
});

describe('a write that fails half-way leaves everything as it was', () => {
  /** Which call fails with what: the text's own path is in the call's first arguments. */
  const failures: Readonly<Record<string, (calls: Calls) => Partial<WritingSystem>>> = {
    'the disk is full while the second text is written': (calls) => ({
      writeFileSync: failing('ENOSPC', node.writeFileSync, () => calls.next() === 2),
    }),
    'the disk is full while the last text is half written': (calls) => ({
      writeFileSync: (path, text, options) => {
        node.writeFileSync(path, calls.next() === 3 ? 'half' : text, options);
        if (calls.made === 3) throw withCode('ENOSPC');
      },
    }),
    'no directory can be made': () => ({ mkdirSync: failing('EACCES', node.mkdirSync, () => true) }),
    'the directory may not be written to when the first file is put in its place': () => ({
      renameSync: failing('EPERM', node.renameSync, (from) => from.endsWith('.tmp')),
    }),
    'the last file cannot be put in its place': (calls) => ({
      renameSync: failing('EBUSY', node.renameSync, (from) => from.endsWith('.tmp') && calls.next() === 3),
    }),
    'a file cannot be taken away': () => ({ unlinkSync: failing('EPERM', node.unlinkSync, () => true) }),
    'there are no hard links, and no room for copies': () => ({
      linkSync: failing('EPERM', node.linkSync, () => true),
      copyFileSync: failing('ENOSPC', node.copyFileSync, () => true),
    }),
    'there are no hard links, and the last file cannot be put in its place': (calls) => ({
      linkSync: failing('EPERM', node.linkSync, () => true),
      renameSync: failing('EBUSY', node.renameSync, (from) => from.endsWith('.tmp') && calls.next() === 3),
    }),
  };

  for (const [name, failure] of Object.entries(failures)) {
    test(name, () => {
      const root = workspaceWith(files);
      const before = everythingIn(root);
      const system = { ...node, ...failure(new Calls()) };
      expect(() => writeFiles(root, changes, system)).toThrow(/could not be written \(E[A-Z]+\); nothing was changed/);
      expect(everythingIn(root)).toEqual(before);
    });
  }

  test('a file changes while others are written', () => {
    const root = workspaceWith(files);
    const schema = join(root, 'db/schema.sql');
    const system: WritingSystem = {
      ...node,
      renameSync: (from, to) => {
        node.renameSync(from, to);
        if (String(to).endsWith('models.py')) node.writeFileSync(schema, 'somebody else\n');
      },
    };
    expect(() => writeFiles(root, changes, system)).toThrow('"db/schema.sql" changed meanwhile');
    node.writeFileSync(schema, 'one\n');
    expect(everythingIn(root)).toEqual(everythingIn(workspaceWith(files)));
  });

  test('what cannot be put back is said, with where its text is now', () => {
    const root = workspaceWith(files);
    const isPutBack = (from: string) => from.endsWith('.bak');
    const system: WritingSystem = {
      ...node,
      unlinkSync: failing('EPERM', node.unlinkSync, () => true),
      renameSync: failing('EIO', node.renameSync, isPutBack),
    };
    const written = () => writeFiles(root, changes, system);
    expect(written).toThrow(/Not everything could be put back: ".*models\.py" is now in ".*\.models\.py\.\d+\.bak"/);
    expect(node.readFileSync(join(root, `app/.models.py.${process.pid}.bak`), 'utf8')).toBe('two\n');
  });
});

describe('refused before anything is written', () => {
  const refused: Readonly<Record<string, { prepare(root: string): void; says: string }>> = {
    'a file changed since it was read': {
      prepare: (root) => node.writeFileSync(join(root, 'db/schema.sql'), 'other\n'),
      says: '"db/schema.sql" changed since it was read',
    },
    'a file is gone': { prepare: (root) => node.rmSync(join(root, 'app/old.py')), says: '"app/old.py" changed since' },
    'the name of a new file is taken': {
      prepare: (root) => {
        node.mkdirSync(join(root, 'app/migrations/deep'), { recursive: true });
        node.writeFileSync(join(root, 'app/migrations/deep/0001_initial.py'), 'new\n');
      },
      says: '"app/migrations/deep/0001_initial.py" is there by now',
    },
    'a directory stands where a new file was to be made': {
      prepare: (root) => node.mkdirSync(join(root, 'app/migrations/deep/0001_initial.py'), { recursive: true }),
      says: '"app/migrations/deep/0001_initial.py" is there by now',
    },
    'a directory stands where a file was': {
      prepare: (root) => {
        node.rmSync(join(root, 'app/models.py'));
        node.mkdirSync(join(root, 'app/models.py'));
      },
      says: '"app/models.py" is no regular file any more',
    },
    'a file is read-only': {
      prepare: (root) => node.chmodSync(join(root, 'db/schema.sql'), 0o444),
      says: '"db/schema.sql" is read-only',
    },
    'a link leads out of the workspace': {
      prepare: (root) => {
        const outside = workspaceWith({ 'models.py': 'two\n' });
        node.rmSync(join(root, 'app/models.py'));
        node.symlinkSync(join(outside, 'models.py'), join(root, 'app/models.py'));
      },
      says: 'outside the workspace',
    },
    'a directory for a new file lies outside the workspace': {
      prepare: (root) => node.symlinkSync(scratchFolder(), join(root, 'app/migrations')),
      says: 'outside the workspace',
    },
  };

  for (const [name, { prepare, says }] of Object.entries(refused)) {
    test(name, () => {
      const root = workspaceWith(files);
      prepare(root);
      const before = everythingIn(root);
      expect(() => writeFiles(root, changes)).toThrow(says);
      expect(everythingIn(root)).toEqual(before);
    });
  }

  test('one file by two names', () => {
    const root = workspaceWith({ 'a.py': 'x\n' });
    node.symlinkSync('a.py', join(root, 'b.py'));
    const twice = ['a.py', 'b.py'].map((path) => ({ path, before: 'x\n', after: 'y\n' }));
    expect(() => writeFiles(root, twice)).toThrow('"b.py" and "a.py" are one file');
  });

  test('a path that leaves the workspace by itself', () => {
    const root = workspaceWith({});
    const outside = [{ path: '../elsewhere.py', before: null, after: 'x\n' }];
    expect(() => writeFiles(root, outside)).toThrow('outside the workspace');
  });

  test('a file in another encoding, which UTF-8 would garble', () => {
    const root = workspaceWith({ 'models.py': Buffer.from('# coding: latin-1\n# \xfc\n', 'latin1') });
    const edit = [{ path: 'models.py', before: '# coding: latin-1\n# ü\n', after: '# coding: latin-1\n# ö\n' }];
    expect(() => writeFiles(root, edit)).toThrow('"models.py" is not encoded as UTF-8');
  });
});

class Calls {
  made = 0;

  next(): number {
    this.made += 1;
    return this.made;
  }
}

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function failing<C extends (...args: never[]) => unknown>(code: string, call: C, fails: (path: string) => boolean): C {
  const wrapped = (...args: Parameters<C>) => {
    if (fails(String(args[0]))) throw withCode(code);
    return call(...args);
  };
  return wrapped as C;
}
