/**
 * `node tools/bench/long-watch.mjs [--edits 3000] [--tables 100]`: the memory of one `canonical-schema watch` over many
 * edits of all its files, SQL and Python, each edit followed by its verdict. Needs the build, and `ps`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { say, stop } from '../steps/aloud.mjs';
import { parts, writeWorkspace } from './workspace.mjs';

const bin = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packages/cli/bin/canonical-schema.js');
const sources = ['--canonical', parts.sql, '--django', parts.django, '--sqlalchemy', parts.sqlalchemy];
const { values: flags } = parseArgs({
  options: { edits: { type: 'string', default: '3000' }, tables: { type: 'string', default: '100' } },
});

const cwd = mkdtempSync(join(tmpdir(), 'canonical-schema-long-watch-'));
process.on('exit', () => rmSync(cwd, { recursive: true, force: true }));
const { apps } = writeWorkspace(cwd, Number(flags.tables));
const alchemy = readdirSync(join(cwd, parts.sqlalchemy)).filter((name) => name.startsWith('app'));
const files = [
  parts.sql,
  ...apps.map((app) => join(parts.django, 'apps', app, 'models.py')),
  ...alchemy.map((name) => join(parts.sqlalchemy, name)),
].map((path) => join(cwd, path));
const texts = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));

const child = spawn(process.execPath, [bin, 'watch', ...sources, '--json'], {
  cwd,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
await verdict();
say(`${files.length} files; ${megabytes()} MB after the first verdict`);
for (let edit = 1; edit <= Number(flags.edits); edit++) {
  await new Promise((resolve) => setTimeout(resolve, 15));
  const path = files[edit % files.length];
  writeFileSync(path, edited(path, edit));
  await verdict();
  if (edit % 300 === 0) say(`${edit} edits: ${megabytes()} MB`);
}
child.kill('SIGTERM');

/** In one round over the files each gets another length of its first text, in the next it is as it was. */
function edited(path, edit) {
  const text = texts.get(path);
  const isBack = Math.floor(edit / files.length) % 2 === 1;
  const other = text.replace(
    /(max_length=|String\(|varchar\()(\d+)/i,
    (_, before, length) => before + (Number(length) + 1 + (edit % 50)),
  );
  if (other === text) stop(`Nothing to edit in ${path}.`);
  return isBack ? text : other;
}

async function verdict() {
  const { done } = await lines.next();
  if (done) stop('The watch ended.');
}

function megabytes() {
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024);
}
