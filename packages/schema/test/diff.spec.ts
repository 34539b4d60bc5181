import { apply, diff, emptySchema, type Schema, type Table, unreadable } from '../src';
import { Dice, normalText, randomSchema } from './random-schema';

const seeds = Array.from({ length: 150 }, (_, seed) => seed);

test('a schema does not differ from itself, in whatever order', () => {
  for (const seed of seeds) {
    const schema = randomSchema(new Dice(seed));
    const turned: Schema = { ...schema, tables: schema.tables.toReversed(), enums: schema.enums.toReversed() };
    expect(diff(schema, turned)).toEqual([]);
  }
});

test('what a schema differs by, applied to it, makes the other', () => {
  for (const seed of seeds) {
    const [a, b] = [randomSchema(new Dice(seed)), randomSchema(new Dice(seed + 1000))];
    const changes = diff(a, b);
    expect({ seed, text: normalText(apply(a, changes)) }).toEqual({ seed, text: normalText(b) });
    expect(diff(apply(a, changes), b)).toEqual([]);
  }
});

test('any schema is made of nothing, and unmade', () => {
  for (const seed of seeds) {
    const schema = randomSchema(new Dice(seed));
    expect(normalText(apply(emptySchema, diff(emptySchema, schema)))).toBe(normalText(schema));
    expect(normalText(apply(schema, diff(schema, emptySchema)))).toBe(normalText(emptySchema));
  }
});

test('what is unreadable is left as it is', () => {
  const schema = randomSchema(new Dice(4));
  const blurred: Schema = {
    ...schema,
    tables: schema.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({ ...column, type: unreadable('it is computed') })),
      checks: table.checks.map((check) => ({ ...check, expression: unreadable('it is computed') })),
    })),
  };
  expect(schema.tables.flatMap((table) => table.checks).length).toBeGreaterThan(0);
  expect(diff(blurred, schema)).toEqual([]);
  expect(diff(schema, blurred)).toEqual([]);
});

describe('a foreign key that stays', () => {
  const named = (name: string) => ({ name, nameGiven: true, place: null });
  const flags = { deferrable: false, initiallyDeferred: false };
  const column = (name: string) => ({
    ...{ name, type: 'bigint', nullable: false, default: null, identity: null },
    ...{ generated: null, collation: null, comment: null, place: null },
  });
  const table = (name: string): Table => ({
    ...{ schema: 'public', name, columns: [column('id')], primaryKey: null, uniques: [], foreignKeys: [] },
    ...{ checks: [], exclusions: [], indexes: [], comment: null, managed: true, unread: [], place: null },
  });
  const child: Table = {
    ...table('child'),
    foreignKeys: [
      {
        ...named('child_fk'),
        ...flags,
        columns: ['id'],
        references: { schema: 'public', table: 'parent', columns: ['id'] },
        ...{ onDelete: 'no action', onUpdate: 'no action', match: 'simple' },
      },
    ],
  };
  const keyed: Table = { ...table('parent'), primaryKey: { ...named('parent_pkey'), columns: ['id'] } };
  const unique: Table = {
    ...table('parent'),
    uniques: [{ ...named('parent_key'), ...flags, columns: ['id'], nullsNotDistinct: false, include: [] }],
  };
  const schema = (...tables: Table[]): Schema => ({ ...emptySchema, tables });

  test.each([
    ['its key becomes a unique constraint', schema(keyed, child), schema(unique, child)],
    ['its table is described no more', schema(keyed, child), schema(child)],
  ])('is made again where %s', (_, a, b) => {
    const changes = diff(a, b);
    expect(normalText(apply(a, changes))).toBe(normalText(b));
    expect(changes.map(({ kind }) => kind)[0]).toBe('drop-constraint');
  });

  test('is left alone where its key is renamed', () => {
    const renamed: Table = { ...keyed, primaryKey: { ...named('pk'), columns: ['id'] } };
    const kinds = diff(schema(keyed, child), schema(renamed, child)).map(({ kind }) => kind);
    expect(kinds).toEqual(['rename-constraint']);
  });
});

test('labels are added in their places, and a type that loses one is made anew under its columns', () => {
  const type = (...labels: string[]): Schema => ({
    ...randomSchema(new Dice(4)),
    enums: [{ schema: 'public', name: 'm', labels, place: null }],
  });
  const labelsAfter = (a: Schema, b: Schema) => apply(a, diff(a, b)).enums.map(({ labels }) => labels);
  const grown = diff(type('b'), type('a', 'b', 'c')).map(({ kind }) => kind);
  expect(grown).toEqual(['add-enum-label', 'add-enum-label']);
  expect(labelsAfter(type('b'), type('a', 'b', 'c'))).toEqual([['a', 'b', 'c']]);
  expect(labelsAfter(type('a', 'b'), type('b', 'a'))).toEqual([['b', 'a']]);
});
