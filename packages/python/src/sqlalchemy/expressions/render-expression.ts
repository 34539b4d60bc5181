import { type Fact, unreadable } from '@canonical-schema/schema';
import type { CallValue, OperationValue, SubscriptValue, Value } from '../../syntax/value';
import type { ColumnResolver, SqlText } from '../description';
import { textOf, whyNot } from '../facts-of-values';
import { calledName, dottedPath, methodCall } from '../framework-name';
import type { ReadContext } from '../read-context';
import { castTarget } from './cast-target';
import { compiledConstruct } from './compiled-construct';
import { type Method, methods } from './methods';
import { combined, isTextType, type Rendering } from './rendering';

/**
 * The SQL of a Python expression over columns, as SQLAlchemy would compile it, parentheses given freely: the result is
 * meant for the dialect's parser, not for people. A plain string is SQL text.
 */
export function sqlText(value: Value, context: ReadContext): SqlText {
  return (columns) => {
    const written = textOf(value);
    return written ?? renderingFor(columns, context).render(value);
  };
}

/** The SQL of a Python expression, where a plain string is a value and not SQL. */
export function sqlExpression(value: Value, context: ReadContext): SqlText {
  return (columns) => renderingFor(columns, context).render(value);
}

function renderingFor(columns: ColumnResolver, context: ReadContext): Rendering {
  const rendering: Rendering = {
    columns,
    context,
    print: context.dialect.statements,
    condition: (value, holds = true) => renderCondition(value, holds, rendering),
    render: (value) => renderValue(value, rendering),
    all: (values, combine) => combined(values.map(rendering.render), combine),
  };
  return rendering;
}

/** A bare column of type Boolean is compared where the dialect has no such type. Source: `AsBoolean`. */
function renderCondition(value: Value, holds: boolean, rendering: Rendering): Fact<string> {
  const type = rendering.columns.of(value)?.type;
  const isBoolean = type?.kind === 'plain' && type.boolean !== undefined;
  return rendering.all([value], ([only = '']) => {
    if (isBoolean) return rendering.print.condition(only, holds);
    return holds ? only : `(NOT (${only}))`;
  });
}

function renderValue(value: Value, rendering: Rendering): Fact<string> {
  const { print } = rendering;
  const column = rendering.columns.of(value);
  if (column !== null) return print.name(column.name);
  switch (value.kind) {
    case 'none':
      return 'NULL';
    case 'bool':
      return value.value ? print.true : print.false;
    case 'int':
      return String(value.value);
    case 'float':
      return value.text;
    case 'str':
      return print.text(value.value);
    case 'operation':
      return renderOperation(value, rendering);
    case 'subscript':
      return renderSubscript(value, false, rendering);
    case 'call':
      return renderCall(value, rendering);
    case 'attribute':
      return renderAttribute(value.of, value.name, value, rendering);
    default:
      return unreadable(`an expression ${whyNot(value, 'that static reading can render')}`);
  }
}

/** Python's operators where SQL has another sign. */
const operators: Readonly<Record<string, string>> = {
  '==': '=',
  '!=': '<>',
  '&': 'AND',
  '|': 'OR',
  '//': '/',
  '@': '@',
};

