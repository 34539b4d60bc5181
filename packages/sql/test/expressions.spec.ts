import { normalizeExpressionText } from '../src/expressions/text';
import { loadPostgresParser } from '../src/parser/postgres';
import { caseFiles, contextOf, storedIn, tableSql } from './expression-cases';

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
    const spellings = [...equal, ...different].flatMap((file) => file.groups.flat());
    const forms = spellings.map((sql) => String(normalizeExpressionText(sql, context)));
    const written = [...spellings, ...forms];
    const { checks } = storedIn({ setup: tableSql(), checks: written });
    const wrong = checks.map((check, index) => {
      const form = forms[index % forms.length];
      const again = check.sql === null ? check : normalizeExpressionText(check.sql, context);
      return again === form ? null : { written: written[index], form, stored: check, again };
    });
    expect(wrong.filter((each) => each !== null)).toEqual([]);
  });
});
