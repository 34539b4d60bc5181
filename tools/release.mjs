/**
 * Prepares all packages for publishing under one version: `node tools/release.mjs 0.2.0`. Sets the version in every
 * package and wherever one depends on another, builds, and shows what each tarball would hold. Publishing itself is
 * `npm publish --workspaces`, from a checkout that the registry can attest (`publishConfig.provenance`).
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const [version] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version ?? '')) {
  console.error('Give the version to publish, as in: node tools/release.mjs 0.2.0');
  process.exit(2);
}

const manifests = readdirSync(join(root, 'packages'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => join(root, 'packages', name, 'package.json'));
const texts = new Map(manifests.map((path) => [path, readFileSync(path, 'utf8')]));
const names = [...texts.values()].map((text) => JSON.parse(text).name);

/** Replaces the version itself and those of our own packages; the rest of the file stays as it is. */
function released(text) {
  const own = names.reduce(
    (result, name) => result.replaceAll(`"${name}": "${JSON.parse(text).version}"`, `"${name}": "${version}"`),
    text,
  );
  return own.replace(`"version": "${JSON.parse(text).version}"`, `"version": "${version}"`);
}

for (const [path, text] of texts) writeFileSync(path, released(text));
const npm = (...args) =>
  execFileSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
npm('install', '--ignore-scripts', '--no-audit', '--no-fund');
// What an earlier build left of files that are gone would be published with the rest.
for (const path of manifests) rmSync(join(dirname(path), 'dist'), { recursive: true, force: true });
npm('run', 'build');
npm('pack', '--workspaces', '--dry-run');
console.log(`\nAll packages are at ${version}. Commit and tag it, then: npm publish --workspaces`);
