import {
  type Check,
  type Column,
  type Constraint,
  constraintsOf,
  type EnumType,
  type ForeignKey,
  type Index,
  type Schema,
  type Table,
  type Unique,
} from '../src';

/** A number generator that gives the same numbers for the same seed (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  /** A whole number from 0 to below `sides`. */
  roll(sides: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * sides);
  }

  chance(percent: number): boolean {
    return this.roll(100) < percent;
  }

  pick<T>(items: readonly T[], fallback: T): T {
    return items[this.roll(items.length)] ?? fallback;
  }

  some<T>(items: readonly T[], percent: number): T[] {
    return items.filter(() => this.chance(percent));
  }
}

const place = null;
const columnNames = ['id', 'a', 'b', 'c', 'd'];
const tableNames = ['t0', 't1', 't2', 't3'];

/** A schema out of a small world, so that two of them have much in common. References lead to tables that exist. */
export function randomSchema(dice: Dice): Schema {
  const enums = dice.some(['mood', 'side'], 70).map((name) => randomEnum(name, dice));
  const domains = dice.some(['price'], 60).map((name) => ({
    ...{ schema: 'public', name, type: dice.pick(['numeric(10,2)', 'integer'], 'integer'), place },
    ...{ notNull: dice.chance(50), default: null, checks: [] },
  }));
  const types = ['integer', 'text', 'bigint', ...enums.map(({ name }) => name), ...domains.map(({ name }) => name)];
  const tables = dice.some(tableNames, 70).map((name) => randomTable(name, types, dice));
  const owner = tables[0];
  const sequences = dice.some(['s0', 's1'], 50).map((name) => {
    const ownedBy = owner && dice.chance(50) ? { schema: 'public', table: owner.name, column: 'id' } : null;
    return { schema: 'public', name, ownedBy, place };
  });
  const others = dice.some(['v0', 'v1'], 50).map((name) => ({ kind: 'view', schema: 'public', name, place }));
  return { tables: tables.map((table) => withForeignKeys(table, tables, dice)), enums, domains, sequences, others };
}

function randomEnum(name: string, dice: Dice): EnumType {
  const labels = dice.some(['x', 'y', 'z', 'w'], 70);
  return { schema: 'public', name, labels: dice.chance(20) ? labels.toReversed() : labels, place };
}

function randomTable(name: string, types: readonly string[], dice: Dice): Table {
  const names = ['id', ...dice.some(columnNames.slice(1), 70)];
  const columns = names.map((column) => randomColumn(column, column === 'id' ? ['bigint'] : types, dice));
  const key = dice.chance(80) ? (names.length > 1 && dice.chance(30) ? names.slice(0, 2) : ['id']) : null;
  const named = (label: string) => ({ name: `${name}_${label}${dice.roll(2)}`, nameGiven: true, place });
  const uniques = dice.some(names, 30).map((column): Unique => {
    const flags = { nullsNotDistinct: dice.chance(20), deferrable: false, initiallyDeferred: false };
    return { ...named(`${column}_key`), ...flags, columns: [column], include: [] };
  });
  const checks = dice.some(names, 30).map((column): Check => {
    const expression = `${column} > ${dice.roll(2)}`;
    return { ...named(`${column}_check`), expression, columns: [column], origin: 'written' };
  });
  const indexes = dice.some(names, 40).map((column): Index => {
    const of = { kind: 'column', column } as const;
    const unique = dice.chance(30);
    return {
      ...named(`${column}_idx`),
      ...{ unique, method: 'btree', include: [], nullsNotDistinct: false, origin: 'written' },
      keys: [{ of, opclass: null, collation: null, descending: false, nulls: 'last' }],
      where: dice.chance(20) ? 'a IS NULL' : null,
    };
  });
  return {
    ...{
      schema: 'public',
      name,
      columns,
      uniques,
      checks,
      indexes,
      foreignKeys: [],
      exclusions: [],
      unread: [],
      place,
    },
    primaryKey: key && { ...named('pkey'), columns: key },
    comment: dice.chance(30) ? `about ${name}` : null,
    managed: true,
  } satisfies Table;
}

function randomColumn(name: string, types: readonly string[], dice: Dice): Column {
  const type = dice.pick(types, 'text');
  return {
    ...{ name, type: dice.chance(10) ? `${type}[]` : type, nullable: name !== 'id' && name !== 'a' && dice.chance(50) },
    ...{ identity: null, generated: null, collation: null, place },
    default: dice.chance(30) ? String(dice.roll(3)) : null,
    comment: dice.chance(20) ? name : null,
  };
}

function withForeignKeys(table: Table, tables: readonly Table[], dice: Dice): Table {
  const targets = tables.filter(({ primaryKey }) => primaryKey?.columns.length === 1);
  const foreignKeys = dice.some(table.columns, targets.length === 0 ? 0 : 40).map(({ name }): ForeignKey => {
    const target = dice.pick(targets, table);
    return {
      ...{ name: `${table.name}_${name}_fk${dice.roll(2)}`, nameGiven: true, place, columns: [name] },
      references: { schema: 'public', table: target.name, columns: ['id'] },
      ...{ onDelete: dice.chance(50) ? 'cascade' : 'no action', onUpdate: 'no action', match: 'simple' },
      ...{ deferrable: false, initiallyDeferred: false },
    };
  });
  return { ...table, foreignKeys, columns: table.columns.map((column) => notNullInKey(column, table)) };
}

function notNullInKey(column: Column, { primaryKey }: Table): Column {
  return primaryKey?.columns.includes(column.name) ? { ...column, nullable: false } : column;
}

/** A schema as text, without the order of its objects: what two schemas that are the same have in common. */
export function normalText(schema: Schema): string {
  const tables = schema.tables.map((table) => ({
    ...{ name: table.name, schema: table.schema, comment: table.comment },
    columns: sortedTexts(table.columns),
    constraints: sortedTexts(
      constraintsOf(table).map((constraint: Constraint) => ({ ...constraint, nameGiven: true })),
    ),
    indexes: sortedTexts(table.indexes.map((index) => ({ ...index, nameGiven: true }))),
  }));
  const { enums, domains, sequences, others } = schema;
  return JSON.stringify([tables, enums, domains, sequences, others].map(sortedTexts), null, 1);
}

function sortedTexts(objects: readonly object[]): string[] {
  return objects.map((object) => JSON.stringify(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
}
