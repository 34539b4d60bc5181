/**
 * `npm test`: from a fresh clone to the last line `N passed, N failed`. Arguments go to jest, as in
 * `npm test -- --selectProjects sql`. Needs Node, Python with venv and git; works offline once set up. What takes long and
 * seldom fails alone is left to CI: `CI=true npm test` runs everything.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode, say, stop } from './steps/aloud.mjs';
import { holdsLockedPackages, installLockedPackages } from './steps/installed-packages.mjs';
import { virtualEnvironment } from './steps/virtual-environment.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cache = join(root, '.cache');
const jestReport = join(cache, 'jest-report.json');

const args = process.argv.slice(2);
const isEveryday = args.length === 0 && !process.env.CI;
/** What CI runs besides: every supported Nx, packing and the recipes, and real projects beside their own ORMs. */
const leftOut = ['e2e/supported/', 'e2e/conformance'];

/** Each counts as one test in the last line. */
const checks = [
  { says: 'Compiling with tsc', script: 'typescript/bin/tsc', args: ['-b', 'packages'] },
  { says: 'Checking the types of the tests', script: 'typescript/bin/tsc', args: ['-p', 'tools/tsconfig.test.json'] },
  { says: 'Linting and checking the format with biome', script: '@biomejs/biome/bin/biome', args: ['check', '.'] },
  {
    says: 'Checking the dependency directions',
    script: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', 'packages/*/src', 'tools'],
  },
];

requireNode();
mkdirSync(cache, { recursive: true });

if (!holdsLockedPackages(root)) {
  say('Installing the npm packages of the lock file');
  if (!installLockedPackages(root)) stop('npm ci failed; see above.');
}

const { python, problem } = virtualEnvironment(join(cache, 'venv'), join(root, 'tools/python/requirements.txt'), say);
if (problem !== undefined) stop(problem);

const failedChecks = checks.filter(({ says, script, args }) => {
  say(says);
  return runNode(script, args) !== 0;
});

say('Running the tests');
if (isEveryday) say(`Left to CI (CI=true npm test): ${leftOut.join(', ')}, and most of the seeded cases`);
rmSync(jestReport, { force: true });
const status = runNode('jest/bin/jest.js', [
  '--json',
  `--outputFile=${jestReport}`,
  '--maxWorkers=100%',
  ...(isEveryday ? ['--testPathIgnorePatterns', '/node_modules/', ...leftOut] : args),
]);

const { passed, failed, skipped } = totals(status);
if (failedChecks.length > 0) say(`Failed: ${failedChecks.map(({ says }) => says).join('; ')}`);
console.log(`\n${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
process.exit(failed === 0 ? 0 : 1);

/** jest's JSON goes to stdout too, which nobody wants to read; what people read goes to stderr. */
function runNode(script, args) {
  const command = [join(root, 'node_modules', script), ...args];
  const stdout = args.includes('--json') ? 'ignore' : 'inherit';
  const environment = {
    ...process.env,
    CANONICAL_SCHEMA_PYTHON: python,
    ...(isEveryday ? { CANONICAL_SCHEMA_TESTS: 'everyday' } : {}),
  };
  return spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', stdout, 'inherit'], env: environment })
    .status;
}

/** A run of jest that ended badly without a failed test (no test found, no report) is one failure. */
function totals(jestStatus) {
  const report = readReport() ?? {
    numPassedTests: 0,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 0,
  };
  const failedTests = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const failedRun = jestStatus !== 0 && failedTests === 0 ? 1 : 0;
  return {
    passed: report.numPassedTests + checks.length - failedChecks.length,
    failed: failedTests + failedRun + failedChecks.length,
    skipped: report.numPendingTests,
  };
}

function readReport() {
  try {
    return JSON.parse(readFileSync(jestReport, 'utf8'));
  } catch {
    return null;
  }
}
