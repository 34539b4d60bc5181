/** How long `canonical-schema watch` takes from an edit to its verdict. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** The milliseconds of each edit. An edit gives a type another length, the next one takes that back. */
export async function watchedEdits(command, { cwd, file, edits, find, replace }) {
  const child = spawn(process.execPath, [...command, '--json'], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('The watch ended.');
    return JSON.parse(value);
  };
  const first = await next();
  if (first.failed !== false) throw new Error(`The workspace should be in sync: ${JSON.stringify(first.summary)}`);
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(find, replace);
  if (edited === text) throw new Error(`Nothing to edit in ${file}.`);
  const taken = [];
  for (let edit = 0; edit < edits; edit++) {
    // Nobody types at once again.
    await new Promise((resolve) => setTimeout(resolve, 150));
    writeFileSync(file, edit % 2 === 0 ? edited : text);
    const began = performance.now();
    const { failed } = await next();
    taken.push(performance.now() - began);
    if (failed !== (edit % 2 === 0)) throw new Error('The watch missed an edit.');
  }
  writeFileSync(file, text);
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  return taken;
}
