import { type Fact, isUnreadable, mapFact, type PythonDefault, unreadable } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';
import type { Backend, Literals } from '../backends';
import { describe, dottedName } from '../constants';
import { argument, flag } from '../fields/arguments';
import type { FieldState } from '../fields/field-state';
import { normalizedDefault } from '../normalized';
import { constantSqlFor } from './constant-sql';
import type { EmitContext } from './context';

/** Functions whose value SQL can also say. */
const functionsInSql: Readonly<Record<string, (literals: Literals, type: string) => string | null>> = {
  'django.utils.timezone.now': ({ now }) => now,
  'django.utils.timezone.localtime': ({ now }) => now,
  'datetime.datetime.now': ({ now }) => now,
  'datetime.datetime.utcnow': ({ now }) => now,
  'datetime.datetime.today': ({ now }) => now,
  'datetime.date.today': ({ today }) => today,
  'django.utils.timezone.localdate': ({ today }) => today,
  'uuid.uuid4': (literals, type) => literals.randomUuid(type),
  'builtins.dict': () => "'{}'",
  'builtins.list': () => "'[]'",
};

/** What `auto_now` and `auto_now_add` put into each field class. */
const nowOfKind: Readonly<Record<string, (literals: Literals) => string>> = {
  DateTimeField: ({ now }) => now,
  DateField: ({ today }) => today,
  TimeField: ({ timeOfDay }) => timeOfDay,
};

/** What Django itself puts into an INSERT that does not name the field; null for nothing of the model's. */
export function pythonDefault(
  field: FieldState,
  type: Fact<string>,
  { backend }: EmitContext,
): Fact<PythonDefault | null> {
  const auto = automaticNow(field, backend.literals);
  if (auto !== null) return typed(auto, type, backend);
  const value = argument(field, 'default');
  if (value === undefined) return field.arguments.incomplete === null ? null : unreadable(field.arguments.incomplete);
  if (value.kind === 'unknown') return unreadable(value.why);
  if (isNotProvided(value)) return null;
  const sql = constantSqlFor(value, type, backend.literals);
  if (sql !== null) return typed(sql === 'NULL' ? null : emptyContainer(sql, type), type, backend);
  return functionDefault(value, type, backend);
}

function automaticNow(field: FieldState, literals: Literals): string | null {
  const now = nowOfKind[field.kind.name];
  if (now === undefined) return null;
  return flag(field, 'auto_now') === true || flag(field, 'auto_now_add') === true ? now(literals) : null;
}

function functionDefault(value: Value, type: Fact<string>, backend: Backend): Fact<PythonDefault | null> {
  if (value.kind === 'call') return instanceDefault(value);
  const name = dottedName(value);
  if (name === null) return unreadable(`its default is ${describe(value)}`);
  const known = functionsInSql[name] ?? functionsInSql[`builtins.${name}`];
  const sql = known?.(backend.literals, isUnreadable(type) ? '' : type) ?? null;
  return sql === null ? { kind: 'callable', name } : typed(emptyContainer(sql, type), type, backend);
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

function typed(sql: string | null, type: Fact<string>, backend: Backend): Fact<PythonDefault | null> {
  const normal = sql === null ? null : normalizedDefault(sql, type, backend.sql);
  return mapFact(normal, (text) => (text === null ? null : { kind: 'value', sql: text }));
}

function isNotProvided(value: Value): boolean {
  return dottedName(value)?.endsWith('.NOT_PROVIDED') === true;
}
