/**
 * Verifies a workspace three times, with the compiled package: in one thread, in several, and in several of which
 * only this one lives.
 * Prints the verdicts, or why there is none, and how many threads were started, as JSON. Argument: the workspace.
 */
const { join } = require('node:path');
const threads = require('node:worker_threads');

let started = 0;
let isDeadly = false;
/** A thread as it is, counted; a deadly one ends before it has read anything. */
threads.Worker = class extends threads.Worker {
  constructor(entry, options) {
    super(entry, isDeadly ? { ...options, execArgv: ['--require', join(__dirname, 'dies.cjs')] } : options);
    started++;
  }
};

const { openHost } = require('../../packages/cli/dist/host/host');
const { verifySchema } = require('../../packages/cli/dist/host/verify-schema');
const { isWorthThreads, ParallelReadings } = require('../../packages/cli/dist/parallel/parallel-readings');

const sources = [
  { orm: 'django', root: 'django_app' },
  { orm: 'sqlalchemy', root: 'database' },
];
const request = { schemas: [{ canonical: 'schema.sql', sources }] };

async function judged(root, inThreads) {
  started = 0;
  const host = openHost(root, {});
  const readings = inThreads ? new ParallelReadings(host, null) : undefined;
  readings?.begin(request, 'inputs');
  try {
    const { findings, verdicts } = await verifySchema(request, host, 'inputs', readings);
    return { started, findings, verdicts };
  } catch (error) {
    return { started, refusal: error.message };
  } finally {
    await readings?.close();
  }
}

async function all(root) {
  const isWorth = isWorthThreads(request, openHost(root, {}));
  const alone = await judged(root, false);
  const together = await judged(root, true);
  isDeadly = true;
  console.log(JSON.stringify({ isWorth, alone, together, abandoned: await judged(root, true) }));
}

all(process.argv[2]);
