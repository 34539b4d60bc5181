import { type Schema, type Table, type TableRef, tableLabel } from '@canonical-schema/schema';
import { columnsIn } from '../expressions/columns';
import { quoteName, quoteText } from '../expressions/quote';
import { columnsInText } from '../expressions/text';
import { typeText } from '../fold/sql-text';
import { kindOf, nodesOf } from '../fold/tree';
import {
  type IndexElem,
  parseExpressionText,
  parseStatements,
  parseTypeText,
  SqlSyntaxError,
} from '../parser/postgres';
import { quotedAt } from '../parser/quoted';
import { familyOf } from '../types/type-family';
import { columnTypeOf, type WrittenType } from '../types/type-name';

/** A request that cannot be made into SQL; `message` is a whole sentence. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}

const serialNames = { smallint: 'smallserial', integer: 'serial', bigint: 'bigserial' } as const;

/** A type, read by PostgreSQL's grammar. */
export function typeOf(text: string): WrittenType {
  return parsed(text, 'a type', () => columnTypeOf(parseTypeText(text)));
}

/** A type as SQL must spell it: nothing but a type can come out of it. */
export function typeSql(text: string): string {
  const { type, serial } = typeOf(text);
  return serial === null ? type : serialNames[serial];
}

/** An expression that is one expression wherever it is put. */
export function expressionSql(text: string): string {
  parsed(text, 'an expression', () => parseExpressionText(text));
  demandNoComment(text);
  return text.trim();
}

/** Value expressions that DEFAULT takes without brackets. */
const bare: ReadonlySet<string> = new Set(['A_Const', 'TypeCast', 'FuncCall', 'SQLValueFunction', 'A_ArrayExpr']);

/** A DEFAULT. A bare word cannot be an expression there: for a column of texts or of labels it is the text itself. */
export function defaultSql(text: string, type: string | null, schema: Schema): string {
  if (isWord(text) && columnsInText(text).length > 0) {
    if (type !== null && isTextual(type, schema)) return quoteText(text);
    throw new RequestError(
      `The default ${text} names a column, which no default can. Put a text into quotes: '${text}'.`,
    );
  }
  const sql = expressionSql(text);
  return bare.has(kindOf(parseExpressionText(text))) ? sql : `(${sql})`;
}

function isWord(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_$-]*$/u.test(text.trim());
}

function isTextual(type: string, { enums }: Schema): boolean {
  return ['text', 'character', 'citext'].includes(familyOf(type)) || enums.some((made) => typeText(made) === type);
}

/** One key of an index. */
export interface IndexKeyRequest {
  readonly sql: string;
  /** What stands for it in a name: its column, or those that its expression names. */
  readonly name: string;
}

/** A column by its name, or whatever CREATE INDEX takes in one place: `created_at desc`, `lower(name)`. */
export function indexKeyOf(text: string, columns: readonly { readonly name: string }[]): IndexKeyRequest {
  const sql = text.trim();
  if (columns.some(({ name }) => name === sql) || isWord(sql)) return { sql: quoteName(sql), name: sql };
  demandNoComment(sql);
  const key = parsed(sql, 'a column or expression of an index', () => onlyKeyOf(`CREATE INDEX i ON t (${sql})`));
  if (key === null) throw new RequestError(`"${text}" is not one column or expression of an index.`);
  return { sql, name: key.name ?? (key.expr === undefined ? 'expr' : columnsIn(key.expr).join('_')) };
}

/** The one key of an index that has nothing else. */
function onlyKeyOf(statement: string): IndexElem | null {
  const [only, ...others] = parseStatements(statement);
  const node = only?.stmt;
  if (node === undefined || others.length > 0 || !('IndexStmt' in node)) return null;
  const { indexParams, whereClause, options, indexIncludingParams, tableSpace } = node.IndexStmt;
  const [key, ...more] = nodesOf(indexParams, 'IndexElem');
  const isPlain = [whereClause, options, indexIncludingParams, tableSpace].every((part) => part === undefined);
  return isPlain && more.length === 0 && key !== undefined ? key : null;
}

