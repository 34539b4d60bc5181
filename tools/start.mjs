/**
 * `npm start`: the main job on the guide's workspace. Installs, builds, verifies a scratch copy of e2e/options-trading
 * through Nx, verifies it again from the cache, then changes a SQL type there and lets Nx find who has not followed.
 * Needs Node and npm; no Python, no server, no compiler.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode, say, stop } from './steps/aloud.mjs';
import { holdsLockedPackages, installLockedPackages } from './steps/installed-packages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const canonical = 'scripts/database/schema_canonical.sql';

requireNode();
if (!holdsLockedPackages(root)) {
  say('Installing the npm packages of the lock file');
  if (!installLockedPackages(root)) stop('npm ci failed; see above.');
}

say('Building the packages');
if (runNode(root, ['node_modules/typescript/bin/tsc', '-b']) !== 0) stop('The build failed; see above.');

const scratch = mkdtempSync(join(tmpdir(), 'options-trading-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
say(`Copying the guide's workspace, e2e/options-trading, to ${scratch}`);
cpSync(join(root, 'e2e/options-trading'), scratch, {
  recursive: true,
  filter: (path) => !/[\\/](node_modules|\.nx|\.schema)$/.test(path),
});
symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'), 'junction');

say('nx run-many -t verify-schema: do Django and SQLAlchemy say what the SQL says?');
expectStatus(verify(), 0, 'The workspace should be in sync.');

say('Once more, nothing changed: every answer comes from the cache');
expectStatus(verify(), 0, 'The second run should say what the first one said.');

say(`Drift: stocks.symbol becomes VARCHAR(12) in ${canonical}, and nowhere else`);
edit(canonical, 'symbol VARCHAR(10) NOT NULL', 'symbol VARCHAR(12) NOT NULL');
expectStatus(verify(), 1, 'The changed type should have been found.');

say('Found, on both sides. The models follow the SQL, and all agree again');
edit(
  'django_app/apps/options/models.py',
  'symbol = models.CharField(max_length=10',
  'symbol = models.CharField(max_length=12',
);
edit('src/database/models.py', 'symbol = Column(String(10)', 'symbol = Column(String(12)');
expectStatus(verify(), 0, 'The models should agree with the SQL again.');
say('Done.');

function verify() {
  return runNode(scratch, [
    'node_modules/nx/dist/bin/nx.js',
    'run-many',
    '-t',
    'verify-schema',
    '--outputStyle=static',
  ]);
}

/** The cache lies in the scratch copy: the first run is a first run. */
function runNode(directory, args) {
  const environment = {
    ...process.env,
    NX_CACHE_DIRECTORY: join(directory, '.nx', 'cache'),
    NX_WORKSPACE_DATA_DIRECTORY: join(directory, '.nx', 'data'),
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
  };
  return spawnSync(process.execPath, args, { cwd: directory, stdio: 'inherit', env: environment }).status;
}

function edit(path, find, replace) {
  const file = join(scratch, path);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(find)) stop(`${path} does not contain "${find}".`);
  writeFileSync(file, text.replace(find, replace));
}

function expectStatus(status, expected, sentence) {
  if (status !== expected) stop(`${sentence} Nx ended with ${status}.`);
}
