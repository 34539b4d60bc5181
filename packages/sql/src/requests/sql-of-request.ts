import { assertNever, type Refused, type Schema, type TableRef } from '@canonical-schema/schema';
import { quoteName, quoteText } from '../expressions/quote';
import { typeText } from '../fold/sql-text';
import type { Around, RequestOptions } from './around';
import type {
  AddIndexRequest,
  AddTableRequest,
  AlterColumnRequest,
  ChangeRequest,
  ColumnRequest,
} from './change-request';
import { columnWords, type WordedColumn } from './column-words';
import { addConstraint, uniqueSql } from './constraint-request';
import { conventionalName, type NamedKind } from './conventional-names';
import {
  actionSql,
  defaultSql,
  expressionSql,
  indexKeyOf,
  newTableName,
  RequestError,
  referencedType,
  referenceOf,
  tableNamed,
  typeOf,
  typeSql,
} from './fragments';
import { separated } from './separated';

/** A request as ordinary statements, to be read like any change file; empty where there is a problem. */
export interface RequestSql {
  readonly sql: string;
  readonly problems: readonly Refused[];
}

/**
 * The statements that a generator's options ask for. Names are quoted, types and expressions are read by PostgreSQL's
 * grammar before they are put in, so that a value can only be what it is meant to be. `schema` is the canonical schema:
 * it has the tables that are named, the types of what is referenced and the convention that names follow.
 */
export function sqlOfRequest(request: ChangeRequest, schema: Schema, options: RequestOptions = {}): RequestSql {
  try {
    return { sql: `${statementsOf(request, { schema, options, made: new Set() }).join('\n')}\n`, problems: [] };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return { sql: '', problems: [{ change: null, why: error.message, remedy: 'Correct the options.', place: null }] };
  }
}

function statementsOf(request: ChangeRequest, around: Around): string[] {
  switch (request.kind) {
    case 'add-table':
      return addTable(request, around);
    case 'add-column':
      return addColumn(request, around);
    case 'add-index':
      return addIndex(request, tableNamed(request.table, around.schema), around);
    case 'add-constraint':
      return addConstraint(request, around);
    case 'alter-column':
      return alterColumn(request, around);
    case 'rename-column':
      return [alter(request, around, `RENAME COLUMN ${quoteName(request.column)} TO ${quoteName(request.to)}`)];
    case 'rename-table':
      return [alter(request, around, `RENAME TO ${quoteName(request.to)}`)];
    case 'drop-column':
      return [alter(request, around, `DROP COLUMN ${quoteName(request.column)}${cascade(request)}`)];
    case 'drop-index':
      return [`DROP INDEX ${indexName(request.index, around)}${cascade(request)};`];
    case 'drop-table':
      return [`DROP TABLE ${typeText(tableNamed(request.table, around.schema))}${cascade(request)};`];
    default:
      return assertNever(request);
  }
}

function alter({ table }: { readonly table: string }, { schema }: Around, action: string): string {
  return `ALTER TABLE ${typeText(tableNamed(table, schema))} ${action};`;
}

function cascade({ cascade: isAsked }: { readonly cascade?: boolean }): string {
  return isAsked === true ? ' CASCADE' : '';
}

/** An index stands in the schema of its table. */
function indexName(name: string, { schema }: Around): string {
  const table = schema.tables.find(({ indexes }) => indexes.some((index) => index.name === name));
  if (table === undefined) throw new RequestError(`The index ${name} is not in the canonical schema.`);
  return typeText({ schema: table.schema, name });
}

function addColumn(request: Extract<ChangeRequest, { kind: 'add-column' }>, around: Around): string[] {
  const table = tableNamed(request.table, around.schema);
  const column: WordedColumn = { ...request, name: request.column };
  const { index, indexName: name, comment } = request;
  const keys = { kind: 'add-index', table: request.table, columns: [request.column] } as const;
  return [
    `ALTER TABLE ${typeText(table)} ADD COLUMN ${columnSql(column, table, around)};`,
    ...(index || name !== undefined
      ? addIndex({ ...keys, ...(name === undefined ? {} : { indexName: name }) }, table, around)
      : []),
    ...(comment === undefined ? [] : [columnComment(table, request.column, comment)]),
  ];
}

/** A column's definition. Constraints behind it carry a name where the file names its constraints. */
function columnSql(column: WordedColumn, table: TableRef, around: Around): string {
  const { name, references, check, unique, primaryKey } = column;
  const target = references === undefined ? null : referenceOf(references, around.schema);
  const type = column.type ?? (target === null ? '' : referencedType(target));
  if (type === '') throw new RequestError(`The column ${name} has no type.`);
  const named = (kind: NamedKind): string => {
    const made = conventionalName(kind, table, [name], around.schema, around.made);
    return made === null ? '' : `CONSTRAINT ${quoteName(made)} `;
  };
  const value = column.default;
  return [
    ...[quoteName(name), typeSql(type)],
    ...(isNotNull(column) ? ['NOT NULL'] : []),
    ...(value === undefined ? [] : [`DEFAULT ${defaultSql(value, typeOf(type).type, around.schema)}`]),
    ...(primaryKey ? ['PRIMARY KEY'] : []),
    ...(unique ? [`${named('unique')}UNIQUE`] : []),
    ...(check === undefined ? [] : [`${named('check')}CHECK (${expressionSql(check)})`]),
    ...(target === null
      ? []
      : [
          `${named('foreign-key')}REFERENCES ${typeText(target.table)} (${target.columns.map(quoteName).join(', ')})`,
          ...actionSql('ON DELETE', column.onDelete),
          ...actionSql('ON UPDATE', column.onUpdate),
        ]),
  ].join(' ');
}

