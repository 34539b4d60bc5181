/**
 * Drives the packed packages in fresh workspaces of every supported Nx, and prints what works where as a table:
 * `node e2e/supported/run.mjs`. Arguments go to jest, as in `-t "Nx 22"`. Needs the registry, git, and what `npm run build` made.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const report = join(root, '.cache', 'supported-report.json');
const marks = { passed: 'yes', failed: '**no**' };

mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true });
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    `--config=${join(here, 'jest.config.cjs')}`,
    '--runInBand',
    '--json',
    `--outputFile=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
);

const results = JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(
  ({ assertionResults }) => assertionResults,
);
const tried = results.filter((result) => result.status in marks);
const columns = [...new Set(tried.map(({ ancestorTitles }) => ancestorTitles[0]))];
const rows = [...new Set(tried.map(({ title }) => title))];
const cell = (row, column) =>
  marks[tried.find(({ title, ancestorTitles }) => title === row && ancestorTitles[0] === column)?.status] ?? '';

const line = (cells) => `| ${cells.join(' | ')} |`;
console.log(line(['', ...columns]));
console.log(line(['', ...columns].map(() => '---')));
for (const row of rows) console.log(line([row, ...columns.map((column) => cell(row, column))]));
process.exit(status ?? 1);
