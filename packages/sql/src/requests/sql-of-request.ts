import { assertNever, type Refused, type Schema, type TableRef } from '@canonical-schema/schema';
import { tableOption } from '../ddl/table-text';
import type { Around, RequestOptions } from './around';
import type { AddIndexRequest, AddTableRequest, AlterColumnRequest, ChangeRequest } from './change-request';
import { columnWords, type WordedColumn } from './column-words';
import { addConstraint, uniqueSql } from './constraint-request';
import { conventionalName, type NamedKind } from './conventional-names';
import {
  actionSql,
  newTableName,
  type ReferenceRequest,
  RequestError,
  referencedType,
  referenceOf,
  tableNamed,
} from './fragments';
import { isNotNull } from './nullability';
import type { RequestLanguage } from './request-language';
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
export function sqlOfRequest(
  request: ChangeRequest,
  schema: Schema,
  language: RequestLanguage,
  options: RequestOptions = {},
): RequestSql {
  try {
    const around = { schema, options, made: new Set<string>(), language };
    return { sql: `${statementsOf(request, around).join('\n')}\n`, problems: [] };
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
      return [
        alter(request, around, `RENAME COLUMN ${quoted(request.column, around)} TO ${quoted(request.to, around)}`),
      ];
    case 'rename-table':
      return [alter(request, around, `RENAME TO ${quoted(request.to, around)}`)];
    case 'drop-column':
      return [alter(request, around, `DROP COLUMN ${quoted(request.column, around)}${cascade(request, around)}`)];
    case 'drop-index':
      return [`DROP INDEX ${droppedIndex(request.index, around)}${cascade(request, around)};`];
    case 'drop-table':
      return [`DROP TABLE ${refText(tableNamed(request.table, around.schema), around)}${cascade(request, around)};`];
    default:
      return assertNever(request);
  }
}

function quoted(name: string, { language }: Around): string {
  return language.ddl.quoteName(name);
}

function refText(ref: TableRef, { language }: Around): string {
  return language.ddl.refText(ref);
}

function alter({ table }: { readonly table: string }, around: Around, action: string): string {
  return `ALTER TABLE ${refText(tableNamed(table, around.schema), around)} ${action};`;
}

function cascade({ cascade: isAsked }: { readonly cascade?: boolean }, { language }: Around): string {
  if (isAsked !== true) return '';
  if (language.hasCascade) return ' CASCADE';
  throw new RequestError(`${language.label} has no CASCADE: drop the foreign keys that hold on to it before.`);
}

/** An index stands in the schema of its table. */
function droppedIndex(name: string, { schema, language }: Around): string {
  const table = schema.tables.find(({ indexes }) => indexes.some((index) => index.name === name));
  if (table === undefined) throw new RequestError(`The index ${name} is not in the canonical schema.`);
  return language.indexText(name, table);
}

function addColumn(request: Extract<ChangeRequest, { kind: 'add-column' }>, around: Around): string[] {
  const table = tableNamed(request.table, around.schema);
  const column: WordedColumn = { ...request, name: request.column };
  const { index, indexName: name, comment } = request;
  const keys = { kind: 'add-index', table: request.table, columns: [request.column] } as const;
  return [
    `ALTER TABLE ${refText(table, around)} ADD COLUMN ${columnSql(column, table, around)};`,
    ...referenceSql(column, table, around).map((sql) => `ALTER TABLE ${refText(table, around)} ADD ${sql};`),
    ...(index || name !== undefined
      ? addIndex({ ...keys, ...(name === undefined ? {} : { indexName: name }) }, table, around)
      : []),
    ...(comment === undefined ? [] : columnComment(table, request.column, comment, around)),
  ];
}

/** A column's definition. Constraints behind it carry a name where the file names its constraints. */
function columnSql(column: WordedColumn, table: TableRef, around: Around): string {
  const { name, references, check, unique, primaryKey, comment } = column;
  const { language } = around;
  const target = references === undefined ? null : referenceOf(references, around.schema);
  const type = column.type ?? (target === null ? '' : referencedType(target));
  if (type === '') throw new RequestError(`The column ${name} has no type.`);
  const named = (kind: NamedKind): string => {
    const made = conventionalName(kind, table, [name], around.schema, around.made);
    return made === null ? '' : `CONSTRAINT ${quoted(made, around)} `;
  };
  const value = column.default;
  const isClause = comment !== undefined && language.ddl.comments === 'clauses';
  return [
    ...[quoted(name, around), language.typeSql(type)],
    ...(isNotNull(column) ? ['NOT NULL'] : []),
    ...(value === undefined ? [] : [`DEFAULT ${language.defaultSql(value, language.typeOf(type), around.schema)}`]),
    ...(primaryKey ? ['PRIMARY KEY'] : []),
    ...(unique ? [language.namesInline ? `${named('unique')}UNIQUE` : 'UNIQUE'] : []),
    ...(isClause ? [`COMMENT ${language.ddl.quoteText(comment)}`] : []),
    ...(check === undefined
      ? []
      : [`${language.namesInline ? named('check') : ''}CHECK (${language.expressionSql(check)})`]),
    ...(target === null || !language.ddl.hasColumnReferences
      ? []
      : [`${named('foreign-key')}${referencesSql(column, target, around)}`]),
  ].join(' ');
}

/** FOREIGN KEY beside the column, where REFERENCES behind it would be passed over. */
function referenceSql(column: WordedColumn, table: TableRef, around: Around): string[] {
  const { name, references } = column;
  if (references === undefined || around.language.ddl.hasColumnReferences) return [];
  const made = conventionalName('foreign-key', table, [name], around.schema, around.made);
  const named = made === null ? '' : `CONSTRAINT ${quoted(made, around)} `;
  const target = referenceOf(references, around.schema);
  return [`${named}FOREIGN KEY (${quoted(name, around)}) ${referencesSql(column, target, around)}`];
}