const actions: ReadonlySet<string> = new Set(['no action', 'restrict', 'cascade', 'set null', 'set default']);

/** `ON DELETE CASCADE`; nothing where no action is asked for. */
export function actionSql(event: 'ON DELETE' | 'ON UPDATE', text: string | undefined): string[] {
  if (text === undefined) return [];
  const action = text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  if (!actions.has(action)) {
    throw new RequestError(`${event} knows ${[...actions].join(', ')}, and not "${text}".`);
  }
  return action === 'no action' ? [] : [`${event} ${action.toUpperCase()}`];
}

/** The table of a request's text, which must be there: by its exact name, with its schema where it has one. */
export function tableNamed(text: string, schema: Schema): Table {
  const named = schema.tables.filter((table) => table.name === text || tableLabel(table) === text);
  const [only, ...more] = named.length > 1 ? named.filter((table) => tableLabel(table) === text) : named;
  if (only !== undefined && more.length === 0) return only;
  const near = schema.tables.find((table) => tableLabel(table).toLowerCase() === text.toLowerCase());
  const hint = near === undefined ? '' : ` There is ${tableLabel(near)}.`;
  throw new RequestError(`The table ${text} is not in the canonical schema.${hint}`);
}

/** The name of a table that is to be: `stocks`, or `market.stocks`. */
export function newTableName(text: string): TableRef {
  const [first = '', second, ...more] = text.split('.');
  if (first === '' || second === '' || more.length > 0) throw new RequestError(`"${text}" is not a table's name.`);
  return second === undefined ? { schema: 'public', name: first } : { schema: first, name: second };
}

/** What a foreign key points at. */
export interface ReferenceRequest {
  readonly table: Table;
  readonly columns: readonly string[];
}

/** `stocks`, `stocks.id`, `market.stocks.id`, `stocks(exchange, symbol)`: the table and columns that are meant. */
export function referenceOf(text: string, schema: Schema): ReferenceRequest {
  const [, listed, columns] = /^([^()]+)\(([^()]+)\)$/.exec(text.trim()) ?? [];
  if (listed !== undefined && columns !== undefined) {
    return demanded(
      tableNamed(listed.trim(), schema),
      columns.split(',').map((name) => name.trim()),
    );
  }
  const whole = schema.tables.find((table) => table.name === text || tableLabel(table) === text);
  if (whole !== undefined) return demanded(whole, keyOf(whole));
  const dot = text.lastIndexOf('.');
  if (dot < 0) return demanded(tableNamed(text, schema), []);
  return demanded(tableNamed(text.slice(0, dot), schema), [text.slice(dot + 1)]);
}

function keyOf(table: Table): readonly string[] {
  if (table.primaryKey !== null) return table.primaryKey.columns;
  throw new RequestError(`The table ${tableLabel(table)} has no primary key: say which column is referenced.`);
}

function demanded(table: Table, columns: readonly string[]): ReferenceRequest {
  const missing = columns.find((name) => !table.columns.some((column) => column.name === name));
  if (missing === undefined) return { table, columns };
  throw new RequestError(`The column ${tableLabel(table)}.${missing} is not in the canonical schema.`);
}

/** The type of the one column that is referenced. */
export function referencedType({ table, columns }: ReferenceRequest): string {
  const [name = '', ...more] = columns;
  const type = table.columns.find((column) => column.name === name)?.type;
  if (more.length === 0 && typeof type === 'string') return type;
  throw new RequestError(`The type of ${tableLabel(table)} (${columns.join(', ')}) cannot be taken over: give one.`);
}

/** Would the text end what stands behind it? */
function demandNoComment(text: string): void {
  for (let at = 0; at < text.length; at += 1) {
    const quoted = quotedAt(text, at);
    if (quoted?.kind === 'comment') throw new RequestError(`"${text}" has a comment in it.`);
    if (quoted !== null) at = quoted.end - 1;
  }
}

function parsed<T>(text: string, noun: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof SqlSyntaxError)) throw error;
    throw new RequestError(`"${text}" is not ${noun} that PostgreSQL understands: ${error.message}.`);
  }
}
