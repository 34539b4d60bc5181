import { type Column, type Generated, isUnreadable, type Schema } from '@canonical-schema/schema';
import { type BracketedCode, type Code, callCode } from '../../edits/code';
import type { TableDescription } from '../description';
import type { ColumnIntent, WrittenTable } from './column-intent';
import { ofOrm, ofSqlAlchemy, pythonName } from './imported-name';
import { inOrder } from './keyword-order';
import { renderServerDefault } from './render-default';
import { renderForeignKey } from './render-foreign-key';
import { nullableAnnotation, type RenderedType, renderType, typeExpression } from './render-type';
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
interface ColumnParts {
  readonly type: RenderedType;
  /** `ForeignKey(...)`, `Identity(...)`, `Computed(...)`. */
  readonly items: readonly string[];
  readonly keywords: readonly Keyword[];
}

/** The statement (or, in a `Table(...)`, the argument) of a column; a reason where SQLAlchemy cannot say it. */
export function renderColumn(intent: ColumnIntent, attribute: string, site: ColumnSite): Code | Unwritable {
  const parts = columnParts(intent, site);
  if ('unwritable' in parts) return parts;
  switch (site.form) {
    case 'core':
      return columnCall('', intent.column.name, parts, site, intent);
    case 'column':
      return columnCall(`${attribute} = `, explicitName(intent, attribute), parts, site, intent);
    case 'mapped':
      return mappedColumn(intent, attribute, parts, site);
    case 'sqlmodel':
      return sqlModelField(intent, attribute, parts, site);
  }
}

function explicitName({ column }: ColumnIntent, attribute: string): string | null {
  return column.name === attribute ? null : column.name;
}

function columnParts(intent: ColumnIntent, site: ColumnSite): ColumnParts | Unwritable {
  const { column } = intent;
  const { type, nullable, default: databaseDefault, generated } = column;
  if (isUnreadable(type)) return unwritable(`its type could not be read: ${type.unreadable}`);
  if (isUnreadable(nullable)) return unwritable(`whether it may be NULL could not be read: ${nullable.unreadable}`);
  if (isUnreadable(databaseDefault)) return unwritable(`its default could not be read: ${databaseDefault.unreadable}`);
  if (isUnreadable(generated)) return unwritable(`its expression could not be read: ${generated.unreadable}`);
  const rendered = renderType(type, column.collation, site.canonical, site.scribe);
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
  if (column.identity === null || (column.identity === 'serial' && key !== 'none')) return null;
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
  const autoincrement = autoincrementKeyword(intent, type);
  if (autoincrement !== null) add('autoincrement', autoincrement);
  if (unique) add('unique', 'True');
  if (index) add('index', 'True');
  const nullable = nullableKeyword(intent, site);
  if (nullable !== null) add('nullable', nullable);
  if (databaseDefault !== null) add('server_default', renderServerDefault(databaseDefault, type, site.scribe));
  if (column.comment !== null) add('comment', site.scribe.quoted(column.comment));
  return keywords;
}

const integers: ReadonlySet<string> = new Set(['smallint', 'integer', 'bigint']);

