import { columnTypeOfText, normalizeDefaultText } from '../src/expressions/text';
import { loadPostgresParser } from '../src/parser/postgres';
import { caseFiles, storedIn, tableSql } from './expression-cases';

beforeAll(loadPostgresParser);

const files = caseFiles('defaults');

/** The normal form of a DEFAULT for a column of a type as it is written. */
function defaultOf(type: string, sql: string): unknown {
  const written = columnTypeOfText(type);
  return 'type' in written ? normalizeDefaultText(sql, written.type) : written;
}

describe.each(files)('defaults: $name', ({ groups }) => {
  it.each(groups.map((group) => [group.join(' | '), group] as const))('%s', (_, [type = '', ...spellings]) => {
    const expected = defaultOf(type, spellings[0] ?? '');
    expect(expected).toMatchObject({ kind: 'expression' });
    expect(spellings.map((sql) => [sql, defaultOf(type, sql)])).toEqual(spellings.map((sql) => [sql, expected]));
  });
});

it('PostgreSQL stores every spelling, and its normal form, as something of the same normal form', () => {
  const spellings = files.flatMap((file) =>
    file.groups.flatMap(([type = '', ...group]) => group.map((sql) => [type, sql] as const)),
  );
  const forms = spellings.map(([type, sql]) => defaultOf(type, sql));
  const normal = spellings.map(([type], index) => [type, sqlOf(forms[index])] as const);
  const written = [...spellings, ...normal];
  const stored = storedIn({ setup: tableSql(), defaults: written }).defaults;
  const wrong = stored.map(({ sql, error }, index) => {
    const [type = '', text = ''] = written[index] ?? [];
    const again = sql === null ? error : sqlOf(defaultOf(type, sql));
    return again === sqlOf(forms[index % forms.length]) ? null : { type, text, sql, again };
  });
  expect(wrong.filter((each) => each !== null)).toEqual([]);
});

function sqlOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'sql' in value ? String(value.sql) : JSON.stringify(value);
}

describe('values of their own kind', () => {
  it.each(['NULL', 'NULL::text', '(NULL)', 'NULL::character varying'])('%s is no default', (sql) => {
    expect(normalizeDefaultText(sql, 'text')).toEqual({ kind: 'none' });
  });

  it.each([
    "nextval('stocks_id_seq')",
    "nextval('public.stocks_id_seq'::regclass)",
    "nextval(('stocks_id_seq'::text)::regclass)",
  ])('%s is the next value of stocks_id_seq', (sql) => {
    expect(normalizeDefaultText(sql, 'integer')).toEqual({
      kind: 'nextval',
      sequence: 'stocks_id_seq',
      sql: "nextval('stocks_id_seq'::regclass)",
    });
  });

  it('keeps the schema and the case of a sequence', () => {
    expect(normalizeDefaultText(`nextval('market."Seq"'::regclass)`, 'integer')).toEqual({
      kind: 'nextval',
      sequence: 'market.Seq',
      sql: `nextval('market."Seq"'::regclass)`,
    });
  });

  it.each([
    ['timestamp without time zone', 'now()', "timezone('utc', now())"],
    ['text', "'a'", "'A'"],
    ['integer', '0', '1'],
    ['text', "'1'", "'1.0'"],
    ['jsonb', `'{"a": 1}'`, `'{"a": "1"}'`],
    ['json', "'{}'", "'[]'"],
    ['timestamp with time zone', 'now()', 'clock_timestamp()'],
    ['uuid', 'gen_random_uuid()', 'uuid_generate_v4()'],
    ['interval', "'1 mon'", "'30 days'"],
    ['text[]', "'{}'", "'{NULL}'"],
    ['boolean', 'true', 'false'],
    ['text', "''", 'NULL'],
  ])('for %s, %s and %s differ', (type, one, other) => {
    expect(normalizeDefaultText(one, type)).not.toEqual(normalizeDefaultText(other, type));
  });
});
