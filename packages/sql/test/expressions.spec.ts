import { renameColumnInExpression } from '../src/expressions/rename-column';
import { columnsInText, normalizeExpressionText } from '../src/expressions/text';
import { loadPostgresParser } from '../src/parser/postgres';
import { caseFiles, contextOf, rowsSql, storedIn, tableSql } from './expression-cases';
import { randomConditions } from './random-expressions';

beforeAll(loadPostgresParser);

const equal = caseFiles('equal');
const different = caseFiles('different');

describe.each(equal)('$name', ({ groups }) => {
  it.each(groups.map((group) => [group[0], group] as const))('%s', (_, group) => {
    const context = contextOf(true);
    const forms = group.map((sql) => [sql, normalizeExpressionText(sql, context)]);
    const expected = forms[0]?.[1];
    expect(typeof expected).toBe('string');
    expect(forms).toEqual(group.map((sql) => [sql, expected]));
    expect(normalizeExpressionText(String(expected), context)).toBe(expected);
  });
});

describe('each group has a form of its own', () => {
  it('among all equal groups', () => {
    const context = contextOf(true);
    const forms = new Map<unknown, string>();
    for (const group of equal.flatMap((file) => file.groups)) {
      const form = normalizeExpressionText(group[0] ?? '', context);
      expect([form, forms.get(form) ?? group[0]]).toEqual([form, group[0]]);
      forms.set(form, group[0] ?? '');
    }
  });

  it.each(different)('$name stay different', ({ name, groups }) => {
    const context = contextOf(name !== 'predicates');
    for (const group of groups) {
      const forms = group.map((sql) => normalizeExpressionText(sql, context));
      expect(forms.every((form) => typeof form === 'string')).toBe(true);
      expect(new Set(forms).size === group.length ? group : forms).toEqual(group);
    }
  });
});

describe('PostgreSQL itself', () => {
  it('stores every spelling, and its normal form, as something of the same normal form', () => {
    const context = contextOf(true);
    const cases = [...equal, ...different].flatMap((file) => file.groups.flat());
    const spellings = [...cases, ...randomConditions(2026, 300)];
    const forms = spellings.map((sql) => String(normalizeExpressionText(sql, context)));
    const written = [...spellings, ...forms];
    const { checks } = storedIn({ setup: tableSql(), checks: written });
    expect(checks).toHaveLength(written.length);
    const wrong = checks.map((check, index) => {
      const form = forms[index % forms.length];
      const again = check.sql === null ? check : normalizeExpressionText(check.sql, context);
      return again === form ? null : { written: written[index], form, stored: check, again };
    });
    expect(wrong.filter((each) => each !== null)).toEqual([]);
  });
});

describe('evaluation', () => {
  it('a normal form is true, false and NULL for the same rows; in a CHECK it lets the same rows pass', () => {
    const spellings = [...equal, ...different].flatMap((file) => file.groups.flat());
    const pairs = spellings.flatMap((sql) => {
      const [check, predicate] = [true, false].map((use) => String(normalizeExpressionText(sql, contextOf(use))));
      return [[sql, predicate ?? ''] as const, [`(${sql}) IS NOT FALSE`, `(${check}) IS NOT FALSE`] as const];
    });
    const { same } = storedIn({ setup: tableSql() + rowsSql(), same: pairs });
    const wrong = same.map((each, index) => (each.sql === '0' ? null : { pair: pairs[index], ...each }));
    expect(wrong.filter((each) => each !== null)).toEqual([]);
  });
});

describe('columns', () => {
  it.each([
    ['stocks.price > low AND price > 0', ['low', 'price']],
    ['true', []],
    ['upper("Mixed Case") = (data ->> \'a\')', ['Mixed Case', 'data']],
    ['this is not SQL', []],
  ])('of %s', (sql, columns) => {
    expect(columnsInText(sql)).toEqual(columns);
  });

  it.each([
    ['a > 0 AND b > 0', 'c > 0 AND b > 0'],
    ["a::text = '1'", "c::text = '1'"],
    ['a / 2.0 > 1', 'c / 2.0 > 1'],
    ['coalesce(a, 0.0) / 2 > b', 'coalesce(c, 0.0) / 2 > b'],
    ["price > 1 AND name LIKE 'a%'", "price > 1 AND name LIKE 'a%'"],
    ["(data ->> 'a')::integer > a", "(data ->> 'a')::integer > c"],
    ["status IN ('a', 'b')", "status IN ('a', 'b')"],
  ])('a renamed to c in %s', (before, after) => {
    const context = contextOf(true);
    const renamed = renameColumnInExpression(String(normalizeExpressionText(before, context)), 'a', 'c');
    expect(renamed).toBe(normalizeExpressionText(after, context));
  });
});

describe('bad input', () => {
  const nested = (open: string, close: string, times: number) => `${open.repeat(times)}a > 0${close.repeat(times)}`;
  it.each([
    ['', 'empty'],
    ['a >', 'cut off'],
    ['a > 0; DROP TABLE stocks', 'two statements'],
    ['a FROM stocks', 'more than an expression'],
    [nested('NOT ', '', 5_000), 'deep in NOT'],
    [nested('(', ')', 5_000), 'deep in brackets'],
    [`a > ${'1 + '.repeat(5_000)}1`, 'a long sum'],
    [nested('CASE WHEN ', ' THEN true END', 5_000), 'deep in CASE'],
    [nested('coalesce(', ', a)', 5_000), 'deep in calls'],
  ])('%.20s is unreadable (%s)', (sql) => {
    expect(normalizeExpressionText(sql, contextOf(true))).toHaveProperty('unreadable');
  });

  it('syntax of its own is kept as it is', () => {
    const context = contextOf(false);
    for (const sql of ['a = (SELECT max(b) FROM stocks)', 'EXISTS (SELECT 1)', 'count(*) FILTER (WHERE a > 0) > 1']) {
      const form = normalizeExpressionText(sql, context);
      expect(typeof form).toBe('string');
      expect(normalizeExpressionText(String(form), context)).toBe(form);
    }
  });
});
