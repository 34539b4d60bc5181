import { type Index, type IndexKey, isUnreadable, mapFact } from '@canonical-schema/schema';
import { type Code, callCode } from '../../edits/code';
import type { WrittenTable } from './column-intent';
import { ofSqlAlchemy } from './imported-name';
import { writtenName } from './object-name';
import { renderText } from './render-default';
import type { Scribe } from './scribe';
import { type Unwritable, unwritable } from './unwritable';

/** How the keys of constraints and indexes name the columns of their table. */
export interface KeyNames {
  /** What a string says: the column's key. */
  key(column: string): string;
  /** The attribute that stands for the column where the index is written; null where none does yet. */
  reference(column: string): string | null;
}

/** `Index('idx_stocks_symbol', 'symbol')`; a reason where SQLAlchemy cannot say it. */
export function renderIndex(index: Index, table: WrittenTable, names: KeyNames, scribe: Scribe): Code | Unwritable {
  const where = index.where;
  if (isUnreadable(where)) return unwritable(`its predicate could not be read: ${where.unreadable}`);
  for (const { of } of index.keys)
    if (of.kind === 'expression' && isUnreadable(of.expression))
      return unwritable(`a key of it could not be read: ${of.expression.unreadable}`);
  const columns = index.keys.flatMap(({ of }) =>
    of.kind === 'column' ? [{ name: of.column, key: names.key(of.column) }] : [],
  );
  const name =
    index.name === null ? 'None' : writtenName({ kind: 'ix', table, columns, referred: null }, index.name, scribe);
  const keys = index.keys.map((key) => renderKey(key, names, scribe));
  const options = [index.unique ? 'unique=True' : null, ...dialectOptions(index, where, names, scribe)];
  return callCode(scribe.name(ofSqlAlchemy('Index')), [name, ...keys, ...options.filter((option) => option !== null)]);
}

/** `postgresql_where=…`: each option under every name that the dialect goes by. */
function dialectOptions(index: Index, where: string | null, names: KeyNames, scribe: Scribe): readonly string[] {
  const method = scribe.dialect.methodOption(index.method);
  const include = index.include.map((column) => scribe.quoted(names.key(column)));
  const options = [
    method === null ? null : `${method.keyword}=${scribe.quoted(method.value)}`,
    operatorClasses(index, names, scribe),
    prefixLengths(index, scribe),
    include.length === 0 ? null : `include=[${include.join(', ')}]`,
    where === null ? null : `where=${renderText(where, scribe)}`,
    index.nullsNotDistinct ? 'nulls_not_distinct=True' : null,
  ].filter((option) => option !== null);
  return options.flatMap((option) => scribe.context.dialect.names.map((dialect) => `${dialect}_${option}`));
}

/** How much of its columns is indexed; those of keys in SQL stand there. */
function prefixLengths({ keys }: Index, scribe: Scribe): string | null {
  const entries = keys.flatMap(({ of, length }) =>
    of.kind === 'column' && length !== undefined ? [`${scribe.quoted(of.column)}: ${length}`] : [],
  );
  return entries.length === 0 ? null : `length={${entries.join(', ')}}`;
}

function renderKey(key: IndexKey, names: KeyNames, scribe: Scribe): string {
  const { of, descending, nulls, collation } = key;
  const isUsual = nulls === (descending ? 'first' : 'last');
  if (of.kind === 'column' && !descending && isUsual && collation === null) return scribe.quoted(names.key(of.column));
  const reference =
    of.kind === 'column' && (usesMethods(scribe) || collation !== null) ? names.reference(of.column) : null;
  if (reference !== null) {
    const collated = collation === null ? '' : `.collate(${scribe.quoted(collation)})`;
    const nullsCall = isUsual ? '' : `.nulls_${nulls}()`;
    return `${reference}${collated}${descending ? '.desc()' : isUsual ? '' : '.asc()'}${nullsCall}`;
  }
  const term =
    of.kind === 'column'
      ? scribe.context.dialect.sql.quoteName(of.column)
      : parenthesised(String(mapFact(of.expression, (text) => text)), scribe);
  const words = [
    term,
    collation === null ? '' : `COLLATE ${scribe.context.dialect.statements.name(collation)}`,
    of.kind === 'expression' || descending ? (key.opclass ?? '') : '',
    descending ? 'DESC' : '',
    isUsual ? '' : `NULLS ${nulls.toUpperCase()}`,
  ];
  return renderText(words.filter((word) => word !== '').join(' '), scribe);
}

/** Operator classes of columns; those of other keys stand in their text. */
function operatorClasses({ keys }: Index, names: KeyNames, scribe: Scribe): string | null {
  const entries = keys.flatMap(({ of, opclass, descending }) =>
    of.kind === 'column' && opclass !== null && !descending
      ? [`${scribe.quoted(names.key(of.column))}: ${scribe.quoted(opclass)}`]
      : [],
  );
  return entries.length === 0 ? null : `ops={${entries.join(', ')}}`;
}

/** A function call stands bare in an index; anything else needs parentheses. */
function parenthesised(expression: string, { dialect }: Scribe): string {
  return dialect.callsStandBare && isOneCall(expression) ? expression : `(${expression})`;
}

function isOneCall(expression: string): boolean {
  const open = /^[a-z_][a-z0-9_.]*\(/.exec(expression);
  if (open === null || !expression.endsWith(')')) return false;
  let depth = 0;
  let isQuoted = false;
  for (let at = open[0].length - 1; at < expression.length; at++) {
    const character = expression[at];
    if (character === "'") isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth === 0) return at === expression.length - 1;
  }
  return false;
}

/** Do the file's indexes say `created_at.desc()`? */
function usesMethods({ file }: Scribe): boolean {
  for (const { call, within } of file.calls()) {
    const isKey = within.some(({ callee }) => callee.kind !== 'opaque' && file.textOf(callee).endsWith('Index'));
    if (isKey && call.callee.kind === 'attribute' && call.callee.name === 'desc') return true;
  }
  return false;
}
