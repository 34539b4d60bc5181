import { type Fact, isUnreadable, mapFact, type PythonDefault, unreadable } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';
import { describe, dottedName } from '../constants';
import { argument, flag } from '../fields/arguments';
import type { FieldState } from '../fields/field-state';
import { normalizedDefault } from '../normalized';
import { constantSqlFor } from './constant-sql';

/** Functions whose value SQL can also say. */
const functionsInSql: Readonly<Record<string, string>> = {
  'django.utils.timezone.now': 'now()',
  'django.utils.timezone.localtime': 'now()',
  'datetime.datetime.now': 'now()',
  'datetime.datetime.utcnow': 'now()',
  'datetime.datetime.today': 'now()',
  'datetime.date.today': 'CURRENT_DATE',
  'django.utils.timezone.localdate': 'CURRENT_DATE',
  'uuid.uuid4': 'gen_random_uuid()',
  'builtins.dict': "'{}'",
  'builtins.list': "'[]'",
};

/** What `auto_now` and `auto_now_add` put into each field class. */
const nowOfKind: Readonly<Record<string, string>> = {
  DateTimeField: 'now()',
  DateField: 'CURRENT_DATE',
  TimeField: 'LOCALTIME',
};

/** What Django itself puts into an INSERT that does not name the field; null for nothing of the model's. */
export function pythonDefault(field: FieldState, type: Fact<string>): Fact<PythonDefault | null> {
  const auto = automaticNow(field);
  if (auto !== null) return typed(auto, type);
  const value = argument(field, 'default');
  if (value === undefined) return field.arguments.incomplete === null ? null : unreadable(field.arguments.incomplete);
  if (value.kind === 'unknown') return unreadable(value.why);
  if (isNotProvided(value)) return null;
  const sql = constantSqlFor(value, type);
  if (sql !== null) return typed(sql === 'NULL' ? null : emptyContainer(sql, type), type);
  return functionDefault(value, type);
}

function automaticNow(field: FieldState): string | null {
  const now = nowOfKind[field.kind.name];
  if (now === undefined) return null;
  return flag(field, 'auto_now') === true || flag(field, 'auto_now_add') === true ? now : null;
}

function functionDefault(value: Value, type: Fact<string>): Fact<PythonDefault | null> {
  if (value.kind === 'call') return instanceDefault(value);
  const name = dottedName(value);
  if (name === null) return unreadable(`its default is ${describe(value)}`);
  const sql = functionsInSql[name] ?? functionsInSql[`builtins.${name}`];
  return sql === undefined ? { kind: 'callable', name } : typed(emptyContainer(sql, type), type);
}

/** An object that can be called, such as `functools.partial(token, 8)`. */
function instanceDefault(call: CallValue): Fact<PythonDefault | null> {
  const isPartial = dottedName(call.callee) === 'functools.partial';
  const name = dottedName((isPartial ? call.positional[0] : call.callee) ?? call.callee);
  const isCallable = isPartial || (call.callee.kind === 'class' && call.callee.body.bindings.has('__call__'));
  return isCallable && name !== null ? { kind: 'callable', name } : unreadable(`its default is ${describe(call)}`);
}

/** `list` is `{}` in an array column and `[]` in JSON. */
function emptyContainer(sql: string, type: Fact<string>): string {
  return sql === "'[]'" && !isUnreadable(type) && type.endsWith('[]') ? "'{}'" : sql;
}

function typed(sql: string | null, type: Fact<string>): Fact<PythonDefault | null> {
  const normal = sql === null ? null : normalizedDefault(sql, type);
  return mapFact(normal, (text) => (text === null ? null : { kind: 'value', sql: text }));
}

function isNotProvided(value: Value): boolean {
  return dottedName(value)?.endsWith('.NOT_PROVIDED') === true;
}
