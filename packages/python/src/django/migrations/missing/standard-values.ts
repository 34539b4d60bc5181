import { timedeltaUnits } from '../../../syntax/timedelta';
import type { CallValue, Value } from '../../../syntax/value';
import { decimalText, floatRepr, textRepr } from './python-repr';
import { type LiteralTerm, literal, type Term } from './term';

/** Answers for the arguments of a call. */
export type TermOf = (value: Value) => Term;

type Rule = (call: CallValue, termOf: TermOf) => Term | null;

/** Calls of Python's own classes that make a constant, as Python prints it. */
const rules: Readonly<Record<string, Rule>> = {
  'datetime.timedelta': timedelta,
  'datetime.date': (call) => parts(call, 'datetime.date', ['year', 'month', 'day'], 3),
  'datetime.time': (call) => parts(call, 'datetime.time', timeParts, 2),
  'datetime.datetime': datetime,
  'decimal.Decimal': decimal,
  'uuid.UUID': uuid,
  're.compile': regularExpression,
  'functools.partial': partial,
  'builtins.float': floatCall,
  'builtins.frozenset': (call, termOf) => collection('frozenset', call, termOf),
  'builtins.set': (call, termOf) => collection('set', call, termOf),
  'builtins.list': (call, termOf) => collection('list', call, termOf),
  'builtins.tuple': (call, termOf) => collection('tuple', call, termOf),
};

/** The constant that a call of a class of the standard library makes; null for any other call. */
export function standardTerm(name: string, call: CallValue, termOf: TermOf): Term | null {
  return Object.hasOwn(rules, name) ? (rules[name]?.(call, termOf) ?? null) : null;
}

const timeParts = ['hour', 'minute', 'second', 'microsecond'];

function numberOf(value: Value | undefined): number | null {
  if (value === undefined) return 0;
  if (value.kind === 'int' || value.kind === 'float') return Number(value.value);
  const [operand] = value.kind === 'operation' && value.operator === '-' ? value.operands : [];
  const negated = operand === undefined ? null : numberOf(operand);
  return negated === null ? null : -negated;
}

function timedelta(call: CallValue): LiteralTerm | null {
  let total = 0;
  for (const [position, [name, microseconds]] of timedeltaUnits.entries()) {
    const amount = numberOf(call.positional[position] ?? call.keywords.get(name));
    if (amount === null) return null;
    total += Math.round(amount * microseconds);
  }
  const days = Math.floor(total / 86_400_000_000);
  const rest = total - days * 86_400_000_000;
  const seconds = Math.floor(rest / 1_000_000);
  const shown = Object.entries({ days, seconds, microseconds: rest - seconds * 1_000_000 })
    .filter(([, amount]) => amount !== 0)
    .map(([name, amount]) => `${name}=${amount}`);
  return literal(`datetime.timedelta(${shown.length === 0 ? '0' : shown.join(', ')})`, ['import datetime']);
}

/** `datetime.date(2020, 1, 1)`: numbers in order, at least so many, no zeros behind those. */
function parts(call: CallValue, name: string, names: readonly string[], least: number): LiteralTerm | null {
  const numbers = names.map((each, index) => numberOf(call.positional[index] ?? call.keywords.get(each)));
  const isKnown = [...call.keywords.keys()].every((key) => names.includes(key));
  if (numbers.includes(null) || !isKnown || call.positional.length > names.length) return null;
  return literal(`${name}(${shownNumbers(numbers, least).join(', ')})`, ['import datetime']);
}

function shownNumbers(numbers: readonly (number | null)[], least: number): readonly (number | null)[] {
  let length = numbers.length;
  while (length > least && numbers[length - 1] === 0) length -= 1;
  return numbers.slice(0, length);
}

function datetime(call: CallValue): LiteralTerm | null {
  const names = ['year', 'month', 'day', ...timeParts];
  const zone = call.positional[names.length] ?? call.keywords.get('tzinfo');
  const keywords = new Map([...call.keywords].filter(([key]) => key !== 'tzinfo'));
  const bare = parts(
    { ...call, positional: call.positional.slice(0, names.length), keywords },
    'datetime.datetime',
    names,
    5,
  );
  if (zone === undefined || zone.kind === 'none' || bare === null) return bare;
  if (!isUtc(zone)) return null;
  return literal(`${bare.text.slice(0, -1)}, tzinfo=datetime.timezone.utc)`, ['import datetime']);
}

