import { coloured, judge, reportText, summaryLine, type Verdict, verdictFailed } from '../src';
import { readingOf } from './terse-tables';

const summary = { errors: 0, warnings: 0, tolerated: 0, unreadable: 0, tables: 6 };
const verdict = (counts: Partial<Verdict['summary']>): Verdict => ({
  findings: [],
  summary: { ...summary, ...counts },
});

test.each([
  [{}, '6 tables in sync'],
  [{ tables: 1 }, '1 table in sync'],
  [{ tolerated: 2 }, '6 tables in sync (2 differences tolerated, --explain shows them)'],
  [{ errors: 2, warnings: 1, unreadable: 3 }, '2 errors, 1 warning, 3 facts not verified (6 tables compared)'],
  [{ unreadable: 1 }, '1 fact not verified (6 tables compared)'],
  [{ tables: 0 }, 'No table was compared'],
])('a summary of %j reads "%s"', (counts, line) => {
  expect(summaryLine(verdict(counts))).toBe(line);
});

test('an error fails, a warning only where there are more than allowed', () => {
  expect(verdictFailed(verdict({ errors: 1 }))).toBe(true);
  expect(verdictFailed(verdict({ warnings: 9 }))).toBe(false);
  expect(verdictFailed(verdict({ warnings: 1 }), { maxWarnings: 1 })).toBe(false);
  expect(verdictFailed(verdict({ warnings: 2 }), { maxWarnings: 1 })).toBe(true);
});

test('what is tolerated is shown on request only', () => {
  const columns = (type: string) => ({ tables: { stocks: { columns: { symbol: type } } } });
  const other = { reading: readingOf(columns('character varying'), 'sqlalchemy'), mirror: 'all', name: 'src' } as const;
  const judged = judge(readingOf(columns('text'), 'canonical'), [other]);
  expect(reportText(judged)).toBe('1 table in sync (1 difference tolerated, --explain shows them)');
  expect(reportText(judged, { explain: true })).toContain('stocks.symbol is text in SQL');
  expect(reportText(judged, { paint: coloured })).toContain('\u001b[32m1 table in sync\u001b[0m');
});

test('five thousand tables are judged without a second look at any', () => {
  const tables = Object.fromEntries(
    Array.from({ length: 5000 }, (_, at) => [
      `t${at}`,
      {
        columns: { id: 'bigint', name: 'text', parent: 'bigint | null' },
        key: ['id'],
        index: ['name', 'parent'],
        foreign: [`parent -> t${(at + 1) % 5000}(id)`],
      },
    ]),
  );
  const canonical = readingOf({ tables }, 'canonical');
  const other = { reading: readingOf({ tables }, 'sqlalchemy'), mirror: 'all', name: 'src' } as const;
  expect(judge(canonical, [other, { ...other, reading: readingOf({ tables: {} }, 'database') }]).summary).toEqual({
    ...{ errors: 1, warnings: 0, tolerated: 0, unreadable: 1, tables: 5000 },
  });
});
