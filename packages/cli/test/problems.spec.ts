import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@canonical-schema/schema';
import { problemsText } from '../src/report/problems-text';
import { watchProblems } from '../src/report/watch-text';

const matcher = JSON.parse(readFileSync(join(__dirname, '..', 'problem-matcher.json'), 'utf8'));

const place = (path: string, line: number) => ({ path, line, column: 5, span: { start: 0, end: 1 } });
const findings: readonly Finding[] = [
  {
    code: 'column-type',
    severity: 'error',
    message: 'stocks.symbol is varchar(10) in SQL and varchar(12) in Django. Change max_length to 10.',
    subject: { kind: 'column', schema: 'public', table: 'stocks', column: 'symbol' },
    departs: 'django-models',
    places: [
      { source: 'canonical', place: place('schema.sql', 3) },
      { source: 'django-models', place: place('django_app/apps/options/models.py', 9) },
    ],
  },
  {
    code: 'fk-index',
    severity: 'tolerated',
    message: 'Not shown.',
    subject: { kind: 'index' },
    departs: 'django-models',
    places: [],
  },
  {
    code: 'missing-table',
    severity: 'warning',
    message: 'orders is in SQL and not in SQLAlchemy.',
    subject: { kind: 'table', schema: 'public', table: 'orders' },
    departs: 'sqlalchemy',
    places: [{ source: 'canonical', place: place('schema.sql', 12) }],
  },
];

test('a finding is one line, at the side that departs from the SQL where it has a place', () => {
  expect(problemsText({ findings })).toBe(
    `django_app/apps/options/models.py:9:5: error column-type: stocks.symbol is varchar(10) in SQL and varchar(12) in Django. Change max_length to 10.
schema.sql:12:5: warning missing-table: orders is in SQL and not in SQLAlchemy.
`,
  );
});

test('the matcher that is shipped reads every line', () => {
  const pattern = new RegExp(matcher.pattern.regexp);
  const read = problemsText({ findings })
    .trimEnd()
    .split('\n')
    .map((line) => {
      const groups = pattern.exec(line) ?? [];
      return ['file', 'line', 'column', 'severity', 'code'].map((name) => groups[matcher.pattern[name]]);
    });
  expect(read).toEqual([
    ['django_app/apps/options/models.py', '9', '5', 'error', 'column-type'],
    ['schema.sql', '12', '5', 'warning', 'missing-table'],
  ]);
});

test('a watcher’s problems stand between the lines that the matcher waits for', () => {
  const said = watchProblems({ kind: 'problem', changed: ['a.py'], message: 'It could not be read.' });
  const lines = said.trimEnd().split('\n');
  expect(lines[0]).toMatch(new RegExp(matcher.background.beginsPattern));
  expect(lines.at(-1)).toMatch(new RegExp(matcher.background.endsPattern));
  expect(lines.slice(1, -1)).toEqual(['It could not be read.']);
});