const symbols = new Set(['=', '<>', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', 'AND', 'OR', '<<', '>>']);

function renderOperation(value: OperationValue, rendering: Rendering): Fact<string> {
  const [left, right] = value.operands;
  if (left === undefined) return unreadable(`the operator ${value.operator} has no operand`);
  if (right === undefined)
    return value.operator === '-' ? rendering.all([left], ([only]) => `(- ${only})`) : rendering.condition(left, false);
  const operator = operators[value.operator] ?? value.operator;
  if (!symbols.has(operator)) return unreadable(`the operator ${value.operator} is not one of SQL's`);
  const nothing = right.kind === 'none' ? { '=': 'IS NULL', '<>': 'IS NOT NULL' }[operator] : undefined;
  if (nothing !== undefined) return rendering.all([left], ([only]) => `(${only} ${nothing})`);
  if (operator === 'AND' || operator === 'OR') return renderJoined(value.operands, operator, rendering);
  if (operator === '+' && (isText(left, rendering) || isText(right, rendering)))
    return rendering.all(value.operands, (parts) => `(${rendering.print.concat(parts)})`);
  if (operator === '/') {
    const divide = value.operator === '//' ? rendering.print.floorDivide : rendering.print.divide;
    return rendering.all([left, right], ([of = '', by = '']) => divide(of, by));
  }
  return rendering.all(value.operands, (parts) => `(${parts.join(` ${operator} `)})`);
}

/** A string, or a column of them: `+` then joins. */
function isText(value: Value, { columns }: Rendering): boolean {
  const type = columns.of(value)?.type;
  return type === undefined ? value.kind === 'str' : isTextType(type);
}

/** `column["key"]`, of JSON, hstore or an array. */
function renderSubscript(value: SubscriptValue, asText: boolean, rendering: Rendering): Fact<string> {
  const index = value.index[0];
  const column = rendering.columns.of(value.of);
  if (index === undefined) return unreadable('a subscript has no index');
  if (column?.type.kind === 'array') return rendering.all([value.of, index], ([of, at]) => `${of}[${at}]`);
  const isPath = index.kind === 'tuple';
  const items = (isPath ? index.items : [index]).map((item) =>
    item.kind === 'str' ? item.value : item.kind === 'int' ? Number(item.value) : null,
  );
  const known = items.filter((item) => item !== null);
  if (isPath || known.length === items.length)
    return rendering.all([value.of], ([of = '']) =>
      rendering.print.element(of, { kind: 'constants', items: items.map((item) => item ?? ''), isPath }, asText),
    );
  return rendering.all([value.of, index], ([of = '', sql = '']) =>
    rendering.print.element(of, { kind: 'expression', sql }, asText),
  );
}

function renderAttribute(of: Value, name: string, value: Value, rendering: Rendering): Fact<string> {
  if (name === 'astext' && of.kind === 'subscript') return renderSubscript(of, true, rendering);
  if (name === 'expression' || name === 'comparator' || name === 'property') return rendering.render(of);
  const path = dottedPath(value);
  return unreadable(`${path ?? `an attribute ${name}`} is not a column of a table that was read`);
}

function renderCall(call: CallValue, rendering: Rendering): Fact<string> {
  if (!call.complete) return unreadable('the arguments of a call could not be expanded');
  const operator = customOperator(call, rendering);
  if (operator !== null) return operator;
  const sqlFunction = functionName(call.callee);
  if (sqlFunction !== null) return renderFunction(sqlFunction, call, rendering);
  const construct = calledName(call);
  if (construct !== null && Object.hasOwn(constructs, construct)) return constructs[construct]?.(call, rendering) ?? '';
  if (dottedPath(call.callee) === 'decimal.Decimal') {
    const digits = call.positional[0];
    return digits?.kind === 'str' ? digits.value : rendering.all(call.positional, (parts) => parts.join(''));
  }
  const ownConstruct = compiledConstruct(call, rendering.context);
  if (ownConstruct !== null) return ownConstruct;
  const method = methodCall(call);
  const rule: Method | undefined =
    method !== null && Object.hasOwn(methods, method.method) ? methods[method.method] : undefined;
  if (method !== null && rule !== undefined) return rule(method.of, call, rendering);
  return unreadable(
    `the call of ${dottedPath(call.callee) ?? method?.method ?? 'an expression'} is not one that static reading can render`,
  );
}

/** `column.op("@>")(other)`, `column.bool_op("~")(other)`. */
function customOperator(call: CallValue, rendering: Rendering): Fact<string> | null {
  const inner = methodCall(call.callee);
  if (inner === null || (inner.method !== 'op' && inner.method !== 'bool_op')) return null;
  const sign = inner.call.positional[0] ?? inner.call.keywords.get('opstring');
  const right = call.positional[0];
  if (sign?.kind !== 'str' || right === undefined) return unreadable('an operator given to op() is not a constant');
  return rendering.all([inner.of, right], ([left, other]) => `(${left} ${sign.value} ${other})`);
}

/** What stands before a SQL function's name: `func`, or the module of SQLAlchemy's own function classes. */
const functionMarkers = ['.func.', 'sqlalchemy.sql.functions.'];

/** `lower` of `func.lower`, `audit.f` of `func.audit.f`; null for what is no `func`. */
export function functionName(callee: Value): string | null {
  const path = dottedPath(callee);
  const marker = functionMarkers.find((candidate) => path?.includes(candidate));
  return path === null || marker === undefined ? null : path.slice(path.indexOf(marker) + marker.length);
}

/** Functions that SQL calls without parentheses. */
const bareFunctions = new Set([
  'current_date',
  'current_time',
  'current_timestamp',
  'current_user',
  'localtime',
  'localtimestamp',
  'session_user',
  'user',
]);

function renderFunction(name: string, call: CallValue, rendering: Rendering): Fact<string> {
  if (bareFunctions.has(name.toLowerCase()) && call.positional.length === 0) return name.toUpperCase();
  const { functions } = rendering.print;
  const own = Object.hasOwn(functions, name) ? functions[name] : undefined;
  return rendering.all(call.positional, (parts) => own?.(parts) ?? `${name.replace(/_$/, '')}(${parts.join(', ')})`);
}

type Construct = (call: CallValue, rendering: Rendering) => Fact<string>;

function renderJoined(conditions: readonly Value[], word: 'AND' | 'OR', rendering: Rendering): Fact<string> {
  const parts = conditions.map((condition) => rendering.condition(condition));
  return combined(parts, (texts) => `(${texts.join(` ${word} `)})`);
}

const joined =
  (word: 'AND' | 'OR'): Construct =>
  (call, rendering) =>
    renderJoined(call.positional, word, rendering);

const raw: Construct = (call) => {
  const written = textOf(call.positional[0] ?? call.keywords.get('text'));
  return written === null ? unreadable('the SQL given to text() is not a constant') : `(${written})`;
};

const operand: Construct = (call, rendering) => {
  const value = call.positional[0] ?? call.keywords.get('value');
  return value === undefined ? unreadable('a call has no operand') : rendering.render(value);
};

const ordered =
  (words: string): Construct =>
  (call, rendering) =>
    rendering.all(call.positional.slice(0, 1), ([only]) => `${only}${words}`);

/** A column by its name alone, of no table. */
const bareColumn: Construct = (call, { print }) => {
  const name = textOf(call.positional[0]);
  return name === null ? unreadable('the name given to column() is not a constant') : print.name(name);
};

/** SQLAlchemy's functions that stand for SQL. */
const constructs: Readonly<Record<string, Construct>> = {
  and_: joined('AND'),
  or_: joined('OR'),
  not_: (call, rendering) => {
    const [only] = call.positional;
    return only === undefined ? unreadable('not_() has no operand') : rendering.condition(only, false);
  },
  text: raw,
  literal_column: raw,
  column: bareColumn,
  Column: bareColumn,
  literal: operand,
  bindparam: operand,
  type_coerce: operand,
  null: () => 'NULL',
  true: (_call, { print }) => print.true,
  false: (_call, { print }) => print.false,
  desc: ordered(' DESC'),
  asc: ordered(' ASC'),
  nulls_first: ordered(' NULLS FIRST'),
  nullsfirst: ordered(' NULLS FIRST'),
  nulls_last: ordered(' NULLS LAST'),
  nullslast: ordered(' NULLS LAST'),
  distinct: operand,
  cast: (call, rendering) => {
    const [value, type] = [
      call.positional[0] ?? call.keywords.get('expression'),
      call.positional[1] ?? call.keywords.get('type_'),
    ];
    if (value === undefined || type === undefined) return unreadable('a cast lacks its type');
    return combined([rendering.render(value), castTarget(type, rendering)], ([of, to]) => `CAST(${of} AS ${to})`);
  },
  extract: (call, rendering) => {
    const field = textOf(call.positional[0]);
    if (field === null) return unreadable('the field given to extract() is not a constant');
    return rendering.all(call.positional.slice(1, 2), ([of = '']) => rendering.print.extract(field, of));
  },
  between: (call, rendering) =>
    rendering.all(call.positional, ([of, low, high]) => `(${of} BETWEEN ${low} AND ${high})`),
  collate: (call, rendering) => {
    const name = textOf(call.positional[1]);
    if (name === null) return unreadable('the collation is not a constant');
    return rendering.all(call.positional.slice(0, 1), ([of]) => `(${of} COLLATE ${rendering.print.name(name)})`);
  },
  array: (call, rendering) => {
    const items = call.positional[0];
    if (items?.kind !== 'list' && items?.kind !== 'tuple') return unreadable('the items of array() are not known');
    return rendering.all(items.items, (parts) => `ARRAY[${parts.join(', ')}]`);
  },
  any_: (call, rendering) => rendering.all(call.positional.slice(0, 1), ([of]) => `ANY (${of})`),
  all_: (call, rendering) => rendering.all(call.positional.slice(0, 1), ([of]) => `ALL (${of})`),
  case: (call, rendering) => renderCase(call, rendering),
};

/** `case((condition, value), …, else_=…)`; 1.4 also takes one list of pairs. */
function renderCase(call: CallValue, rendering: Rendering): Fact<string> {
  const first = call.positional[0];
  const pairs = call.positional.length === 1 && first?.kind === 'list' ? first.items : call.positional;
  const branches = pairs.map((pair) =>
    pair.kind === 'tuple'
      ? rendering.all(pair.items, ([when, then]) => `WHEN ${when} THEN ${then}`)
      : unreadable('a branch of case() is not a pair'),
  );
  const otherwise = call.keywords.get('else_');
  const last = otherwise === undefined ? '' : rendering.all([otherwise], ([value]) => ` ELSE ${value}`);
  return combined([...branches, last], (parts) => `CASE ${parts.slice(0, -1).join(' ')}${parts[parts.length - 1]} END`);
}
