import { type Column, type Generated, isUnreadable, type Schema } from '@canonical-schema/schema';
import { type BracketedCode, callCode } from '../../edits/code';
import type { TableDescription } from '../description';
import type { ColumnIntent, WrittenTable } from './column-intent';
import { ofSqlAlchemy } from './imported-name';
import { inOrder } from './keyword-order';
import { renderServerDefault } from './render-default';
import { renderForeignKey } from './render-foreign-key';
import { type RenderedType, renderType, typeExpression } from './render-type';
import type { Scribe } from './scribe';
import type { ColumnForm } from './source-column';
import { type Unwritable, unwritable } from './unwritable';

/** Where a column is written, and what decides its text besides itself. */
export interface ColumnSite {
  readonly form: ColumnForm;
  readonly table: WrittenTable;
  readonly canonical: Schema;
  readonly scribe: Scribe;
  /** The table that a foreign key leads to; null for one that the models do not have. */
  target(foreignKey: NonNullable<ColumnIntent['foreignKey']>): TableDescription | null;
  /** The type that SQLAlchemy gives an annotation by itself. */
  mapped: (python: { readonly module: string; readonly name: string }) => string | null;
  readonly isDataclass: boolean;
}

/** A keyword argument. */
export interface Keyword {
  readonly name: string;
  readonly value: string;
}

/** The arguments of a column's call. */
export interface ColumnParts {
  readonly type: RenderedType;
  /** `ForeignKey(...)`, `Identity(...)`, `Computed(...)`. */
  readonly items: readonly string[];
  readonly keywords: readonly Keyword[];
}

/** The column's name, where the attribute does not say it. */
export function explicitName({ column }: ColumnIntent, attribute: string): string | null {
  return column.name === attribute ? null : column.name;
}

/** What a column's call says; a reason where SQLAlchemy cannot say it. */
export function columnParts(intent: ColumnIntent, site: ColumnSite): ColumnParts | Unwritable {
  const { column } = intent;
  const { type, nullable, default: databaseDefault, generated, collation } = column;
  if (isUnreadable(type)) return unwritable(`its type could not be read: ${type.unreadable}`);
  if (isUnreadable(nullable)) return unwritable(`whether it may be NULL could not be read: ${nullable.unreadable}`);
  if (isUnreadable(databaseDefault)) return unwritable(`its default could not be read: ${databaseDefault.unreadable}`);
  if (isUnreadable(collation)) return unwritable(`its collation could not be read: ${collation.unreadable}`);
  if (isUnreadable(generated)) return unwritable(`its expression could not be read: ${generated.unreadable}`);
  const rendered = renderType(type, collation, site.canonical, site.scribe);
  if (rendered === null) return unwritable(`SQLAlchemy has no type for ${type}`);
  return {
    type: rendered,
    items: [...itemsOf(intent, generated, site)],
    keywords: inOrder(keywordsOf(intent, databaseDefault, type, site), site.scribe),
  };
}

function* itemsOf(
  { foreignKey, column, key }: ColumnIntent,
  generated: Generated | null,
  site: ColumnSite,
): Generator<string> {
  const { scribe, table } = site;
  if (foreignKey !== null) yield renderForeignKey(foreignKey, table, site.target(foreignKey), scribe);
  const identity = identityItem(column, key, scribe);
  if (identity !== null) yield identity;
  if (generated !== null) yield renderComputed(generated, scribe);
}

/** `Identity()`; serial only where SQLAlchemy does not make it of a key by itself. */
export function identityItem(
  column: Pick<Column, 'identity'>,
  key: ColumnIntent['key'],
  scribe: Scribe,
): string | null {
  if (column.identity === null || !scribe.dialect.saysIdentity(column.identity, key !== 'none')) return null;
  const always = column.identity === 'always' ? 'always=True' : '';
  return `${scribe.name(ofSqlAlchemy('Identity'))}(${always})`;
}

/** `Computed('price * 2', persisted=True)`. */
export function renderComputed({ expression, kind }: Generated, scribe: Scribe): string {
  const persisted = kind === 'stored' ? 'True' : 'False';
  return `${scribe.name(ofSqlAlchemy('Computed'))}(${scribe.quoted(expression)}, persisted=${persisted})`;
}

