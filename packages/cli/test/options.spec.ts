import { checkOptions } from '../src/options/plugin-options';

test('right options pass as they are, with paths made plain', () => {
  const { options, mistakes } = checkOptions({
    canonical: './db/../db/schema.sql',
    django: ['web/', { root: 'admin\\site', mirror: 'subset', settings: 'config.settings' }],
    sqlalchemy: [{ root: '.', include: ['shared'] }],
    rules: { 'fk-index': 'off' },
    strict: true,
    maxWarnings: 0,
    postgres: '15',
    verifyTargetName: 'check',
  });
  expect(mistakes).toEqual([]);
  expect(options).toEqual({
    canonical: 'db/schema.sql',
    django: [{ root: 'web' }, { root: 'admin/site', mirror: 'subset', settings: 'config.settings' }],
    sqlalchemy: [{ root: '.', include: ['shared'] }],
    rules: { 'fk-index': 'off' },
    strict: true,
    maxWarnings: 0,
    postgres: '15',
    verifyTargetName: 'check',
  });
});

test.each([
  [{ canonicl: 'a.sql' }, '"canonicl" is not a known option. Did you mean "canonical"?'],
  [
    { colour: 'red' },
    '"colour" is not a known option. Known are "canonical", "django", "sqlalchemy", "dialect", "postgres", "serverVersion", "schemas", "rules", "strict", "maxWarnings", "baseline", "lint", "placement", "base", "compileTargetName", "verifyTargetName", "lintTargetName", "exportTargetName", "watchTargetName", "testMigrationsTargetName".',
  ],
  [{ canonical: 3 }, '"canonical" is 3; give a text that is not empty.'],
  [
    { canonical: '/etc/schema.sql' },
    '"canonical" is "/etc/schema.sql", which leaves the workspace; give a path inside it, relative to its root.',
  ],
  [{ django: 'web' }, '"django" is "web"; give a list.'],
  [{ django: [{ mirror: 'all' }] }, '"django[0]" has no "root"; name the directory.'],
  [
    { django: [{ root: 'web', mirror: 'subst' }] },
    '"django[0].mirror" is "subst"; give one of "all", "subset". Did you mean "subset"?',
  ],
  [{ django: [{ root: 'web', inclde: [] }] }, '"django[0].inclde" is not a known option. Did you mean "include"?'],
  [{ rules: { 'fk-indx': 'off' } }, '"rules.fk-indx" is not a known code. Did you mean "fk-index"?'],
  [
    { rules: { 'fk-index': 'warn' } },
    '"rules.fk-index" is "warn"; give one of "off", "tolerated", "warning", "error".',
  ],
  [{ lint: { guarded: 'on' } }, '"lint.guarded" is "on"; give one of "off", "require". Did you mean "off"?'],
  [{ lint: { coments: 'all' } }, '"lint.coments" is not a known option. Did you mean "comments"?'],
  [
    { baseline: '../known.json' },
    '"baseline" is "../known.json", which leaves the workspace; give a path inside it, relative to its root.',
  ],
  [{ placement: 'above' }, '"placement" is "above"; give one of "append", "inline".'],
  [{ maxWarnings: -1 }, '"maxWarnings" is -1; give a whole number from 0 up.'],
  [{ strict: 'yes' }, '"strict" is "yes"; give true or false.'],
  [{ canonical: 'a.sql', schemas: [] }, '"canonical" stands beside "schemas"; move it into one of them.'],
  [[], 'The options are []; give an object.'],
])('%j is one sentence with the place and the remedy', (value, sentence) => {
  expect(checkOptions(value).mistakes).toEqual([sentence]);
});

test('a mistake leaves the other options standing', () => {
  expect(checkOptions({ canonical: 'a.sql', strict: 1 }).options).toMatchObject({ canonical: 'a.sql' });
});
