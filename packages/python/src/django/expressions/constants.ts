import type { CallValue, Value } from '../../syntax/value';
import { dottedName } from '../constants';
import { constant, type Rendered } from './rendered';
import type { VendorSql } from './vendor';

/** A Python constant as the server's driver spells it; null for a value that is no constant. */
export function renderedConstant(value: Value, vendor: VendorSql): Rendered | null {
  switch (value.kind) {
    case 'none':
      return constant('NULL', undefined);
    case 'bool':
      return constant(vendor.literals.truth(value.value), 'boolean');
    case 'int':
      return constant(String(value.value), 'integer');
    case 'float':
      return Number.isFinite(value.value) ? constant(value.text, 'double precision') : null;
    case 'str':
      return constant(vendor.literals.text(value.value), 'text');
    case 'operation':
      return negated(value.operator, value.operands, vendor);
    case 'list':
    case 'tuple':
      return renderedArray(value.items, vendor);
    case 'call':
      return renderedObject(value, vendor);
    default:
      return null;
  }
}

function negated(operator: string, operands: readonly Value[], vendor: VendorSql): Rendered | null {
  const [operand] = operands;
  if (operator !== '-' || operands.length !== 1 || operand === undefined) return null;
  const rendered = renderedConstant(operand, vendor);
  const isNumber =
    rendered?.type === 'integer' || rendered?.type === 'double precision' || rendered?.type === 'numeric';
  return rendered !== null && isNumber ? constant(`-${rendered.sql}`, rendered.type) : null;
}

function renderedArray(items: readonly Value[], vendor: VendorSql): Rendered | null {
  const rendered = items.map((item) => renderedConstant(item, vendor));
  if (rendered.some((item) => item === null)) return null;
  const known = rendered.filter((item) => item !== null);
  if (known.length === 0) return constant(vendor.array([], ''), undefined);
  const type = known[0]?.type;
  return constant(
    vendor.array(
      known.map((item) => item.sql),
      '',
    ),
    type === undefined ? undefined : `${type}[]`,
  );
}

/** Objects of the standard library that databases have constants for. */
const objects: Readonly<Record<string, (call: CallValue, vendor: VendorSql) => Rendered | null>> = {
  'decimal.Decimal': (call, vendor) => decimal(call.positional[0], vendor),
  'datetime.date': (call, vendor) => moment(call, ['year', 'month', 'day'], 'date', vendor),
  'datetime.time': (call, vendor) =>
    moment(call, ['hour', 'minute', 'second', 'microsecond'], 'time without time zone', vendor),
  'datetime.datetime': (call, vendor) =>
    moment(
      call,
      ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'],
      'timestamp with time zone',
      vendor,
    ),
  'datetime.timedelta': interval,
  'uuid.UUID': (call, vendor) => {
    const [text] = call.positional;
    if (text?.kind !== 'str') return null;
    return constant(vendor.typed(vendor.literals.uuid(text.value, vendor.uuidType), 'uuid'), 'uuid');
  },
};

function renderedObject(call: CallValue, vendor: VendorSql): Rendered | null {
  const name = dottedName(call.callee);
  const make = name === null || !Object.hasOwn(objects, name) ? undefined : objects[name];
  return make === undefined || !call.complete ? null : make(call, vendor);
}

function decimal(value: Value | undefined, vendor: VendorSql): Rendered | null {
  if (value === undefined) return null;
  if (value.kind === 'str' && /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(value.value)) {
    return constant(vendor.decimal(value.value.trim(), ''), 'numeric');
  }
  const number = value.kind === 'str' ? null : renderedConstant(value, vendor);
  return number?.type === 'integer' || number?.type === 'double precision'
    ? constant(vendor.decimal(number.sql, ''), 'numeric')
    : null;
}

/** `datetime.date(2020, 1, 31)`: the parts by position or name, all whole numbers. */
function moment(call: CallValue, names: readonly string[], type: string, vendor: VendorSql): Rendered | null {
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
  const text = `${[date, time].filter((part) => part !== '').join(' ')}${zone}`;
  return constant(vendor.typed(vendor.literals.moment(text), type), type);
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

/** A `timedelta` as the driver sends it. */
function interval(call: CallValue, vendor: VendorSql): Rendered | null {
  const sql = vendor.literals.interval(call);
  return sql === null ? null : constant(sql, 'interval');
}
