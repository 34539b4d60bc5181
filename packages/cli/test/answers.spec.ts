import { emptySchema, type Schema, type Table } from '@canonical-schema/schema';
import { lossesBetween } from '../src/change/losses';
import type { Question } from '../src/change/question';
import { lossQuestion } from '../src/change/questions';
import { renamesNamed, renameText } from '../src/change/renames';
import { answerTo } from '../src/commands/ask';
import { momentOf } from '../src/host/clock';

function table(name: string, columns: readonly string[], schema = 'public'): Table {
  return {
    ...{ schema, name, primaryKey: null, uniques: [], foreignKeys: [], checks: [], exclusions: [], indexes: [] },
    ...{ comment: null, managed: true, unread: [], place: null },
    columns: columns.map((column) => ({
      ...{ name: column, type: 'text', nullable: true, default: null, generated: null, identity: null },
      ...{ collation: null, comment: null, place: null },
    })),
  };
}

function schemaOf(...tables: readonly Table[]): Schema {
  return { ...emptySchema, tables };
}

describe('renames by name', () => {
  const schema = schemaOf(
    table('stocks', ['symbol']),
    table('stocks', ['symbol'], 'market'),
    table('market', ['stocks']),
  );

  test.each(['stocks.symbol=ticker', 'market.stocks.symbol=ticker', 'stocks=shares', 'market.stocks=market.shares'])(
    '%s is one',
    (text) => {
      expect(renamesNamed([text], schema).map(renameText)).toEqual([text]);
    },
  );

  test('a table goes before a column of the same name, and keeps its schema', () => {
    expect(renamesNamed(['market.stocks=shares'], schema).map(renameText)).toEqual(['market.stocks=market.shares']);
  });

  test('what is not there is none', () => {
    expect(renamesNamed(['stocks.ticker=symbol', 'bonds=shares'], schema)).toEqual([]);
  });

  test.each(['stocks', 'stocks=', '=shares', 'a=b=c'])('"%s" is refused', (text) => {
    expect(() => renamesNamed([text], schema)).toThrow(`"${text}" is no rename`);
  });
});

describe('what a state of the database lacks of an earlier one', () => {
  const before = schemaOf(table('stocks', ['id', 'symbol']), table('bonds', ['id']));

  test('is each column that is gone, or the table as a whole', () => {
    expect(lossesBetween(before, schemaOf(table('stocks', ['id'])), [])).toEqual(['stocks.symbol', 'bonds']);
  });

  test('is nothing that has another name', () => {
    const after = schemaOf(table('shares', ['id', 'ticker']), table('bonds', ['id']));
    const renames = renamesNamed(['stocks.symbol=ticker', 'stocks=shares'], before);
    expect(lossesBetween(before, after, renames)).toEqual([]);
  });
});

describe('a question on the terminal', () => {
  const question: Question = lossQuestion('stocks.symbol');

  async function answered(...typed: readonly string[]) {
    const left = [...typed];
    const prompts: string[] = [];
    const answer = await answerTo(question, async (prompt) => {
      prompts.push(prompt);
      return left.shift() ?? '0';
    });
    return { answer, prompts };
  }

  test('shows its choices with the flags that make them', async () => {
    const { prompts } = await answered('1');
    expect(prompts).toEqual([
      `The SQL has no stocks.symbol any more. May it go, with its data?
  1  it goes  (--drop stocks.symbol)
  2  everything that the SQL lacks goes  (--accept-data-loss)
  0  stop here, and write nothing
> `,
    ]);
  });

  test('takes a number, asks again for anything else, and stops at nothing', async () => {
    expect((await answered('2')).answer).toEqual({ acceptDataLoss: true });
    const { answer, prompts } = await answered('yes', '3', ' 1 ');
    expect(answer).toEqual({ drop: ['stocks.symbol'] });
    expect(prompts).toHaveLength(3);
    expect((await answered('')).answer).toBeNull();
    expect((await answered('0')).answer).toBeNull();
  });
});

test('a moment is a date here, and a minute in UTC as Django writes it', () => {
  const time = new Date(2026, 0, 5, 3, 4, 5);
  expect(momentOf(time).today).toBe('2026-01-05');
  expect(momentOf(new Date('2026-11-23T02:10:59Z')).now).toBe('2026-11-23 02:10');
});
