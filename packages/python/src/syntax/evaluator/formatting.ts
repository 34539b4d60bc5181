import type { Value } from '../value';

/** `str(value)`; null where it is not known. */
export function textOfValue(value: Value): string | null {
  return value.kind === 'str' ? value.value : reprOf(value);
}

/** `repr(value)`; null where it is not known. */
export function reprOf(value: Value): string | null {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return String(value.value);
    case 'float':
      return value.text;
    case 'str':
      return quoted(value.value);
    case 'list':
      return listed(value.items, '[', ']');
    case 'tuple':
      return listed(value.items, '(', value.items.length === 1 ? ',)' : ')');
    default:
      return null;
  }
}

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

function listed(items: readonly Value[], open: string, close: string): string | null {
  const texts = items.map(reprOf);
  return texts.every((text) => text !== null) ? open + texts.join(', ') + close : null;
}

const PERCENT = /%(?:\((\w+)\))?([-+ 0#]*)(\d*)(?:\.(\d+))?([sdrifxXoeg%])/g;

/** `template % values`; null where a value or the template is not understood. */
export function formattedPercent(template: string, values: Value): string | null {
  let next = 0;
  let isKnown = true;
  const lost = () => {
    isKnown = false;
    return '';
  };
  const text = template.replace(PERCENT, (_, key, flags, width, precision, type) => {
    if (type === '%') return '%';
    const value = key === undefined ? positionalOf(values, next++) : keyedOf(values, key);
    const formatted = value === null ? null : percentPart(value, type, precision);
    return formatted === null ? lost() : padded(formatted, flags, Number(width || 0));
  });
  const given = values.kind === 'tuple' ? values.items.length : 1;
  if (next > 0 && next !== given) return null;
  return isKnown ? text : null;
}

function positionalOf(values: Value, index: number): Value | null {
  if (values.kind === 'tuple') return values.items[index] ?? null;
  return index === 0 ? values : null;
}

function keyedOf(values: Value, key: string): Value | null {
  if (values.kind !== 'dict') return null;
  const entry = values.entries.find(([name]) => name.kind === 'str' && name.value === key);
  return entry?.[1] ?? null;
}

function percentPart(value: Value, type: string, precision: string | undefined): string | null {
  if (type === 's') return cut(textOfValue(value), precision);
  if (type === 'r') return reprOf(value);
  return formattedNumber(value, type === 'i' ? 'd' : type, precision);
}

function cut(text: string | null, precision: string | undefined): string | null {
  return text === null || precision === undefined ? text : text.slice(0, Number(precision));
}

function formattedNumber(value: Value, type: string, precision: string | undefined): string | null {
  if (value.kind !== 'int' && value.kind !== 'float' && value.kind !== 'bool') return null;
  const number = Number(value.value);
  switch (type) {
    case 'd':
      return value.kind === 'float' ? String(Math.trunc(number)) : String(BigInt(value.value));
    case 'f':
      return number.toFixed(Number(precision ?? 6));
    case 'x':
      return number.toString(16);
    case 'X':
      return number.toString(16).toUpperCase();
    case 'o':
      return number.toString(8);
    default:
      return null;
  }
}

function padded(text: string, flags: string, width: number): string {
  if (text.length >= width) return text;
  if (flags.includes('-')) return text.padEnd(width);
  return text.padStart(width, flags.includes('0') ? '0' : ' ');
}

const FIELD = /\{\{|\}\}|\{([^{}!:.[]*)((?:\.\w+|\[[^\]]*\])*)(?:!([rsa]))?(?::([^{}]*))?\}/g;

/** `template.format(…)`; null where a value or the template is not understood. */
export function formattedBraces(
  template: string,
  positional: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): string | null {
  let next = 0;
  let isKnown = true;
  const text = template.replace(FIELD, (whole, name, path, conversion, spec) => {
    if (whole === '{{') return '{';
    if (whole === '}}') return '}';
    const value = name === '' ? positional[next++] : /^\d+$/.test(name) ? positional[Number(name)] : keywords.get(name);
    const formatted = value === undefined || path !== '' ? null : formattedValue(value, conversion ?? null, spec ?? '');
    if (formatted === null) isKnown = false;
    return formatted ?? '';
  });
  return isKnown ? text : null;
}

const SPEC = /^(?:(.)?([<>=^]))?([-+ ])?#?(0)?(\d+)?(,|_)?(?:\.(\d+))?([bdfsxX%])?$/s;

/** One replacement field: `{value!r:>10}`; null where it is not understood. */
export function formattedValue(value: Value, conversion: string | null, spec: string): string | null {
  const converted = conversion === 'r' || conversion === 'a' ? reprOf(value) : textOfValue(value);
  if (spec === '' || converted === null) return converted;
  const match = SPEC.exec(spec);
  if (match === null) return null;
  const [, fill, align, sign, zero, width, grouping, precision, type] = match;
  if (sign !== undefined || grouping !== undefined) return null;
  const isNumber = (value.kind === 'int' || value.kind === 'float') && conversion === null;
  const text = fieldText(value, converted, isNumber, type, precision);
  if (text === null || width === undefined) return text;
  const pad = fill ?? zero ?? ' ';
  return aligned(text, pad, align ?? (isNumber ? '>' : '<'), Number(width));
}

function fieldText(
  value: Value,
  converted: string,
  isNumber: boolean,
  type: string | undefined,
  precision: string | undefined,
): string | null {
  if (!isNumber) return type === undefined || type === 's' ? cut(converted, precision) : null;
  if (type !== undefined) return formattedNumber(value, type, precision);
  return precision === undefined ? converted : null;
}

function aligned(text: string, pad: string, align: string, width: number): string {
  const missing = width - text.length;
  if (missing <= 0) return text;
  if (align === '<') return text.padEnd(width, pad);
  if (align === '^') return text.padStart(text.length + Math.floor(missing / 2), pad).padEnd(width, pad);
  return text.padStart(width, pad);
}
