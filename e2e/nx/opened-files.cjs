/**
 * Verifies as a target's executor does and prints every file that was opened: reads `{ root, options }` from the
 * standard input, answers a list of paths.
 */
const { readFileSync } = require('node:fs');
const { openHost, verifySchema } = require('canonical-schema');

async function main({ root, options }) {
  const host = openHost(root);
  await verifySchema(options, host);
  process.stdout.write(JSON.stringify(host.disk.opened));
}

main(JSON.parse(readFileSync(0, 'utf8')));
