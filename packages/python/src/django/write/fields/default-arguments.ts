import { presentMoments, randomIdentifiers } from '@canonical-schema/schema';
import type { Backend } from '../../backends';
import { type DjangoVersion, isAtLeast } from '../../version';
import type { FieldProblem } from './field-writing';
import { type ArgumentCode, type CallCode, imported, keyword, type PythonCode, plain, string } from './python-code';
import { arrayItems, type SqlConstant, sqlConstant } from './sql-constant';

/** A DEFAULT of the SQL, and the field that is to say it. */
export interface DefaultQuestion {
  /** Normalised. */
  readonly sql: string;
  /** `format_type` text. */
  readonly type: string;
  /** The field's class: `DateTimeField`. */
  readonly field: string;
  readonly version: DjangoVersion;
  readonly backend: Backend;
}

/** How a field says a DEFAULT. */
export type DefaultAnswer =
  /** Python fills in the same value. */
  | { readonly kind: 'python'; readonly argument: ArgumentCode }
  /** Only the database can. */
  | { readonly kind: 'database'; readonly argument: ArgumentCode }
  | ({ readonly kind: 'none' } & FieldProblem);

/** The argument that fills in what a DEFAULT would: of Python where it can, of the database from Django 5.0 on. */
export function defaultArguments(question: DefaultQuestion): DefaultAnswer {
  const { sql, field } = question;
  // MySQL says how many digits of a second it keeps.
  const word = sql.toLowerCase().replace(/^now\(\d\)$/, 'now()');
  if (presentMoments.has(word) && ['DateTimeField', 'DateField', 'TimeField'].includes(field)) {
    return { kind: 'python', argument: keyword('auto_now_add', plain('True')) };
  }
  if (randomIdentifiers.has(word) && field === 'UUIDField') return inPython(imported('uuid', 'uuid4'));
  const constant = sqlConstant(sql);
  const value = constant === null ? null : (pythonValues[field]?.(constant) ?? null);
  if (value !== null) return inPython(value);
  return databaseDefault(constant, question);
}

function inPython(value: PythonCode): DefaultAnswer {
  return { kind: 'python', argument: keyword('default', value) };
}

type Conversion = (constant: SqlConstant) => PythonCode | null;

const text: Conversion = ({ kind, value }) => (kind === 'boolean' ? null : string(value));
const whole: Conversion = ({ kind, value }) => (kind === 'number' && !value.includes('.') ? plain(value) : null);
const float: Conversion = ({ kind, value }) => (kind === 'number' ? plain(value) : null);

/** The Python value of an SQL constant, by field class; null where Python has none. */
const pythonValues: Readonly<Record<string, Conversion>> = {
  ...Object.fromEntries(['CharField', 'TextField', 'CITextField', 'GenericIPAddressField'].map((name) => [name, text])),
  ...Object.fromEntries(
    [
      'SmallIntegerField',
      'IntegerField',
      'BigIntegerField',
      'PositiveSmallIntegerField',
      'PositiveIntegerField',
      'PositiveBigIntegerField',
      'AutoField',
      'BigAutoField',
      'SmallAutoField',
    ].map((name) => [name, whole]),
  ),
  FloatField: float,
  DecimalField: (constant) =>
    whole(constant) ?? (constant.kind === 'number' ? called('decimal', 'Decimal', [string(constant.value)]) : null),
  BooleanField: ({ kind, value }) => {
    if (kind === 'boolean') return plain(value === 'true' ? 'True' : 'False');
    return kind === 'number' && (value === '1' || value === '0') ? plain(value === '1' ? 'True' : 'False') : null;
  },
  JSONField: ({ kind, value }) => (kind === 'text' ? emptyContainer(value) : null),
  ArrayField: ({ kind, value }) => (kind === 'text' && arrayItems(value)?.length === 0 ? plain('list') : null),
  UUIDField: ({ kind, value }) => (kind === 'text' ? called('uuid', 'UUID', [string(value)]) : null),
  DateField: ({ kind, value }) => (kind === 'text' ? momentCode('date', value) : null),
  DateTimeField: ({ kind, value }) => (kind === 'text' ? momentCode('datetime', value) : null),
  TimeField: ({ kind, value }) => (kind === 'text' ? momentCode('time', value) : null),
  DurationField: ({ kind, value }) => (kind === 'text' ? timedelta(value) : null),
  BinaryField: ({ kind, value }) => (kind === 'text' ? plainBytes(value) : null),
};

