/**
 * `node tools/bench/run.mjs [--tables 100,1000,5000] [--runs 3] [--edits 20] [--write]`: measures `canonical-schema` on
 * made workspaces beside what teams run today, in one run on one machine, and prints a Markdown table. With `--write` the
 * table goes into the README. Needs the build (`npm run build`) and the virtual environment that `npm test` makes.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { requireNode, say, stop } from '../steps/aloud.mjs';
import { virtualEnvironment } from '../steps/virtual-environment.mjs';
import { measured, measuredNode, medianOf, quantile } from './measured.mjs';
import { startServer } from './server.mjs';
import { table } from './table.mjs';
import { watchedEdits } from './watching.mjs';
import { parts, shape, writeWorkspace } from './workspace.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const bin = join(root, 'packages/cli/bin/canonical-schema.js');
const sources = ['--canonical', parts.sql, '--django', parts.django, '--sqlalchemy', parts.sqlalchemy];

const { values: flags } = parseArgs({
  options: {
    tables: { type: 'string', default: '100,1000,5000' },
    runs: { type: 'string', default: '3' },
    edits: { type: 'string', default: '20' },
    write: { type: 'boolean', default: false },
  },
});
const sizes = flags.tables.split(',').map(Number);
const runs = Number(flags.runs);
const edits = Number(flags.edits);

requireNode();
const { python, problem } = virtualEnvironment(
  join(root, '.cache/venv'),
  join(root, 'tools/python/requirements.txt'),
  say,
);
if (problem !== undefined) stop(problem);

const scratch = mkdtempSync(join(tmpdir(), 'canonical-schema-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const load = loadavg()[0];
const server = await startServer();
const port = String(await server.listen());
const measurements = [];
for (const size of sizes) measurements.push(await measureAt(size));
server.stop();

const text = [table(measurements), '', machine()].join('\n');
console.log(`\n${text}`);
if (flags.write) writeIntoReadme(text);

/** Everything that is measured at one size. Every verdict is checked: a wrong one is no figure. */
async function measureAt(size) {
  const workspace = writeWorkspace(join(scratch, String(size)), size);
  const { directory: cwd } = workspace;
  say(`${size} tables: ${workspace.files.length} files, ${(workspace.bytes / 1e6).toFixed(1)} MB`);
  const verify = (args = [], expected = 0) =>
    expecting(expected, measuredNode([bin, 'verify', ...sources, ...args], { cwd }));
  const model = join(cwd, parts.django, 'apps', workspace.apps.at(-1), 'models.py');

  const cold = medianOf(runs, () => verify(['--no-cache']));
  verify();
  const warm = medianOf(runs, () => verify());
  const edited = medianOf(
    runs,
    () => verify([], 1),
    (at) => giveLength(model, 101 + at),
  );
  giveLength(model, 100);
  const watch = edits === 0 ? null : await watchAt(cwd, model);

  await server.empty();
  await server.exec(readFileSync(join(cwd, parts.sql), 'utf8'));
  const rival = (name) =>
    medianOf(runs, () =>
      expecting(0, measured(python, ['-B', join(here, 'rivals.py'), name, cwd], { cwd, env: { BENCH_PORT: port } })),
    );
  const [django, alembic] = [rival('makemigrations'), rival('compare')];
  const floor = medianOf(runs, () => expecting(0, measuredNode([join(here, 'bare-parse.cjs'), cwd], { cwd: root })));
  rmSync(cwd, { recursive: true });
  return { size, bytes: workspace.bytes, cold, warm, edited, watch, django, alembic, floor };
}

async function watchAt(cwd, file) {
  const edit = { find: 'max_length=100', replace: 'max_length=99' };
  const taken = await watchedEdits([bin, 'watch', ...sources], { cwd, file, edits, ...edit });
  return { p50: quantile(taken, 0.5), p95: quantile(taken, 0.95) };
}

function expecting(status, run) {
  if (run.status !== status) stop(`Exit status ${run.status} where ${status} is right:\n${run.output.slice(0, 2000)}`);
  return run;
}

/** Gives the file's first column of text another length. */
function giveLength(file, length) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/max_length=\d+/, `max_length=${length}`));
}

function machine() {
  const [{ model = 'unknown processor' } = {}] = cpus();
  const versions = `Node ${process.versions.node}, ${process.platform} ${release()}`;
  const busy =
    load > 1
      ? ` It was busy with other work (load ${load.toFixed(1)}): read the CPU seconds, wall times are longer than alone.`
      : '';
  return `${shape.columns} columns and ${shape.migrations} migrations an app of ${shape.tablesPerApp} tables; medians of ${runs} runs, wall time and (CPU time of all threads), on ${availableParallelism()} cores of ${model.trim()}, ${versions}.${busy}`;
}

function writeIntoReadme(measurements) {
  const path = join(root, 'README.md');
  const [begin, end] = ['<!-- bench: begin -->', '<!-- bench: end -->'];
  const readme = readFileSync(path, 'utf8');
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) stop(`README.md has no ${begin} … ${end}.`);
  writeFileSync(path, `${readme.slice(0, from + begin.length)}\n${measurements}\n${readme.slice(to)}`);
}
