import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = join(__dirname, 'verify-cases');
const cases = readdirSync(root).sort();
const verdicts = verdictsOf(cases);

/** Small realistic databases, each written by hand in a style of its own, with the models of a careful team. */
describe.each(cases)('%s', (name) => {
  test('is judged as expected', () => {
    const report = join(root, name, 'report.txt');
    const found = verdicts[name]?.report ?? '';
    if (process.env.UPDATE_CASES === '1') writeFileSync(report, found);
    expect(found).toBe(existsSync(report) ? readFileSync(report, 'utf8') : '');
  });

  test('every finding has a place on the side of the SQL', () => {
    const placeless = (verdicts[name]?.findings ?? []).filter(
      ({ places }) => !places.some(({ source }) => source === 'canonical'),
    );
    expect(placeless).toEqual([]);
  });
});

interface CaseVerdict {
  readonly report: string;
  readonly findings: readonly { readonly places: readonly { readonly source: string }[] }[];
}

/** One process for all: the native parser does not bear test runners' module realms. */
function verdictsOf(names: readonly string[]): Readonly<Record<string, CaseVerdict>> {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, 'nx', 'judge-folders.cjs')], {
    input: JSON.stringify({ root, names }),
    encoding: 'utf8',
    cwd: resolve(__dirname, '..'),
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