function isUtc(zone: Value): boolean {
  if (zone.kind === 'external')
    return /^(datetime\.timezone\.utc|datetime\.UTC|django\.utils\.timezone\.utc)$/.test(zone.name);
  return zone.kind === 'attribute' && zone.name === 'utc' && zone.of.kind === 'external';
}

function decimal(call: CallValue): LiteralTerm | null {
  const [value] = call.positional;
  const text = value === undefined ? '0' : value.kind === 'str' ? decimalText(value.value) : wholeText(value);
  if (text === null) return null;
  const identity = Number.isFinite(Number(text)) ? String(Number(text)) : text;
  return literal(`Decimal('${text}')`, ['from decimal import Decimal'], identity);
}

function wholeText(value: Value): string | null {
  if (value.kind === 'float') return Number.isInteger(value.value) ? String(value.value) : null;
  const number = value.kind === 'int' ? String(value.value) : null;
  return number ?? (numberOf(value) === null ? null : String(numberOf(value)));
}

function uuid(call: CallValue): LiteralTerm | null {
  const value = call.positional[0] ?? call.keywords.get('hex');
  const digits = value?.kind === 'str' ? value.value.toLowerCase().replace(/^urn:uuid:|[{}-]/g, '') : '';
  const match = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(digits);
  return match === null ? null : literal(`uuid.UUID('${match.slice(1).join('-')}')`, ['import uuid']);
}

function regularExpression(call: CallValue): LiteralTerm | null {
  const pattern = call.positional[0] ?? call.keywords.get('pattern');
  const flags = call.positional[1] ?? call.keywords.get('flags');
  if (pattern?.kind !== 'str') return null;
  const number = flags === undefined ? 0 : flagsOf(flags);
  if (number === null) return null;
  return literal(`re.compile(${textRepr(pattern.value)}${number === 0 ? '' : `, ${number}`})`, ['import re']);
}

const flagNumbers: Readonly<Record<string, number>> = {
  IGNORECASE: 2,
  I: 2,
  LOCALE: 4,
  L: 4,
  MULTILINE: 8,
  M: 8,
  DOTALL: 16,
  S: 16,
  UNICODE: 0,
  U: 0,
  VERBOSE: 64,
  X: 64,
  ASCII: 256,
  A: 256,
};

function flagsOf(value: Value): number | null {
  if (value.kind === 'int') return Number(value.value);
  if (value.kind === 'external') return flagNumbers[value.name.replace(/^re\.(RegexFlag\.)?/, '')] ?? null;
  if (value.kind !== 'operation' || value.operator !== '|') return null;
  const numbers = value.operands.map(flagsOf);
  return numbers.reduce((sum, each) => (sum === null || each === null ? null : sum | each), 0);
}

function partial(call: CallValue, termOf: TermOf): Term | null {
  const [func, ...rest] = call.positional;
  if (func === undefined || !call.complete) return null;
  return {
    kind: 'made',
    path: 'functools.partial',
    positional: [func, ...rest].map(termOf),
    keywords: new Map([...call.keywords].map(([name, value]) => [name, termOf(value)])),
  };
}

function collection(kind: 'list' | 'tuple' | 'set' | 'frozenset', call: CallValue, termOf: TermOf): Term | null {
  const [items] = call.positional;
  if (items === undefined) return { kind, items: [] };
  if (items.kind !== 'list' && items.kind !== 'tuple' && items.kind !== 'set') return null;
  return { kind, items: items.items.map(termOf) };
}

/** `float("inf")`, as migrations write it too. */
function floatCall(call: CallValue): LiteralTerm | null {
  const [value] = call.positional;
  if (value?.kind !== 'str') return null;
  const match = /^([+-]?)(inf|infinity|nan)$/i.exec(value.value.trim());
  if (match === null) return value.value.trim() === '' ? null : floatTerm(Number(value.value));
  if (match[2]?.toLowerCase() === 'nan') return floatTerm(Number.NaN);
  return floatTerm(match[1] === '-' ? -Infinity : Infinity);
}

/** A float as a migration writes it. */
export function floatTerm(value: number): LiteralTerm {
  if (!Number.isFinite(value)) return literal(`float("${Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'}")`);
  return literal(floatRepr(value), [], String(value));
}
