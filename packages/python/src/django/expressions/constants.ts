import { quotedText } from '../../sql-quoting';
import { timedeltaSql } from '../../syntax/timedelta';
import type { CallValue, Value } from '../../syntax/value';
import { dottedName } from '../constants';
import { constant, type Rendered } from './rendered';

/** A Python constant as PostgreSQL's driver spells it; null for a value that is no constant. */
export function renderedConstant(value: Value): Rendered | null {
  switch (value.kind) {
    case 'none':
      return constant('NULL', undefined);
    case 'bool':
      return constant(String(value.value), 'boolean');
    case 'int':
      return constant(String(value.value), 'integer');
    case 'float':
      return Number.isFinite(value.value) ? constant(value.text, 'double precision') : null;
    case 'str':
      return constant(quotedText(value.value), 'text');
    case 'operation':
      return negated(value.operator, value.operands);
    case 'list':
    case 'tuple':
      return renderedArray(value.items);
    case 'call':
      return renderedObject(value);
    default:
      return null;
  }
}

function negated(operator: string, operands: readonly Value[]): Rendered | null {
  const [operand] = operands;
  if (operator !== '-' || operands.length !== 1 || operand === undefined) return null;
  const rendered = renderedConstant(operand);
  const isNumber =
    rendered?.type === 'integer' || rendered?.type === 'double precision' || rendered?.type === 'numeric';
  return rendered !== null && isNumber ? constant(`-${rendered.sql}`, rendered.type) : null;
}

function renderedArray(items: readonly Value[]): Rendered | null {
  const rendered = items.map(renderedConstant);
  if (rendered.some((item) => item === null)) return null;
  const known = rendered.filter((item) => item !== null);
  if (known.length === 0) return constant("'{}'", undefined);
  const type = known[0]?.type;
  return constant(`ARRAY[${known.map((item) => item.sql).join(', ')}]`, type === undefined ? undefined : `${type}[]`);
}

/** Objects of the standard library that databases have constants for. */
const objects: Readonly<Record<string, (call: CallValue) => Rendered | null>> = {
  'decimal.Decimal': (call) => decimal(call.positional[0]),
  'datetime.date': (call) => moment(call, ['year', 'month', 'day'], 'date'),
  'datetime.time': (call) => moment(call, ['hour', 'minute', 'second', 'microsecond'], 'time without time zone'),
  'datetime.datetime': (call) =>
    moment(call, ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'], 'timestamp with time zone'),
  'datetime.timedelta': interval,
  'uuid.UUID': (call) => {
    const [text] = call.positional;
    return text?.kind === 'str' ? constant(`${quotedText(text.value)}::uuid`, 'uuid') : null;
  },
};

function renderedObject(call: CallValue): Rendered | null {
  const name = dottedName(call.callee);
  const make = name === null || !Object.hasOwn(objects, name) ? undefined : objects[name];
  return make === undefined || !call.complete ? null : make(call);
}

function decimal(value: Value | undefined): Rendered | null {
  if (value === undefined) return null;
  if (value.kind === 'str' && /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(value.value)) {
    return constant(value.value.trim(), 'numeric');
  }
  const number = value.kind === 'str' ? null : renderedConstant(value);
  return number?.type === 'integer' || number?.type === 'double precision' ? constant(number.sql, 'numeric') : null;
}

/** `datetime.date(2020, 1, 31)`: the parts by position or name, all whole numbers. */
function moment(call: CallValue, names: readonly string[], type: string): Rendered | null {
  const parts = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const value = call.positional[index] ?? call.keywords.get(name);
    if (value === undefined) continue;
    if (value.kind !== 'int') return null;
    parts.set(name, String(value.value));
  }
  const zone = zoneOf(call.keywords.get('tzinfo'));
  if (zone === null) return null;
  const two = (name: string) => (parts.get(name) ?? '0').padStart(2, '0');
  const date = parts.has('year') ? `${(parts.get('year') ?? '').padStart(4, '0')}-${two('month')}-${two('day')}` : '';
  const time = type === 'date' ? '' : `${two('hour')}:${two('minute')}:${two('second')}${fraction(parts)}`;
  return constant(`'${[date, time].filter((part) => part !== '').join(' ')}${zone}'::${type}`, type);
}

function fraction(parts: ReadonlyMap<string, string>): string {
  const microseconds = parts.get('microsecond');
  return microseconds === undefined ? '' : `.${microseconds.padStart(6, '0')}`;
}

/** The offset of a `tzinfo`: UTC or none; null where it is some other zone. */
function zoneOf(value: Value | undefined): string | null {
  if (value === undefined || value.kind === 'none') return '';
  const name = dottedName(value);
  return name !== null && /(^|\.)(utc|UTC)$/.test(name) ? '+00:00' : null;
}

/** A `timedelta` as days and seconds, as the driver sends it. */
function interval(call: CallValue): Rendered | null {
  const sql = timedeltaSql(call);
  return sql === null ? null : constant(sql, 'interval');
}
