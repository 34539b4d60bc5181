import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fact, type FileTree, isUnreadable, SourceFile } from '@canonical-schema/schema';
import { columnTypeOfText, normalizeExpressionText } from '@canonical-schema/sql';
import { loadPostgresParser } from '../../sql/src/parser/postgres';
import { backendOf } from '../src/django/backends';
import { type ExpressionModel, renderCondition, renderExpression } from '../src/django/expressions';
import { postgresqlSql } from '../src/django/expressions/vendor-postgresql';
import { loadPythonParser } from '../src/syntax/parser';
import { createPythonProgram } from '../src/syntax/python-program';
import type { Value } from '../src/syntax/value';

const folder = join(__dirname, '..', 'cases', 'django-expressions');

interface Expected {
  readonly conditions: readonly string[];
  readonly expressions: readonly string[];
}

/** What real Django writes; made by `tools/render-django-expressions.py`. */
const expected: Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));

/** The model of the cases: field, type, may it be NULL, column where it has another name. */
const fields: readonly (readonly [field: string, type: string, nullable?: boolean, column?: string])[] = [
  ['id', 'bigint'],
  ['pk', 'bigint', false, 'id'],
  ['symbol', 'varchar(10)'],
  ['name', 'text', true],
  ['status', 'varchar(20)', true],
  ['kind', 'smallint'],
  ['price', 'numeric(10,2)'],
  ['discount', 'numeric(10,2)', true],
  ['quantity', 'integer', true],
  ['volume', 'bigint'],
  ['ratio', 'double precision'],
  ['is_active', 'boolean'],
  ['is_hidden', 'boolean', true],
  ['start', 'date'],
  ['end', 'date', true],
  ['created', 'timestamptz'],
  ['updated', 'timestamptz', true, 'modified'],
  ['opens', 'time'],
  ['lasting', 'interval'],
  ['data', 'jsonb'],
  ['extra', 'jsonb', true],
  ['tags', 'varchar(20)[]'],
  ['numbers', 'integer[]'],
  ['during', 'daterange'],
  ['between', 'tstzrange'],
  ['span', 'int4range'],
  ['address', 'inet'],
  ['key', 'uuid'],
  ['parent', 'bigint', true, 'parent_id'],
  ['parent_id', 'bigint', true],
];

function typeText(type: string): string {
  const written = columnTypeOfText(type);
  return isUnreadable(written) ? type : written.type;
}

/** The same for another server; what Django refuses there is said. */
interface Others {
  readonly conditions: readonly (string | { readonly refused: string })[];
  readonly expressions: readonly (string | { readonly refused: string })[];
}

/** The types of the columns in a dialect, by their names. */
function typesOf(dialect: 'sqlite' | 'mysql' | 'mariadb'): ReadonlyMap<string, string> {
  const types = dialect === 'sqlite' ? sqliteColumns : mysqlColumns;
  return new Map(fields.map(([field, type, , column]) => [column ?? field, types[type] ?? type]));
}

const common = { date: 'date', integer: 'int', bigint: 'bigint', smallint: 'smallint', interval: 'bigint' };
const mysqlColumns: Readonly<Record<string, string>> = {
  ...common,
  text: 'longtext',
  'numeric(10,2)': 'decimal(10,2)',
  'double precision': 'double',
  boolean: 'tinyint(1)',
  timestamptz: 'datetime(6)',
  time: 'time(6)',
  jsonb: 'json',
  inet: 'char(39)',
  uuid: 'char(32)',
};
const sqliteColumns: Readonly<Record<string, string>> = {
  ...common,
  integer: 'integer',
  'numeric(10,2)': 'decimal',
  'double precision': 'real',
  boolean: 'bool',
  timestamptz: 'datetime',
  jsonb: 'text',
  inet: 'char(39)',
  uuid: 'char(32)',
};

let unreadable: readonly (readonly [condition: Value, why: string])[];
let values: { readonly conditions: readonly Value[]; readonly expressions: readonly Value[] };
let model: ExpressionModel;
let typeOfColumn: ReadonlyMap<string, string>;

beforeAll(async () => {
  await loadPostgresParser();
  await loadPythonParser();
  const program = createPythonProgram({
    files: filesOf(['expressions', 'unreadable']),
    roots: ['.'],
    installed: [],
    frameworks: ['django'],
  });
  const list = (name: string, module = 'expressions'): readonly Value[] => itemsOf(program.resolve(module, name));
  unreadable = list('CONDITIONS', 'unreadable').flatMap((pair) => {
    const [condition, why] = itemsOf(pair);
    return condition !== undefined && why?.kind === 'str' ? [[condition, why.value]] : [];
  });
  values = { conditions: list('CONDITIONS'), expressions: list('EXPRESSIONS') };
  typeOfColumn = new Map(fields.map(([field, type, , column]) => [column ?? field, typeText(type)]));
  model = {
    vendor: postgresqlSql,
    column: (path) => {
      const found = fields.find(([field]) => field === path);
      if (found === undefined) return null;
      const [field, type, nullable = false, column = field] = found;
      return { column, type: typeText(type), nullable, field: 'Field' };
    },
    known: (value) => program.enumMember(value)?.value ?? value,
    timeZone: 'UTC',
  };
});

