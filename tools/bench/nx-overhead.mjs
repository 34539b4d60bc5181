/**
 * `node tools/bench/nx-overhead.mjs [--runs 7]`: what the plugin adds to Nx in a workspace of 1,000 Python files. Prints
 * what inference alone takes, and a cached `verify-schema` beside a cached target that does nothing, in as many projects.
 * Needs the build. Wall times: leave the machine alone meanwhile.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { minimatch } from 'minimatch';
import { say, stop } from '../steps/aloud.mjs';
import { quantile } from './measured.mjs';
import { parts, writeWorkspace } from './workspace.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(import.meta.url);
const { values: flags } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const runs = Number(flags.runs);

const scratch = mkdtempSync(join(tmpdir(), 'canonical-schema-bench-nx-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const options = {
  canonical: 'schema_canonical.sql',
  django: [{ root: parts.django }],
  sqlalchemy: [{ root: parts.sqlalchemy }],
};
const nxJson = {
  plugins: [{ plugin: '@canonical-schema/nx', options }],
  targetDefaults: { nothing: { cache: true, inputs: ['default'] } },
};
const projects = ['.', parts.django, parts.sqlalchemy];
const files = nxWorkspace();
const python = files.filter((path) => path.endsWith('.py')).length;

say(`${python} Python files`);
for (const [told, given] of [
  ['by options', options],
  ['by looking', undefined],
]) {
  const inferred = Array.from({ length: runs + 1 }, () => inference(given));
  const [first, ...later] = inferred;
  console.log(`inference ${told}: ${first.toFixed(1)} ms the first time, ${quantile(later, 0.5).toFixed(1)} ms then`);
}

for (const daemon of ['false', 'true']) {
  const targets = ['nothing', 'verify-schema'];
  for (const target of targets) runMany(target, daemon);
  const taken = Array.from({ length: runs }, () => targets.map((target) => runMany(target, daemon)));
  const [nothing, verify] = targets.map((_, at) =>
    quantile(
      taken.map((each) => each[at]),
      0.5,
    ),
  );
  const share = ((verify / nothing - 1) * 100).toFixed(1);
  const how = daemon === 'true' ? 'with' : 'without';
  console.log(
    `cached, ${how} the daemon: nothing ${nothing.toFixed(2)} s, verify-schema ${verify.toFixed(2)} s (${share} % more)`,
  );
}
nx(['daemon', '--stop'], 'true');

/** A workspace of 1,000 Python files that Nx and the plugin are installed in. */
function nxWorkspace() {
  const written = writeWorkspace(scratch, 250, { columns: 6, tablesPerApp: 2, migrations: 4 });
  renameSync(join(scratch, parts.sql), join(scratch, options.canonical));
  installPackages(join(scratch, 'node_modules'));
  writeFileSync(join(scratch, '.gitignore'), 'node_modules\n.nx\n');
  writeFileSync(join(scratch, 'package.json'), '{ "name": "bench", "private": true }');
  writeFileSync(join(scratch, 'nx.json'), JSON.stringify(nxJson));
  for (const project of projects) {
    mkdirSync(join(scratch, project), { recursive: true });
    const targets = { nothing: { command: 'node -e 0' } };
    writeFileSync(
      join(scratch, project, 'project.json'),
      JSON.stringify({ name: project === '.' ? 'bench' : project, targets }),
    );
  }
  spawnSync('git', ['init', '-q'], { cwd: scratch });
  const others = written.files.filter((path) => path !== parts.sql);
  return [options.canonical, ...others, 'nx.json', ...projects.map((project) => join(project, 'project.json'))];
}

/** What is installed here, by links; our own packages as copies, for Nx runs the sources of those that are linked. */
function installPackages(directory) {
  rmSync(directory, { recursive: true });
  mkdirSync(directory);
  const own = readdirSync(join(root, 'packages'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of readdirSync(join(root, 'node_modules'), { withFileTypes: true })) {
    if (name.startsWith('.') || name.includes('canonical-schema')) continue;
    symlinkSync(join(root, 'node_modules', name), join(directory, name));
  }
  for (const { name } of own) {
    const from = join(root, 'packages', name);
    const { name: published } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
    const isShipped = (path) => !/^(test|cases.*|node_modules)$/.test(relative(from, path).split(sep)[0]);
    cpSync(from, join(directory, published), { recursive: true, filter: isShipped });
  }
}

/** Milliseconds that our createNodes and createDependencies take. */
function inference(given) {
  const { createNodes, createDependencies } = require('@canonical-schema/nx');
  const [glob, nodesOf] = createNodes;
  const matching = files.filter((path) => minimatch(path, glob, { dot: true }));
  const began = performance.now();
  const nodes = nodesOf(matching, given, { workspaceRoot: scratch, nxJsonConfiguration: nxJson });
  const made = Object.fromEntries(nodes.flatMap(([, { projects: of }]) => Object.entries(of)));
  createDependencies(undefined, { projects: made });
  return performance.now() - began;
}

/** Seconds of one `nx run-many`. */
function runMany(target, daemon) {
  const began = performance.now();
  nx(['run-many', '-t', target], daemon);
  return (performance.now() - began) / 1000;
}

function nx(args, daemon) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [require.resolve('nx/bin/nx.js'), ...args], {
    cwd: scratch,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: daemon, NX_NO_CLOUD: 'true', CI: 'false' },
  });
  if (status !== 0) stop(`nx ${args.join(' ')} failed:\n${stdout}${stderr}`.slice(0, 2000));
}
