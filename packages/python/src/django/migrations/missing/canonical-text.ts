import type { CallValue, Value } from '../../../syntax/value';
import { dottedName } from '../../constants';
import { constantSql } from '../../emit/constant-sql';
import { djangoName } from '../../expressions/django-name';
import { type QueryNode, queryOf } from '../../expressions/query';
import { NotRendered } from '../../expressions/rendered';
import { type FieldReading, fieldOfValue } from '../../fields/field-of-value';
import { knownValue } from '../../fields/known-value';
import { deconstructed, settledText } from '../field-deconstruction';

/** Why two values cannot be compared. */
export class NotComparable extends Error {
  override readonly name = 'NotComparable';
}

/**
 * A value as text such that two are equal where Django's autodetector finds them equal: what a model says and what
 * `makemigrations` wrote of it have the same text. Throws `NotComparable` for what is not known.
 */
export function canonicalText(value: Value, reading: FieldReading): string {
  const known = settledText(knownValue(value, reading));
  switch (known.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return known.value ? 'True' : 'False';
    case 'int':
      return String(known.value);
    case 'float':
      return String(known.value);
    case 'str':
      return JSON.stringify(known.value);
    case 'bytes':
      return `b${JSON.stringify(known.value)}`;
    case 'list':
    case 'tuple':
      return `[${known.items.map((item) => canonicalText(item, reading)).join(', ')}]`;
    case 'set':
      return `{${known.items
        .map((item) => canonicalText(item, reading))
        .sort()
        .join(', ')}}`;
    case 'dict':
      return dictText(known, reading);
    case 'call':
      return queryText(known, reading) ?? callText(known, reading);
    case 'operation':
      return queryText(known, reading) ?? operationText(known, reading);
    case 'subscript':
      return subscriptText(known, reading);
    case 'unknown':
      throw new NotComparable(known.why);
    default:
      return nameText(known);
  }
}

function dictText({ entries }: Extract<Value, { kind: 'dict' }>, reading: FieldReading): string {
  const texts = entries.map(([key, item]) => `${canonicalText(key, reading)}: ${canonicalText(item, reading)}`);
  return `{${texts.sort().join(', ')}}`;
}

/** Django's own names are told apart by their last part, wherever they are imported from. */
function nameText(value: Value): string {
  const name = djangoName(value) ?? dottedName(value);
  if (name === null || name.includes('<lambda>')) throw new NotComparable('it is made by code');
  return name.replace(/^builtins\./, '');
}

function callText(call: CallValue, reading: FieldReading): string {
  if (!call.complete) throw new NotComparable(call.why ?? 'its arguments are not known');
  const field = fieldText(call, reading) ?? constantText(call);
  if (field !== null) return field;
  const name = call.callee.kind === 'attribute' ? methodText(call, reading) : nameText(call.callee);
  const positional = call.positional.map((item) => canonicalText(item, reading));
  const keywords = [...call.keywords].map(([key, item]) => `${key}=${canonicalText(item, reading)}`).sort();
  return `${name}(${[...positional, ...keywords].join(', ')})`;
}

/** A value that a class of the standard library holds: `timedelta(hours=1)` is `timedelta(0, 3600)`. */
function constantText(call: CallValue): string | null {
  const name = dottedName(call.callee) ?? '';
  if (!/^(datetime\.timedelta|decimal\.Decimal|uuid\.UUID)$/.test(name)) return null;
  const sql = constantSql(call);
  return sql === null ? null : `${name}(${name === 'decimal.Decimal' ? Number(sql) : sql})`;
}

/** `F('day').desc()` is an ordering, and written as one. */
function methodText({ callee }: CallValue, reading: FieldReading): string {
  if (callee.kind !== 'attribute') return nameText(callee);
  const name = djangoName(callee);
  return name ?? `${canonicalText(callee.of, reading)}.${callee.name}`;
}

/** A field among the arguments of another: `base_field`, `output_field`. */
function fieldText(call: CallValue, reading: FieldReading): string | null {
  const answer = fieldOfValue('', call, call.place, reading);
  if (answer.kind !== 'field') return null;
  const { path, arguments: values } = deconstructed({ ...answer.field, relation: null });
  const texts = [...values].map(([key, item]) => `${key}=${canonicalText(item, reading)}`).sort();
  return `${path}(${texts.join(', ')})`;
}

/** `F('a') * 2`, which migrations write as `CombinedExpression(F('a'), '*', Value(2))`. */
function operationText({ operator, operands }: Extract<Value, { kind: 'operation' }>, reading: FieldReading): string {
  const [left, right] = operands;
  if (left === undefined) throw new NotComparable('it has an operator without operands');
  if (right === undefined) return `${operator}${canonicalText(left, reading)}`;
  const symbol = operator === '**' ? '^' : operator === '%' ? '%%' : operator;
  return `CombinedExpression(${operandText(left, reading)}, "${symbol}", ${operandText(right, reading)})`;
}

/** What is no expression is wrapped by Django. */
function operandText(value: Value, reading: FieldReading): string {
  const text = canonicalText(value, reading);
  const isConstant = ['none', 'bool', 'int', 'float', 'str'].includes(value.kind);
  return isConstant ? `Value(${text})` : text;
}

/** `Deferrable['DEFERRED']`: how migrations write a member of an enum. */
function subscriptText({ of, index }: Extract<Value, { kind: 'subscript' }>, reading: FieldReading): string {
  const [only] = index;
  if (only?.kind === 'str') return only.value;
  return `${canonicalText(of, reading)}[${index.map((item) => canonicalText(item, reading)).join(', ')}]`;
}

function queryText(value: Value, reading: FieldReading): string | null {
  try {
    const query = queryOf(value);
    return query === null ? null : nodeText(query, reading);
  } catch (error) {
    if (error instanceof NotRendered) throw new NotComparable(error.message);
    throw error;
  }
}

function nodeText({ connector, negated, children }: QueryNode, reading: FieldReading): string {
  const texts = children.map((child) => childText(child, reading));
  return `Q(${negated ? 'NOT ' : ''}${texts.length > 1 ? connector : ''} ${texts.join(', ')})`;
}

/** A lone condition inside a Q of its own says the same: combining takes the Q off. */
function childText(child: QueryNode['children'][number], reading: FieldReading): string {
  if ('connector' in child) {
    const [only] = child.children;
    const isLone = child.children.length === 1 && !child.negated && only !== undefined;
    return isLone ? childText(only, reading) : nodeText(child, reading);
  }
  if ('place' in child) return canonicalText(child, reading);
  return `${child.keyword}: ${canonicalText(child.value, reading)}`;
}