/** A lone integer key counts up unless it says that it does not, and one of several only if it says so. */
export function autoincrementKeyword(
  { key, column, foreignKey, isInForeignKey }: ColumnIntent,
  type: string,
): string | null {
  if (key === 'none' || !integers.has(type)) return null;
  if (column.identity === 'serial')
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
function columnCall(
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
function isTypeLeftOut({ foreignKey, column }: ColumnIntent, { scribe, target }: ColumnSite): boolean {
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

function mappedColumn(intent: ColumnIntent, attribute: string, parts: ColumnParts, site: ColumnSite): Code {
  const { scribe } = site;
  const { column } = intent;
  const isNullable = column.nullable !== false && intent.key === 'none' && column.identity === null;
  const python = isNullable ? nullableAnnotation(parts.type.python(), scribe) : parts.type.python();
  const target = annotationTarget(attribute, python, scribe);
  const name = explicitName(intent, attribute);
  const isPlain = isMappedByItself(parts.type, column.type, site) && leavesTypesOut(scribe);
  const args = [
    ...(name === null ? [] : [scribe.quoted(name)]),
    ...(isPlain || isTypeLeftOut(intent, site) ? [] : [parts.type.sql()]),
    ...parts.items,
    ...parts.keywords.map(keywordText),
    ...(site.isDataclass ? dataclassKeywords(intent) : []),
  ];
  if (args.length === 0 && isBareAnnotationUsual(scribe)) return target;
  return callCode(`${target} = ${scribe.name(ofOrm('mapped_column'))}`, args);
}

function annotationTarget(attribute: string, python: string, scribe: Scribe): string {
  return `${attribute}: ${scribe.name(ofOrm('Mapped'))}[${python}]`;
}

function isMappedByItself({ plain }: RenderedType, type: Column['type'], { mapped }: ColumnSite): boolean {
  return plain !== null && mapped(plain) === type;
}

function leavesTypesOut({ habits }: Scribe): boolean {
  const leaves = habits.prevailing((column) => {
    if (column.form !== 'mapped' || column.column.foreignKeys.length > 0) return null;
    const isTelling = typeof column.emitted.type === 'string' && simpleTypes.has(column.emitted.type);
    return isTelling ? typeExpression(column) === null : null;
  });
  return leaves !== false;
}

/** Types that an annotation alone gives. */
const simpleTypes: ReadonlySet<string> = new Set([
  'integer',
  'character varying',
  'boolean',
  'double precision',
  'date',
]);

function isBareAnnotationUsual({ habits }: Scribe): boolean {
  const isBare = habits.prevailing(({ form, call }) => {
    if (form !== 'mapped' || (call !== null && call.args.length > 0)) return null;
    return call === null;
  });
  return isBare === true;
}

/** What keeps the order of a dataclass's arguments possible: those with a default come last. */
function dataclassKeywords({ column, key }: ColumnIntent): readonly string[] {
  if (key !== 'none' || column.identity !== null || column.generated !== null) return ['init=False'];
  if (column.nullable !== false) return ['default=None'];
  return column.default === null ? ['kw_only=True'] : ['init=False'];
}

/** `name: str = Field(...)`, as far as a Field can say it; else with its Column inside. */
function sqlModelField(intent: ColumnIntent, attribute: string, parts: ColumnParts, site: ColumnSite): Code {
  const { scribe } = site;
  const { column, key } = intent;
  const isNullable = column.nullable !== false || (key !== 'none' && column.identity !== null);
  const python = isNullable ? nullableAnnotation(parts.type.python(), scribe) : parts.type.python();
  const field = fieldKeywords(intent, attribute, parts.type, site) ?? columnKeywords(intent, attribute, site);
  const args: Code[] = [...(isNullable ? ['default=None'] : []), ...field];
  if (args.length === 0) return `${attribute}: ${python}`;
  return callCode(`${attribute}: ${python} = ${scribe.name(pythonName('sqlmodel', 'Field'))}`, args);
}

/** Null where the column needs more than a Field's own arguments. */
function fieldKeywords(
  intent: ColumnIntent,
  attribute: string,
  rendered: RenderedType,
  site: ColumnSite,
): readonly string[] | null {
  const { column, key, foreignKey, unique, index } = intent;
  const isPlain =
    column.name === attribute &&
    column.default === null &&
    column.generated === null &&
    column.comment === null &&
    column.collation === null &&
    (column.identity === null
      ? key !== 'alone' || !integers.has(String(column.type))
      : column.identity === 'serial' && key === 'alone');
  const type = isPlain && typeof column.type === 'string' ? fieldType(column.type, rendered, site) : null;
  if (type === null) return null;
  const reference = foreignKey === null ? [] : fieldReference(foreignKey, site);
  if (reference === null) return null;
  return [
    ...(key === 'none' ? [] : ['primary_key=True']),
    ...reference,
    ...(unique ? ['unique=True'] : []),
    ...(index ? ['index=True'] : []),
    ...type,
  ];
}

/** Types that SQLModel makes of the annotation; `timestamp` depends on its version. */
const fieldTypes: ReadonlySet<string> = new Set([
  'integer',
  'double precision',
  'boolean',
  'character varying',
  'bytea',
  'uuid',
  'date',
  'time without time zone',
  'interval',
]);

function fieldType(type: string, rendered: RenderedType, { scribe }: ColumnSite): readonly string[] | null {
  if (fieldTypes.has(type)) return [];
  const length = /^character varying\((\d+)\)$/.exec(type)?.[1];
  if (length !== undefined) return [`max_length=${length}`];
  const digits = /^numeric\((\d+),(\d+)\)$/.exec(type);
  if (digits !== null) return [`max_digits=${digits[1]}`, `decimal_places=${digits[2]}`];
  const dateTime = scribe.context.sqlModelDateTime();
  if (dateTime.kind === 'plain' && dateTime.text === type) return [];
  // A class is what the argument takes by its type.
  const sql = rendered.sql();
  return sql.endsWith(')') ? null : [`sa_type=${sql}`];
}

function fieldReference(
  foreignKey: NonNullable<ColumnIntent['foreignKey']>,
  site: ColumnSite,
): readonly string[] | null {
  const plain = plainReference(renderForeignKey(foreignKey, site.table, site.target(foreignKey), site.scribe));
  if (plain === null) return null;
  return [`foreign_key=${plain.target}`, ...(plain.ondelete === null ? [] : [`ondelete=${plain.ondelete}`])];
}

/** The arguments of a `ForeignKey(...)` that says no more than a Field can. */
export function plainReference(written: string): { readonly target: string; readonly ondelete: string | null } | null {
  const plain = /^[\w.]+\((['"][\w.]+['"])(?:, ondelete=(['"](?:CASCADE|SET NULL|RESTRICT)['"]))?\)$/i.exec(written);
  return plain === null ? null : { target: plain[1] ?? '', ondelete: plain[2] ?? null };
}

function columnKeywords(intent: ColumnIntent, attribute: string, site: ColumnSite): readonly Code[] {
  const within: ColumnSite = { ...site, form: 'column' };
  const parts = columnParts(intent, within);
  return 'unwritable' in parts
    ? []
    : [columnCall('sa_column=', explicitName(intent, attribute), parts, within, intent)];
}
