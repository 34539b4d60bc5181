import { type Fact, isUnreadable, type PythonDefault, unreadable } from '@canonical-schema/schema';
import { jsonText } from '../../syntax/json-text';
import type { Value } from '../../syntax/value';
import type { ColumnDescription } from '../description';
import { functionName, sqlExpression } from '../expressions/render-expression';
import { whyNot } from '../facts-of-values';
import { dottedPath } from '../framework-name';
import type { ReadContext } from '../read-context';

/** Functions of Python that fill a column in as a SQL function would. */
const knownFunctions: Readonly<Record<string, string>> = {
  'datetime.datetime.utcnow': 'now()',
  'datetime.datetime.now': 'now()',
  'datetime.datetime.today': 'now()',
  'django.utils.timezone.now': 'now()',
  'datetime.date.today': 'CURRENT_DATE',
  dict: "'{}'",
  list: "'[]'",
  set: "'[]'",
};

/** What `default=` puts into an INSERT, in the SQL form of the column's type where it has one. */
export function pythonDefault(
  column: ColumnDescription,
  type: Fact<string>,
  context: ReadContext,
): Fact<PythonDefault | null> {
  if (column.serverDefault.kind === 'fetched') return { kind: 'fetched' };
  const value = column.pythonDefault;
  if (value === null) return null;
  const sql = sqlOf(value, column, isUnreadable(type) ? '' : type, context);
  if (sql === null) return { kind: 'callable', name: callableName(value) };
  if (isUnreadable(sql)) return sql;
  const normal = context.dialect.sql.normalizeDefaultText(sql, isUnreadable(type) ? '' : type);
  if (isUnreadable(normal)) return unreadable(`its default ${normal.unreadable}`);
  return normal.kind === 'none' ? null : { kind: 'value', sql: normal.sql };
}

/** The SQL of a default; null for a function of the project's own. */
function sqlOf(value: Value, column: ColumnDescription, type: string, context: ReadContext): Fact<string> | null {
  const { text } = context.dialect.statements;
  const called = knownFunction(value, type, context);
  if (called !== null) return called;
  switch (value.kind) {
    case 'str':
      return text(value.value);
    case 'int':
    case 'bool':
      return String(value.value);
    case 'float':
      return value.text;
    case 'list':
    case 'tuple':
    case 'dict':
    case 'set':
      return containerText(value, type, context);
    case 'attribute':
      return memberText(value, column, context);
    case 'function':
      return functionText(value, type, context);
    case 'call':
      return functionName(value.callee) === null && dottedPath(value.callee)?.startsWith('sqlalchemy.') !== true
        ? null
        : sqlExpression(value, context)({ named: () => null, of: () => null });
    case 'unknown':
      return unreadable(`its default ${value.why}`);
    default:
      return dottedPath(value) === null ? unreadable(`its default ${whyNot(value, 'readable')}`) : null;
  }
}

function knownFunction(value: Value, type: string, { dialect }: ReadContext): string | null {
  const path = dottedPath(value)?.replace(/^builtins\./, '');
  const functions = { ...knownFunctions, ...dialect.ddl.pythonFunctions };
  const known = path !== undefined && Object.hasOwn(functions, path) ? functions[path] : undefined;
  return known === "'[]'" && type.endsWith('[]') ? "'{}'" : (known ?? null);
}

/** `lambda: datetime.now(timezone.utc)`: the function that it calls, or the constant that it returns. */
function functionText(value: Extract<Value, { kind: 'function' }>, type: string, context: ReadContext): string | null {
  const result = value.call([], new Map());
  if (result.kind === 'call') return knownFunction(result.callee, type, context);
  if (result.kind === 'dict' || result.kind === 'list') return containerText(result, type, context);
  if (result.kind === 'str') return context.dialect.statements.text(result.value);
  return result.kind === 'int' || result.kind === 'bool' ? String(result.value) : null;
}

function containerText(value: Value, type: string, { dialect }: ReadContext): string | null {
  if (value.kind === 'dict' && value.entries.length === 0) return "'{}'";
  const isEmpty = (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set') && value.items.length === 0;
  if (isEmpty) return type.endsWith('[]') ? "'{}'" : "'[]'";
  const json = jsonText(value);
  return json === null || type.endsWith('[]') ? null : dialect.statements.text(json);
}

/** A member of an enumeration is stored as its name in an `Enum` column, else as its value. */
function memberText(
  value: Extract<Value, { kind: 'attribute' }>,
  column: ColumnDescription,
  context: ReadContext,
): Fact<string> | null {
  if (value.of.kind !== 'class') return null;
  const { text } = context.dialect.statements;
  const members = context.enumMembers(value.of);
  if (isUnreadable(members)) return null;
  const at = members.findIndex((member) => member.name === value.name);
  const member = members[at];
  if (member === undefined) return null;
  if (column.type.kind !== 'enum')
    return member.value.kind === 'str'
      ? text(member.value.value)
      : member.value.kind === 'int'
        ? String(member.value.value)
        : null;
  const labels = column.type.labels;
  return isUnreadable(labels) ? labels : text(labels[at] ?? member.name);
}

function callableName(value: Value): string {
  return dottedPath(value) ?? (value.kind === 'call' ? `${dottedPath(value.callee) ?? 'a function'}()` : 'a function');
}