/** `\x6162` as the bytes that it stands for, where they are letters and signs that need no escape. */
function plainBytes(hexadecimal: string): PythonCode | null {
  const digits = /^\\x((?:[0-9a-f]{2})*)$/.exec(hexadecimal)?.[1];
  if (digits === undefined) return null;
  const text = digits.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return /^[ !#-&(-[\]-~]*$/.test(text) ? { kind: 'bytes', text } : null;
}

function emptyContainer(json: string): PythonCode | null {
  const word = json.replace(/\s/g, '');
  if (word === '{}') return plain('dict');
  return word === '[]' ? plain('list') : null;
}

function called(module: string, name: string, args: readonly PythonCode[]): CallCode {
  return { kind: 'call', callee: imported(module, name), args: args.map((value) => ({ name: '', value })) };
}

const momentPatterns = {
  date: /^(\d{4})-(\d\d)-(\d\d)$/,
  time: /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?$/,
  datetime: /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?\+00$/,
} as const;

/** `datetime.date(2020, 2, 29)`; a moment is one of UTC. Null for any other text, as `infinity`. */
function momentCode(name: keyof typeof momentPatterns, value: string): PythonCode | null {
  const match = momentPatterns[name].exec(value);
  if (match === null) return null;
  const parts = match.slice(1).filter((part) => part !== undefined);
  const isFraction = (at: number): boolean => at === (name === 'time' ? 3 : 6);
  const numbers = parts.map((part, at) => Number(isFraction(at) ? part.padEnd(6, '0') : part));
  const least = name === 'datetime' ? 3 : name === 'time' ? 1 : parts.length;
  while (numbers.length > least && numbers.at(-1) === 0) numbers.pop();
  const args = numbers.map((number) => ({ name: '', value: plain(String(number)) }));
  const zone = name === 'datetime' ? [keyword('tzinfo', imported('datetime', 'timezone.utc'))] : [];
  return { kind: 'call', callee: imported('datetime', name), args: [...args, ...zone] };
}

const intervalPattern = /^(?:(-?\d+) days?)?\s*(?:(-?)(\d+):(\d\d):(\d\d)(?:\.(\d{1,6}))?)?$/;

/** `1 day 02:00:00` as a timedelta; null for months, whose length Python does not know. */
function timedelta(interval: string): PythonCode | null {
  const match = intervalPattern.exec(interval);
  if (match === null || interval === '') return null;
  const [, days, sign = '', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const parts: readonly (readonly [string, string])[] = [
    ['days', days ?? '0'],
    ['hours', sign + Number(hours)],
    ['minutes', sign + Number(minutes)],
    ['seconds', sign + Number(seconds)],
    ['microseconds', sign + Number(fraction.padEnd(6, '0'))],
  ];
  const written = parts.filter(([, amount]) => Number(amount) !== 0);
  const args = written.map(([name, amount]) => keyword(name, plain(amount)));
  return { kind: 'call', callee: imported('datetime', 'timedelta'), args };
}

/** `db_default=` with what a DEFAULT says; null where Django has no words for it. */
export function databaseArgument(question: DefaultQuestion): ArgumentCode | null {
  const constant = sqlConstant(question.sql);
  const value = databaseValue(constant, question) ?? constantValue(constant, question.field);
  return value === null ? null : keyword('db_default', value);
}

/** A constant is the same value for Python and the database; a function of Python's is none for the database. */
function constantValue(constant: SqlConstant | null, field: string): PythonCode | null {
  const value = constant === null ? null : (pythonValues[field]?.(constant) ?? null);
  return value === null || isContainer(value) ? null : value;
}

function isContainer(value: PythonCode): boolean {
  return value.kind === 'plain' && (value.text === 'dict' || value.text === 'list');
}

function databaseDefault(constant: SqlConstant | null, question: DefaultQuestion): DefaultAnswer {
  const value = databaseValue(constant, question);
  if (value !== null && isAtLeast(question.version, 5, 0)) {
    return { kind: 'database', argument: keyword('db_default', value) };
  }
  const { version, sql, field } = question;
  const needs =
    value === null ? '' : `, and db_default needs Django 5.0 where this is ${version.major}.${version.minor}`;
  return {
    kind: 'none',
    why: `No argument of ${field} says DEFAULT ${sql}${needs}.`,
    remedy: 'Write the default in the field by hand, or drop the DEFAULT from the SQL.',
  };
}

const functionsOfPostgres: Readonly<Record<string, PythonCode>> = {
  'now()': called('django.contrib.postgres.functions', 'TransactionNow', []),
  'statement_timestamp()': called('django.db.models.functions', 'Now', []),
  'random()': called('django.db.models.functions', 'Random', []),
  'gen_random_uuid()': called('django.contrib.postgres.functions', 'RandomUUID', []),
};

/** The functions that Django writes alike for every other server. */
const functionsOfOthers: Readonly<Record<string, PythonCode>> = {
  'now(6)': called('django.db.models.functions', 'Now', []),
  'rand()': called('django.db.models.functions', 'Random', []),
};

/** What `db_default` says a value by; null where it cannot. */
function databaseValue(
  constant: SqlConstant | null,
  { sql, field, type, backend }: DefaultQuestion,
): PythonCode | null {
  const functions = backend.vendor === 'postgresql' ? functionsOfPostgres : functionsOfOthers;
  if (constant === null) return functions[sql.toLowerCase()] ?? null;
  if (field === 'JSONField' && constant.kind === 'text') return jsonCode(constant.value);
  if (field === 'ArrayField' && constant.kind === 'text') return arrayCode(constant.value, type.slice(0, -2));
  return null;
}

function jsonCode(json: string): PythonCode | null {
  try {
    return codeOfJson(JSON.parse(json));
  } catch {
    return null;
  }
}

/** Null for a value that Django would take for something else: a bare `null` is SQL's. */
function codeOfJson(value: unknown): PythonCode | null {
  if (typeof value === 'string') return string(value);
  if (typeof value === 'number') return plain(String(value));
  if (typeof value === 'boolean') return plain(value ? 'True' : 'False');
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    const items = value.map(memberOfJson);
    return { kind: 'list', items };
  }
  const entries = Object.entries(value).map(([key, member]) => [string(key), memberOfJson(member)] as const);
  return { kind: 'dict', entries };
}

function memberOfJson(value: unknown): PythonCode {
  return codeOfJson(value) ?? plain('None');
}

function arrayCode(text: string, element: string): PythonCode | null {
  const items = arrayItems(text)?.map((item) => itemCode(item, element));
  if (items === undefined || items.includes(null)) return null;
  return { kind: 'list', items: items.filter((item) => item !== null) };
}

function itemCode(item: string | null, element: string): PythonCode | null {
  if (item === null) return plain('None');
  if (/^(text|character varying)/.test(element)) return string(item);
  if (/^(smallint|integer|bigint)$/.test(element) && /^-?\d+$/.test(item)) return plain(item);
  if (element === 'boolean') return plain(/^t/i.test(item) ? 'True' : 'False');
  return null;
}
