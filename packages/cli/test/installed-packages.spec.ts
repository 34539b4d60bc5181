import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { installedPackages, installedPackagesDigest } from '../src/disk/installed-packages';

function environmentAt(root: string, name: string, packages: readonly string[]): string {
  const prefix = join(root, name);
  const site = join(prefix, 'lib', 'python3.12', 'site-packages');
  for (const installed of packages) mkdirSync(join(site, installed), { recursive: true });
  writeFileSync(join(prefix, 'pyvenv.cfg'), '');
  return site;
}

test('an environment is found beside the project, above it, in VIRTUAL_ENV, or as configured', () => {
  const root = scratchFolder();
  const outside = scratchFolder();
  const active = environmentAt(outside, 'active', ['a-1.dist-info']);
  expect(installedPackages(root, 'app/web', undefined, {})).toEqual([]);
  expect(installedPackages(root, 'app/web', undefined, { VIRTUAL_ENV: join(outside, 'active') })).toEqual([active]);
  const above = environmentAt(root, '.venv', ['a-1.dist-info']);
  expect(installedPackages(root, 'app/web', undefined, { VIRTUAL_ENV: join(outside, 'active') })).toEqual([above]);
  const beside = environmentAt(root, 'app/web/venv', ['a-1.dist-info']);
  expect(installedPackages(root, 'app/web', undefined, {})).toEqual([beside]);
  expect(installedPackages(root, 'app/web', '.venv', {})).toEqual([above]);
  expect(installedPackages(root, 'app/web', active, {})).toEqual([active]);
});

test('the digest changes with names and versions, and with nothing else', () => {
  const at = (packages: readonly string[]) =>
    installedPackagesDigest([environmentAt(scratchFolder(), '.venv', packages)]);
  expect(at(['b-1.dist-info', 'a-1.dist-info', 'a'])).toBe(at(['a-1.dist-info', 'a', 'b-1.dist-info']));
  expect(at(['a-1.dist-info'])).not.toBe(at(['a-2.dist-info']));
  expect(installedPackagesDigest([])).toBe('no installed packages');
});
