import { type Fact, isUnreadable } from '@canonical-schema/schema';
import { quotedText } from '../../sql-quoting';
import { jsonText } from '../../syntax/json-text';
import { momentText } from '../../syntax/moments';
import { timedeltaSql } from '../../syntax/timedelta';
import type { CallValue, Value } from '../../syntax/value';
import { dottedName } from '../constants';

/** The SQL literal of a Python constant, `NULL` for `None`; null for a value that is no constant. JSON for lists and dicts. */
export function constantSql(value: Value): string | null {
  switch (value.kind) {
    case 'none':
      return 'NULL';
    case 'bool':
      return value.value ? 'true' : 'false';
    case 'int':
      return String(value.value);
    case 'float':
      return Number.isFinite(value.value) ? value.text : null;
    case 'str':
      return quotedText(value.value);
    case 'bytes':
      return value.value === '' ? "''" : null;
    case 'operation':
      return negated(value.operator, value.operands);
    case 'list':
    case 'tuple':
    case 'dict': {
      const json = jsonText(value);
      return json === null ? null : quotedText(json);
    }
    case 'call':
      return constructed(value);
    default:
      return null;
  }
}

/** The SQL of a constant for a column of that type: a list is an array there or JSON. */
export function constantSqlFor(value: Value, type: Fact<string>): string | null {
  const isList = value.kind === 'list' || value.kind === 'tuple';
  if (!isList || isUnreadable(type) || !type.endsWith('[]')) return constantSql(value);
  const items = value.items.map((item) => (item.kind === 'list' ? constantSqlFor(item, type) : constantSql(item)));
  if (items.includes(null)) return null;
  return items.length === 0 ? "'{}'" : `ARRAY[${items.join(', ')}]`;
}

function negated(operator: string, operands: readonly Value[]): string | null {
  const [operand] = operands;
  if (operator !== '-' || operands.length !== 1 || operand === undefined) return null;
  const sql =
    operand.kind === 'int' || operand.kind === 'float' || operand.kind === 'call' ? constantSql(operand) : null;
  return sql === null ? null : `-${sql}`;
}

/** A value that a class of the standard library holds, or a text that Django translates when it is shown. */
function constructed(call: CallValue): string | null {
  const name = dottedName(call.callee) ?? '';
  const [only] = call.positional;
  if (name === 'decimal.Decimal') return call.positional.length === 1 ? decimal(only) : null;
  if (name === 'datetime.timedelta') return timedeltaSql(call);
  const moment = momentText(call, name, dottedName);
  if (moment !== null) return quotedText(moment);
  if (name === 'uuid.UUID') return only?.kind === 'str' ? quotedText(only.value) : null;
  return /^django\.utils\.translation\.\w*gettext\w*$/.test(name) && only !== undefined ? constantSql(only) : null;
}

function decimal(value: Value | undefined): string | null {
  if (value === undefined) return null;
  if (value.kind === 'str') return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(value.value.trim()) ? value.value.trim() : null;
  return value.kind === 'int' || value.kind === 'float' || value.kind === 'operation' ? constantSql(value) : null;
}
