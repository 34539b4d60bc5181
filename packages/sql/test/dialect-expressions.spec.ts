import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile, type Table } from '@canonical-schema/schema';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { describeReal } from '../../../tools/oracle/real-dialects';
import { sqlDialect } from '../src';
import type { ExpressionContext } from '../src/expressions/normalize';
import { mariadbGrammar, mysqlGrammar, sqliteGrammar } from '../src/grammar/grammars';
import { splitStatements } from '../src/grammar/split';

type Kind = 'mysql' | 'sqlite';

/** The cases that a dialect shares with another. */
const folders = { mysql: 'mysql', mariadb: 'mysql', sqlite: 'sqlite' } as const;

function textOf(kind: Kind, file: string): string {
  return readFileSync(join(__dirname, '..', `cases-expressions-${kind}`, file), 'utf8').trim();
}

function groupsOf(kind: Kind): readonly (readonly string[])[] {
  return textOf(kind, 'equal.sql')
    .split(/\n\n+/)
    .map((group) => group.split('\n'));
}

function rowsOf(kind: Kind, file: string): readonly (readonly string[])[] {
  return textOf(kind, file)
    .split('\n')
    .map((line) => line.split(' | '));
}

/** What the table of the cases says of its columns. */
function contextOf(dialect: keyof typeof folders): ExpressionContext {
  const file = new SourceFile('columns.sql', textOf(folders[dialect], 'columns.sql'));
  const columns = sqlDialect(dialect).readCanonical([file]).schema.tables[0]?.columns ?? [];
  const found = (name: string) => columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
  return {
    columnType: (name) => {
      const type = found(name)?.type;
      return typeof type === 'string' ? type : undefined;
    },
    columnName: (name) => found(name)?.name ?? null,
  };
}

describe.each(['mysql', 'mariadb', 'sqlite'] as const)('%s', (dialect) => {
  const kind = folders[dialect];
  const context = contextOf(dialect);
  const sql = sqlDialect(dialect);
  const normal = (text: string) => sql.normalizeExpressionText(text, context);

  test.each(groupsOf(kind))('one text for every spelling of %s', (first, ...others) => {
    const expected = normal(first);
    expect(typeof expected).toBe('string');
    for (const other of others) expect([other, normal(other)]).toEqual([other, expected]);
  });

  test('another text for every other expression, and the same for a normal text', () => {
    const texts = [...groupsOf(kind).map(([first = '']) => first), ...textOf(kind, 'different.sql').split('\n')];
    const found = new Map<unknown, string>();
    for (const text of new Set(texts)) {
      const made = normal(text);
      expect([text, typeof made]).toEqual([text, 'string']);
      const isNew = !found.has(made) || groupsOf(kind).some((group) => group.includes(text));
      expect([text, isNew ? null : found.get(made)]).toEqual([text, null]);
      found.set(made, text);
      expect([text, normal(String(made))]).toEqual([text, made]);
    }
  });

  test.each(rowsOf(kind, 'defaults.txt'))('a %s with DEFAULT %s', (type = '', text = '', expected = '') => {
    const value = sql.normalizeDefaultText(text, type);
    if (expected === 'none') expect(value).toEqual({ kind: 'none' });
    else {
      expect(value).toEqual({ kind: 'expression', sql: expected });
      expect(sql.normalizeDefaultText(expected, type)).toEqual(value);
    }
  });
});

test.each(rowsOf('mysql', 'types.txt'))('the type %s', (text = '', expected = '') => {
  for (const dialect of ['mysql', 'mariadb'] as const) {
    const written = sqlDialect(dialect).columnTypeOfText(text);
    expect('type' in written ? written.type : written).toBe(expected);
    const again = sqlDialect(dialect).columnTypeOfText(expected);
    expect('type' in again ? again.type : again).toBe(expected);
  }
});

const grammars = { mysql: mysqlGrammar, mariadb: mariadbGrammar, sqlite: sqliteGrammar };
const isSame = { mysql: '<=>', mariadb: '<=>', sqlite: 'IS' } as const;

/** What a server keeps of an expression has the normal form of what was written. */
for (const dialect of ['mysql', 'mariadb'] as const) {
  describeReal(dialect, () => {
    const texts = [...groupsOf('mysql').flat(), ...textOf('mysql', 'different.sql').split('\n')];
    const [table = ''] = textOf('mysql', 'columns.sql').split(';');
    let kept: Table | undefined;
    beforeAll(async () => {
      const oracle = await startOracle(dialect);
      // Each is taken in one of these forms, or is none that a table can hold.
      const forms = texts.flatMap((text, at) => [
        `ALTER TABLE t ADD CONSTRAINT k${at} CHECK (${text})`,
        `ALTER TABLE t ADD COLUMN g${at} LONGTEXT AS (${text})`,
      ]);
      const { catalog } = await oracle.runSql([table, ...forms]);
      kept = catalog.schema.tables[0];
      await oracle.stop();
    });

    test.each(texts.map((text, at) => [text, at] as const))('keeps %s', (text, at) => {
      const { normalizeExpressionText } = sqlDialect(dialect);
      const context = contextOf(dialect);
      const check = kept?.checks.find(({ name }) => name === `k${at}`);
      if (check !== undefined) {
        expect(check.expression).toBe(normalizeExpressionText(text, { ...context, check: true }));
      }
      const generated = kept?.columns.find(({ name }) => name === `g${at}`)?.generated;
      if (generated) expect(generated).toMatchObject({ expression: normalizeExpressionText(text, context) });
    });
  });
}

/** The server gives a normal text the value of what was written, over all rows. */
for (const dialect of ['mysql', 'mariadb', 'sqlite'] as const) {
  describeReal(dialect, () => {
    let oracle: Oracle;
    beforeAll(async () => {
      oracle = await startOracle(dialect);
      const sql = textOf(folders[dialect], 'columns.sql');
      const statements = splitStatements(sql, grammars[dialect].lexis).map(({ span }) =>
        sql.slice(span.start, span.end),
      );
      const made = await oracle.runSql(statements);
      expect(made.problem).toBeNull();
    });
    afterAll(() => oracle.stop());

    const texts = [...groupsOf(folders[dialect]).flat(), ...textOf(folders[dialect], 'different.sql').split('\n')];
    test.each(texts)('%s', async (text) => {
      const normal = sqlDialect(dialect).normalizeExpressionText(text, contextOf(dialect));
      const rows = await oracle.query(
        `SELECT count(*) AS n FROM t WHERE NOT ((${text}) ${isSame[dialect]} (${normal}))`,
      );
      expect([normal, Number(rows[0]?.n)]).toEqual([normal, 0]);
    });
  });
}