function itemsOf(value: Value): readonly Value[] {
  return value.kind === 'list' || value.kind === 'tuple' ? value.items : [];
}

/** The modules of the case folder. */
function filesOf(modules: readonly string[]): FileTree {
  const names = modules.map((module) => `${module}.py`);
  return {
    read: (path) =>
      names.includes(path)
        ? new SourceFile(path, readFileSync(join(folder, path), 'utf8'))
        : { fault: 'missing', why: `${path} is missing.` },
    list: () => names.map((name) => ({ name, kind: 'file' })),
    kindOf: (path) => (names.includes(path) ? 'file' : path === '' || path === '.' ? 'directory' : 'missing'),
  };
}

/** The normal form, which is what readings hold. */
function normal(sql: Fact<string>, check: boolean): Fact<string> {
  const context = { columnType: (name: string) => typeOfColumn.get(name), check };
  return isUnreadable(sql) ? sql : normalizeExpressionText(sql, context);
}

describe("conditions are Django's", () => {
  it.each(expected.conditions.map((sql, index) => [sql, index] as const))('%s', (sql, index) => {
    const value = values.conditions[index];
    const rendered = value === undefined ? 'missing' : renderCondition(value, model);
    for (const check of [true, false]) {
      const wanted = normal(sql, check);
      expect(typeof wanted).toBe('string');
      expect(normal(rendered, check)).toEqual(wanted);
    }
  });
});

describe("expressions are Django's", () => {
  it.each(expected.expressions.map((sql, index) => [sql, index] as const))('%s', (sql, index) => {
    const value = values.expressions[index];
    const rendered = value === undefined ? 'missing' : renderExpression(value, model);
    const wanted = normal(sql, false);
    expect(typeof wanted).toBe('string');
    expect(normal(rendered, false)).toEqual(wanted);
  });
});

/** Columns of types that only PostgreSQL has. */
const onlyPostgresql = /[`"](tags|numbers|during|between|span)\\?[`"]|to_tsvector|as_sql\(\)|list/;

/**
 * What Django writes for the other servers, one file a dialect, made by the same tool. What is not rendered is unreadable;
 * `unread-<dialect>.json` lists it, with what Django refuses.
 */
describe.each(['sqlite', 'mysql', 'mariadb'] as const)('on %s', (dialect) => {
  const written: Others = JSON.parse(readFileSync(join(folder, `expected-${dialect}.json`), 'utf8'));
  const unread: string[] = [];
  const { backend } = backendOf({ dialect }, { major: 5, minor: 2, from: 'the case' });
  const other = (): ExpressionModel => ({ ...model, vendor: backend.expressions });
  const hold = (sql: Others['conditions'][number], ours: Fact<string>, check: boolean): void => {
    const context = { columnType: (name: string) => typesOf(dialect).get(name), check };
    if (typeof sql !== 'string' || isUnreadable(ours)) {
      const refused = typeof sql === 'string' ? sql : sql.refused;
      unread.push(`${refused}: ${isUnreadable(ours) ? ours.unreadable : `rendered as ${ours}`}`);
      return;
    }
    const wanted = backend.sql.normalizeExpressionText(sql, context);
    if (isUnreadable(wanted)) {
      unread.push(`${sql} is no ${dialect}`);
      return;
    }
    expect(backend.sql.normalizeExpressionText(ours, context)).toEqual(wanted);
  };
  const tested = (list: readonly Others['conditions'][number][]) =>
    list.flatMap((sql, index) =>
      onlyPostgresql.test(JSON.stringify(sql)) ? [] : [[`${index} ${JSON.stringify(sql)}`, sql, index] as const],
    );

  it.each(tested(written.conditions))('%s', (_name, sql, index) => {
    const value = values.conditions[index];
    hold(sql, value === undefined ? 'missing' : renderCondition(value, other()), true);
  });
  it.each(tested(written.expressions))('%s', (_name, sql, index) => {
    const value = values.expressions[index];
    hold(sql, value === undefined ? 'missing' : renderExpression(value, other()), false);
  });
  it('says what is not rendered', () => {
    const file = join(folder, `unread-${dialect}.json`);
    if (process.env.UPDATE_CASES === '1') writeFileSync(file, `${JSON.stringify(unread, null, 2)}\n`);
    expect(unread).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
});

it('what cannot be rendered is unreadable, and says why', () => {
  const answers = unreadable.map(([condition, why]) => [renderCondition(condition, model), why] as const);
  expect(answers).toHaveLength(22);
  for (const [answer, why] of answers)
    expect([why, answer]).toEqual([why, { unreadable: expect.stringContaining(why) }]);
});

it('has a case for every line', () => {
  expect(values.conditions).toHaveLength(expected.conditions.length);
  expect(values.expressions).toHaveLength(expected.expressions.length);
});
