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
import { stripVTControlCharacters } from 'node:util';
import { requireNode, say, stop } from './steps/aloud.mjs';
import { holdsLockedPackages, installLockedPackages } from './steps/installed-packages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const canonical = 'scripts/database/schema_canonical.sql';
const djangoModels = 'django_app/apps/options/models.py';
const sqlalchemyModels = 'src/database/models.py';
const djangoMigration = 'django_app/apps/options/migrations/0008_alter_stock_symbol.py';
const symbolMigration = `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("options", "0007_liquid_snapshots_index"),
    ]

    operations = [
        migrations.AlterField(
            model_name="stock",
            name="symbol",
            field=models.CharField(db_comment="Ticker symbol, upper case", max_length=12, unique=True),
        ),
    ]
`;

requireNode();
if (!holdsLockedPackages(root)) {
  say('Installing the npm packages of the lock file');
  if (!installLockedPackages(root)) stop('npm ci failed; see above.');
}

say('Building the packages');
const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
const build = spawnSync(process.execPath, [tsc, '-b', 'packages'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) stop('The build failed; see above.');

const scratch = mkdtempSync(join(tmpdir(), 'options-trading-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
say(`Copying the guide's workspace, e2e/options-trading, to ${scratch}`);
cpSync(join(root, 'e2e/options-trading'), scratch, {
  recursive: true,
  filter: (path) => !/[\\/](node_modules|\.nx|\.schema)$/.test(path),
});
symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'), 'junction');

say('nx run-many -t verify-schema: do Django and SQLAlchemy say what the SQL says?');
expect(verify(), 0, 'The workspace should be in sync.', ['6 tables in sync']);

say('Once more, nothing changed: every answer comes from the cache');
expect(verify(), 0, 'The second run should come from the cache.', ['4 out of 4 tasks']);

say(`Drift: stocks.symbol becomes VARCHAR(12) in ${canonical}, and nowhere else`);
edit(canonical, 'symbol VARCHAR(10) NOT NULL', 'symbol VARCHAR(12) NOT NULL');
const places = [canonical, djangoModels, sqlalchemyModels].map((path) => `${path}:`);
expect(verify(), 1, 'The changed type should be found, with its places.', places);

say('Found, with the place on every side. The models follow the SQL; the migration is forgotten');
edit(djangoModels, 'symbol = models.CharField(max_length=10', 'symbol = models.CharField(max_length=12');
edit(sqlalchemyModels, 'symbol = Column(String(10)', 'symbol = Column(String(12)');
expect(verify(), 1, 'The missing migration should be found.', ['Alter field symbol on stock', `${djangoModels}:`]);

say('Said as makemigrations would say it. The migration follows, and all agree again');
writeFileSync(join(scratch, djangoMigration), symbolMigration);
expect(verify(), 0, 'All should agree with the SQL again.', ['6 tables in sync']);
say('Done.');

/** One run of Nx in the scratch copy, whose cache lies in it: the first run is a first run. */
function verify() {
  const nx = join('node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const { status, stdout } = spawnSync(
    process.execPath,
    [nx, 'run-many', '-t', 'verify-schema', '--outputStyle=static'],
    {
      cwd: scratch,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NX_CACHE_DIRECTORY: join(scratch, '.nx', 'cache'),
        NX_WORKSPACE_DATA_DIRECTORY: join(scratch, '.nx', 'data'),
        NX_DAEMON: 'false',
        NX_TUI: 'false',
        NX_NO_CLOUD: 'true',
        ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
      },
    },
  );
  process.stdout.write(stdout);
  return { status, output: stripVTControlCharacters(stdout) };
}

function expect({ status, output }, expected, sentence, texts) {
  if (status !== expected) stop(`${sentence} Nx ended with ${status}.`);
  for (const text of texts) if (!output.includes(text)) stop(`${sentence} Nx did not print "${text}".`);
}

function edit(path, find, replace) {
  const file = join(scratch, path);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(find)) stop(`${path} does not contain "${find}".`);
  writeFileSync(file, text.replace(find, replace));
}