function referencesSql({ onDelete, onUpdate }: WordedColumn, target: ReferenceRequest, around: Around): string {
  const columns = target.columns.map((column) => quoted(column, around)).join(', ');
  return [
    `REFERENCES ${refText(target.table, around)} (${columns})`,
    ...actionSql('ON DELETE', onDelete),
    ...actionSql('ON UPDATE', onUpdate),
  ].join(' ');
}

/** COMMENT ON where comments are statements of their own; elsewhere the definition says it. */
function columnComment(table: TableRef, column: string, comment: string | null, around: Around): string[] {
  const { ddl } = around.language;
  if (ddl.comments === 'clauses') return [];
  if (ddl.comments === 'lines') throw new RequestError(`${around.language.label} keeps no comments: leave it out.`);
  const text = comment === null ? 'NULL' : ddl.quoteText(comment);
  return [`COMMENT ON COLUMN ${refText(table, around)}.${quoted(column, around)} IS ${text};`];
}

function keySql(key: string, { language }: Around): string[] {
  if (key === 'none') return [];
  return [`id ${language.keys[key] ?? `${language.typeSql(key)} PRIMARY KEY`}`];
}

function addTable(request: AddTableRequest, around: Around): string[] {
  const ref = newTableName(request.table);
  const columns = request.columns.map(columnWords);
  const hasKey = columns.some(({ name, primaryKey }) => primaryKey || name === 'id');
  const key = request.key ?? (hasKey ? 'none' : 'serial');
  const uniques = (request.unique ?? []).map((list) => uniqueSql(listOf(list), ref, undefined, around));
  const elements = [
    ...keySql(key, around),
    ...columns.map((column) => columnSql(column, ref, around)),
    ...uniques,
    ...columns.flatMap((column) => referenceSql(column, ref, around)),
  ];
  const name = refText(ref, around);
  const { comment } = request;
  const { ddl } = around.language;
  const option = comment !== undefined && ddl.comments === 'clauses' ? ` ${tableOption(comment, ddl)}` : '';
  const made = bareTable(ref, columns);
  const indexes: AddIndexRequest[] = [
    ...columns.filter(({ index }) => index).map((column) => indexOf(request.table, [column.name], column.indexName)),
    ...(request.index ?? []).map((list) => indexOf(request.table, listOf(list), undefined)),
  ];
  return [
    `CREATE TABLE ${name} (\n${elements.map((element) => `    ${element}`).join(',\n')}\n)${option};`,
    ...indexes.flatMap((index) => addIndex(index, made, around)),
    ...(comment === undefined ? [] : tableComment(name, comment, around)),
    ...columns.flatMap((column) =>
      column.comment === undefined ? [] : columnComment(ref, column.name, column.comment, around),
    ),
  ];
}

function tableComment(name: string, comment: string, { language: { ddl, label } }: Around): string[] {
  if (ddl.comments === 'clauses') return [];
  if (ddl.comments === 'lines') throw new RequestError(`${label} keeps no comments: leave it out.`);
  return [`COMMENT ON TABLE ${name} IS ${ddl.quoteText(comment)};`];
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

function addIndex(request: AddIndexRequest, table: NameOnly, around: Around): string[] {
  const { schema, options, made, language } = around;
  const { columns, unique, method, where, include = [] } = request;
  if (columns.length === 0) throw new RequestError(`The index on ${request.table} has no columns.`);
  const kind = unique ? 'unique-index' : 'index';
  const keys = columns.map((column) => language.indexKeyOf(column, table.columns));
  const parts = keys.map((key) => key.name);
  const name = request.indexName ?? conventionalName(kind, table, parts, schema, made, options.indexNameLength);
  const written = { name, table, unique: unique === true, method: method ?? 'btree', keys: keys.map(({ sql }) => sql) };
  const condition = where === undefined ? null : language.expressionSql(where);
  return [`${language.createIndex({ ...written, include, where: condition })};`];
}

function alterColumn(request: AlterColumnRequest, around: Around): string[] {
  const { schema, language } = around;
  const table = tableNamed(request.table, schema);
  const { type, using, comment, default: value } = request;
  const column = table.columns.find(({ name }) => name === request.column);
  if (column === undefined)
    throw new RequestError(`The column ${request.table}.${request.column} is not in the canonical schema.`);
  if (language.altered !== null) return language.altered(request, column, table, schema);
  const after = type === undefined ? column.type : language.typeOf(type);
  const subject = `ALTER COLUMN ${quoted(request.column, around)}`;
  const conversion = using === undefined ? '' : ` USING ${language.expressionSql(using)}`;
  const says = request.nullable !== undefined || request.notNull !== undefined;
  const actions = [
    ...(type === undefined ? [] : [`${subject} TYPE ${language.typeSql(type)}${conversion}`]),
    ...(value === null ? [`${subject} DROP DEFAULT`] : []),
    ...(typeof value === 'string'
      ? [`${subject} SET DEFAULT ${language.defaultSql(value, typeof after === 'string' ? after : null, schema)}`]
      : []),
    ...(says ? [`${subject} ${isNotNull(request) ? 'SET' : 'DROP'} NOT NULL`] : []),
  ];
  if (actions.length === 0 && comment === undefined) throw new RequestError('Nothing is to be altered.');
  return [
    ...actions.map((action) => `ALTER TABLE ${refText(table, around)} ${action};`),
    ...(comment === undefined ? [] : columnComment(table, request.column, comment, around)),
  ];
}
