import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fact, type FileTree, isUnreadable, SourceFile } from '@canonical-schema/schema';
import { columnTypeOfText, normalizeExpressionText } from '@canonical-schema/sql';
import { loadPostgresParser } from '../../sql/src/parser/postgres';
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