function isNotNull({ nullable, notNull }: Pick<ColumnRequest, 'nullable' | 'notNull'>): boolean {
  if (nullable === true && notNull === true) throw new RequestError('A column cannot be nullable and NOT NULL.');
  return notNull === true || nullable === false;
}

function columnComment(table: TableRef, column: string, comment: string | null): string {
  const text = comment === null ? 'NULL' : quoteText(comment);
  return `COMMENT ON COLUMN ${typeText(table)}.${quoteName(column)} IS ${text};`;
}

/** What the key's option names besides types. */
const keys: Readonly<Record<string, string>> = {
  identity: 'bigint GENERATED BY DEFAULT AS IDENTITY',
  'identity-integer': 'integer GENERATED BY DEFAULT AS IDENTITY',
  uuid: 'uuid DEFAULT gen_random_uuid()',
};

function keySql(key: string): string[] {
  if (key === 'none') return [];
  return [`id ${Object.hasOwn(keys, key) ? keys[key] : typeSql(key)} PRIMARY KEY`];
}

function addTable(request: AddTableRequest, around: Around): string[] {
  const ref = newTableName(request.table);
  const columns = request.columns.map(columnWords);
  const hasKey = columns.some(({ name, primaryKey }) => primaryKey || name === 'id');
  const key = request.key ?? (hasKey ? 'none' : 'serial');
  const uniques = (request.unique ?? []).map((list) => uniqueSql(listOf(list), ref, undefined, around));
  const elements = [...keySql(key), ...columns.map((column) => columnSql(column, ref, around)), ...uniques];
  const name = typeText(ref);
  const made = bareTable(ref, columns);
  const indexes: AddIndexRequest[] = [
    ...columns.filter(({ index }) => index).map((column) => indexOf(request.table, [column.name], column.indexName)),
    ...(request.index ?? []).map((list) => indexOf(request.table, listOf(list), undefined)),
  ];
  return [
    `CREATE TABLE ${name} (\n${elements.map((element) => `    ${element}`).join(',\n')}\n);`,
    ...indexes.flatMap((index) => addIndex(index, made, around)),
    ...(request.comment === undefined ? [] : [`COMMENT ON TABLE ${name} IS ${quoteText(request.comment)};`]),
    ...columns.flatMap((column) =>
      column.comment === undefined ? [] : [columnComment(ref, column.name, column.comment)],
    ),
  ];
}

function indexOf(table: string, columns: readonly string[], name: string | undefined): AddIndexRequest {
  return { kind: 'add-index', table, columns, ...(name === undefined ? {} : { indexName: name }) };
}

function listOf(text: string): string[] {
  return separated(text, ',').filter((part) => part !== '');
}

type NameOnly = TableRef & { readonly columns: readonly { readonly name: string }[] };

function bareTable({ schema, name }: TableRef, columns: readonly WordedColumn[]): NameOnly {
  return { schema, name, columns };
}

function addIndex(request: AddIndexRequest, table: NameOnly, { schema, options, made }: Around): string[] {
  const { columns, unique, method, where, include = [] } = request;
  if (columns.length === 0) throw new RequestError(`The index on ${request.table} has no columns.`);
  const kind = unique ? 'unique-index' : 'index';
  const keys = columns.map((column) => indexKeyOf(column, table.columns));
  const parts = keys.map((key) => key.name);
  const name = request.indexName ?? conventionalName(kind, table, parts, schema, made, options.indexNameLength);
  const using = method === undefined || method === 'btree' ? '' : ` USING ${quoteName(method)}`;
  return [
    [
      `CREATE ${unique ? 'UNIQUE ' : ''}INDEX${name === null ? '' : ` ${quoteName(name)}`} ON ${typeText(table)}${using}`,
      `(${keys.map(({ sql }) => sql).join(', ')})`,
      ...(include.length === 0 ? [] : [`INCLUDE (${include.map(quoteName).join(', ')})`]),
      ...(where === undefined ? [] : [`WHERE ${expressionSql(where)}`]),
    ]
      .join(' ')
      .concat(';'),
  ];
}

function alterColumn(request: AlterColumnRequest, around: Around): string[] {
  const { schema } = around;
  const table = tableNamed(request.table, schema);
  const { type, using, comment, default: value } = request;
  const column = table.columns.find(({ name }) => name === request.column);
  if (column === undefined)
    throw new RequestError(`The column ${request.table}.${request.column} is not in the canonical schema.`);
  const after = type === undefined ? column.type : typeOf(type).type;
  const subject = `ALTER COLUMN ${quoteName(request.column)}`;
  const conversion = using === undefined ? '' : ` USING ${expressionSql(using)}`;
  const says = request.nullable !== undefined || request.notNull !== undefined;
  const actions = [
    ...(type === undefined ? [] : [`${subject} TYPE ${typeSql(type)}${conversion}`]),
    ...(value === null ? [`${subject} DROP DEFAULT`] : []),
    ...(typeof value === 'string'
      ? [`${subject} SET DEFAULT ${defaultSql(value, typeof after === 'string' ? after : null, schema)}`]
      : []),
    ...(says ? [`${subject} ${isNotNull(request) ? 'SET' : 'DROP'} NOT NULL`] : []),
  ];
  if (actions.length === 0 && comment === undefined) throw new RequestError('Nothing is to be altered.');
  return [
    ...actions.map((action) => `ALTER TABLE ${typeText(table)} ${action};`),
    ...(comment === undefined ? [] : [columnComment(table, request.column, comment)]),
  ];
}
