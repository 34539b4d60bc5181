import { isUnreadable, type SqlText } from '@canonical-schema/schema';
import { nodesWithin } from '../../edits/nodes';
import type { Call, Expression, Statement, StringLiteral } from '../../syntax/ast';
import { calleeName } from './source-column';

/** Calls whose string arguments are keys of columns. */
const keyCalls: ReadonlySet<string> = new Set([
  'Index',
  'UniqueConstraint',
  'PrimaryKeyConstraint',
  'ExcludeConstraint',
  'ForeignKeyConstraint',
]);

/** Options that name columns by their keys. */
const keyOptions: ReadonlySet<string> = new Set([
  'postgresql_include',
  'postgresql_ops',
  'ops',
  'mysql_length',
  'mariadb_length',
]);

/** Calls whose first argument is SQL over columns. */
const sqlCalls: ReadonlySet<string> = new Set(['text', 'CheckConstraint', 'Computed', 'literal_column']);

/** A string to be written anew. */
export interface StringChange {
  readonly node: StringLiteral;
  readonly text: string;
}

/** The strings within some code that name a column by its key or in SQL, under its new name; null where one cannot be renamed. */
export function renamedStrings(
  code: Statement | Expression,
  from: string,
  to: string,
  sqlText: SqlText,
): readonly StringChange[] | null {
  const changes: StringChange[] = [];
  for (const node of nodesWithin(code)) {
    if (node.kind !== 'call') continue;
    const name = calleeName(node) ?? '';
    if (keyCalls.has(name)) changes.push(...renamedKeys(node, name, from, to));
    if (!sqlCalls.has(name)) continue;
    const renamed = renamedSql(node, from, to, sqlText);
    if (renamed === null) return null;
    changes.push(...renamed);
  }
  return changes;
}

/** The first argument of an Index is its name; a ForeignKeyConstraint's own columns come first. */
function renamedKeys({ args }: Call, name: string, from: string, to: string): StringChange[] {
  const keys = args.filter(({ form }, at) => form === 'positional' && (name !== 'Index' || at > 0));
  const own = name === 'ForeignKeyConstraint' ? keys.slice(0, 1) : keys;
  const options = args.filter(({ name: option }) => option !== null && keyOptions.has(option));
  return [...own, ...options]
    .flatMap(({ value }) => stringsIn(value).filter(({ parts }) => parts[0] === from))
    .map((node) => ({ node, text: to }));
}

/** Strings of a list, tuple, the keys of a dict, or the expression itself. */
function stringsIn(value: Expression): readonly StringLiteral[] {
  if (value.kind === 'string') return [value];
  if (value.kind === 'list' || value.kind === 'tuple')
    return value.items.flatMap((item, at) => (value.kind === 'tuple' && at > 0 ? [] : stringsIn(item)));
  return value.kind === 'dict' ? value.entries.flatMap(({ key }) => (key === null ? [] : stringsIn(key))) : [];
}

/** What may follow a key of an index in SQL, which is no expression. */
const order = /^(.*?)((?:\s+\w+_ops)?(?:\s+(?:asc|desc))?(?:\s+nulls\s+(?:first|last))?)$/is;

function renamedSql({ args }: Call, from: string, to: string, sqlText: SqlText): StringChange[] | null {
  const node = args[0]?.value;
  const [text] = node?.kind === 'string' ? node.parts : [];
  if (node?.kind !== 'string' || typeof text !== 'string') return [];
  const [, expression = text, suffix = ''] = order.exec(text) ?? [];
  if (!sqlText.columnsIn(expression).includes(from)) return [];
  const renamed = sqlText.renamedColumn(expression, from, to);
  return isUnreadable(renamed) ? null : [{ node, text: renamed + suffix }];
}
