import { type Fact, isUnreadable } from '@canonical-schema/schema';
import { jsonText } from '../../syntax/json-text';
import { momentText } from '../../syntax/moments';
import type { CallValue, Value } from '../../syntax/value';
import type { Literals } from '../backends';
import { dottedName } from '../constants';

/** The SQL literal of a Python constant, `NULL` for `None`; null for a value that is no constant. JSON for lists and dicts. */
export function constantSql(value: Value, literals: Literals, type = ''): string | null {
  switch (value.kind) {
    case 'none':
      return 'NULL';
    case 'bool':
      return literals.truth(value.value);
    case 'int':
      return String(value.value);
    case 'float':
      return Number.isFinite(value.value) ? value.text : null;
    case 'str':
      return literals.text(value.value);
    case 'bytes':
      return value.value === '' ? "''" : null;
    case 'operation':
      return negated(value.operator, value.operands, literals);
    case 'list':
    case 'tuple':
    case 'dict': {
      const json = jsonText(value);
      return json === null ? null : literals.text(json);
    }
    case 'call':
      return constructed(value, literals, type);
    default:
      return null;
  }
}

/** The SQL of a constant for a column of that type: a list is an array there or JSON. */
export function constantSqlFor(value: Value, type: Fact<string>, literals: Literals): string | null {
  const isList = value.kind === 'list' || value.kind === 'tuple';
  if (!isList || isUnreadable(type) || !type.endsWith('[]'))
    return constantSql(value, literals, isUnreadable(type) ? '' : type);
  const items = value.items.map((item) =>
    item.kind === 'list' ? constantSqlFor(item, type, literals) : constantSql(item, literals),
  );
  if (items.includes(null)) return null;
  return items.length === 0 ? "'{}'" : `ARRAY[${items.join(', ')}]`;
}

function negated(operator: string, operands: readonly Value[], literals: Literals): string | null {
  const [operand] = operands;
  if (operator !== '-' || operands.length !== 1 || operand === undefined) return null;
  const sql =
    operand.kind === 'int' || operand.kind === 'float' || operand.kind === 'call'
      ? constantSql(operand, literals)
      : null;
  return sql === null ? null : `-${sql}`;
}

/** A value that a class of the standard library holds, or a text that Django translates when it is shown. */
function constructed(call: CallValue, literals: Literals, type: string): string | null {
  const name = dottedName(call.callee) ?? '';
  const [only] = call.positional;
  if (name === 'decimal.Decimal') return call.positional.length === 1 ? decimal(only, literals) : null;
  if (name === 'datetime.timedelta') return literals.interval(call);
  const moment = momentText(call, name, dottedName);
  if (moment !== null) return literals.moment(moment);
  if (name === 'uuid.UUID') return only?.kind === 'str' ? literals.uuid(only.value, type) : null;
  return /^django\.utils\.translation\.\w*gettext\w*$/.test(name) && only !== undefined
    ? constantSql(only, literals)
    : null;
}

function decimal(value: Value | undefined, literals: Literals): string | null {
  if (value === undefined) return null;
  if (value.kind === 'str') return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(value.value.trim()) ? value.value.trim() : null;
  return value.kind === 'int' || value.kind === 'float' || value.kind === 'operation'
    ? constantSql(value, literals)
    : null;
}
