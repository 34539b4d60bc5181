/**
 * Applies single edits to a workspace, one after the other, and prints what `verify` says of each: reads
 * `{ root, options, edits: [[{ path, find, replace }]] }` from the standard input, answers `[findings, …]`. A process of
 * its own, since the native parser does not bear test runners' module realms.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { findingsText, openHost, planOf, rememberedVerdict, verifySchema } = require('canonical-schema');

async function main({ root, options, edits }) {
  const host = openHost(root, {});
  const plan = planOf(options, { files: [], textOf: () => '', projectOf: () => '.' });
  const memory = { directory: join(root, '.memory') };
  const answers = [];
  for (const edit of edits) {
    const originals = edit.map(({ path }) => [path, readFileSync(join(root, path), 'utf8')]);
    for (const step of edit) apply(root, step);
    const request = { ...plan.options, schemas: plan.schemas };
    const text = await findingsText(await verifySchema(request, host));
    // A verdict that earlier runs helped with is the verdict that a fresh run gives.
    const helped = await findingsText(await rememberedVerdict(request, openHost(root, {}), 'inputs', memory));
    if (helped !== text) throw new Error(`What was remembered changes the verdict: ${helped}`);
    answers.push(JSON.parse(text).findings);
    for (const [path, text] of originals) writeFileSync(join(root, path), text);
  }
  process.stdout.write(JSON.stringify(answers));
}

function apply(root, { path, find, replace }) {
  const text = readFileSync(join(root, path), 'utf8');
  if (!text.includes(find)) throw new Error(`"${path}" does not contain "${find}".`);
  writeFileSync(
    join(root, path),
    text.replace(find, () => replace),
  );
}

main(JSON.parse(readFileSync(0, 'utf8')));