function keywordsOf(
  intent: ColumnIntent,
  databaseDefault: string | null,
  type: string,
  site: ColumnSite,
): readonly Keyword[] {
  const { column, key, unique, index } = intent;
  const keywords: Keyword[] = [];
  const add = (name: string, value: string): void => void keywords.push({ name, value });
  if (key !== 'none') add('primary_key', 'True');
  const autoincrement = autoincrementKeyword(intent, type, site.scribe);
  if (autoincrement !== null) add('autoincrement', autoincrement);
  if (unique) add('unique', 'True');
  if (index) add('index', 'True');
  const nullable = nullableKeyword(intent, site);
  if (nullable !== null) add('nullable', nullable);
  if (databaseDefault !== null) add('server_default', renderServerDefault(databaseDefault, type, site.scribe));
  if (column.comment !== null) add('comment', site.scribe.quoted(column.comment));
  return keywords;
}

/** A lone integer key counts up unless it says that it does not, and one of several only if it says so. */
export function autoincrementKeyword(
  { key, column, foreignKey, isInForeignKey }: ColumnIntent,
  type: string,
  { context, dialect }: Scribe,
): string | null {
  if (key === 'none' || !context.dialect.types.isInteger(type)) return null;
  if (dialect.countsUp(column.identity))
    return key === 'part' ? 'True' : foreignKey === null && !isInForeignKey ? null : 'True';
  const countsUp = key === 'alone' && foreignKey === null && !isInForeignKey && column.default === null;
  return countsUp && column.identity === null && column.generated === null ? 'False' : null;
}

/** What has to be said of NULL, and what the columns near it say although they need not. */
export function nullableKeyword(
  { column, key }: Pick<ColumnIntent, 'column' | 'key'>,
  { form, scribe }: ColumnSite,
): string | null {
  if (key !== 'none' || column.identity !== null) return null;
  const isNullable = column.nullable !== false;
  if (form === 'column' || form === 'core')
    return isNullable ? (saysNullable(scribe, true, form) ? 'True' : null) : 'False';
  return saysNullable(scribe, isNullable, form) ? (isNullable ? 'True' : 'False') : null;
}

/** Do most columns of that nullability say so? Without an example one says that it may be NULL. */
function saysNullable(scribe: Scribe, isNullable: boolean, form: ColumnForm): boolean {
  const says = scribe.habits.prevailing((column) => {
    const { emitted, call } = column;
    if (emitted.nullable !== isNullable || column.column.primaryKey === true) return null;
    if (call === null) return column.form === form ? false : null;
    return call.args.some(({ name }) => name === 'nullable');
  });
  return says ?? (form === 'column' || form === 'core');
}

/** `Column(...)` with the attribute before it. */
export function columnCall(
  before: string,
  name: string | null,
  parts: ColumnParts,
  site: ColumnSite,
  intent: ColumnIntent,
): BracketedCode {
  const { scribe } = site;
  const callee = scribe.name(ofSqlAlchemy('Column'));
  const type = isTypeLeftOut(intent, site) ? [] : [parts.type.sql()];
  return callCode(`${before}${callee}`, [
    ...(name === null ? [] : [scribe.quoted(name)]),
    ...type,
    ...parts.items,
    ...parts.keywords.map(keywordText),
  ]);
}

/** A keyword argument's text. */
export function keywordText({ name, value }: Keyword): string {
  return `${name}=${value}`;
}

/** A foreign key's column takes its target's type; most files say it all the same. */
export function isTypeLeftOut({ foreignKey, column }: ColumnIntent, { scribe, target }: ColumnSite): boolean {
  if (foreignKey === null) return false;
  const referenced = target(foreignKey);
  const [name] = foreignKey.references.columns;
  const key = referenced?.columns.find((candidate) => candidate.name === name);
  if (key === undefined || key.type.kind !== 'plain' || key.type.text !== column.type) return false;
  const leaves = scribe.habits.prevailing((each) =>
    each.column.foreignKeys.length === 0 || each.call === null || each.form === 'sqlmodel'
      ? null
      : typeExpression(each) === null,
  );
  return leaves === true;
}
