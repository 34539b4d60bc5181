import { type Column, isUnreadable, type Schema, type Table } from '@canonical-schema/schema';
import { columnPieces } from '../../ddl/column-text';
import type { DdlLanguage } from '../../ddl/ddl-language';
import { plainSpelling } from '../../ddl/spelling';
import type { GrammarDialect } from '../../edits/grammar/grammar-standing';
import { Scanner } from '../../grammar/tokens';
import type { AlterColumnRequest } from '../change-request';
import { type IndexKeyRequest, RequestError } from '../fragments';
import { isNotNull } from '../nullability';
import type { RequestedIndex, RequestLanguage } from '../request-language';

/** How a dialect that is read by a grammar of ours words what is asked for. */
export function requestLanguage(
  dialect: GrammarDialect,
  ddl: DdlLanguage,
  keys: RequestLanguage['keys'],
): RequestLanguage {
  const { sql, grammar } = dialect;
  const { label, hasDeferrableConstraints } = grammar.traits;
  const typeOf = (text: string): string => {
    const written = sql.columnTypeOfText(text);
    if (!isUnreadable(written)) return written.type;
    throw new RequestError(`"${text}" is not a type that ${label} understands: ${written.unreadable}.`);
  };
  const expressionSql = (text: string): string => {
    const normal = sql.normalizeExpressionText(text, { columnType: () => undefined });
    if (isUnreadable(normal)) {
      throw new RequestError(`"${text}" is not an expression that ${label} understands: ${normal.unreadable}.`);
    }
    demandNoComment(text, dialect);
    return text.trim();
  };
  const defaultSql = (text: string, type: string | null): string => {
    if (isWord(text) && sql.columnsInText(text).length > 0) {
      if (type !== null && isTextual(type)) return ddl.quoteText(text);
      throw new RequestError(
        `The default ${text} names a column, which no default can. Put a text into quotes: ${ddl.quoteText(text)}.`,
      );
    }
    expressionSql(text);
    const value = sql.normalizeDefaultText(text, type ?? '');
    if (isUnreadable(value)) throw new RequestError(`The default ${text} could not be read: ${value.unreadable}.`);
    return value.kind === 'none' ? 'NULL' : ddl.defaultText(value.sql, type ?? '');
  };
  return {
    ...{ label, ddl, typeOf, expressionSql, defaultSql, keys },
    typeSql: typeOf,
    indexKeyOf: (text, columns) => indexKeyOf(text, columns, dialect, ddl),
    createIndex: (index) => createIndex(index, dialect, ddl),
    indexText: (name, table) => droppedIndex(name, table, dialect, ddl),
    ...{ hasCascade: false, hasDeferral: hasDeferrableConstraints },
    namesInline: !grammar.traits.uniquesAreIndexes,
    altered: (request, column, table) => altered(request, column, table, { typeOf, defaultSql, ddl, label }),
  };
}

function isWord(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_$-]*$/u.test(text.trim());
}

function isTextual(type: string): boolean {
  return /char|text|clob|enum|^set\b/.test(type);
}

function demandNoComment(text: string, { grammar }: GrammarDialect): void {
  const scanner = new Scanner(text, grammar.lexis);
  for (let token = scanner.next(); token !== null; token = scanner.next()) {
    if (token.kind === 'comment' || token.kind === 'blank') throw new RequestError(`"${text}" has a comment in it.`);
    if (token.word === ';') throw new RequestError(`"${text}" is more than one expression.`);
  }
}

/** A column with `(10)` and `desc` behind it, or an expression. */
function indexKeyOf(
  text: string,
  columns: readonly { readonly name: string }[],
  dialect: GrammarDialect,
  { quoteName }: DdlLanguage,
): IndexKeyRequest {
  const sql = text.trim();
  if (columns.some(({ name }) => name === sql) || isWord(sql)) return { sql: quoteName(sql), name: sql };
  demandNoComment(sql, dialect);
  const [, term = sql, direction = ''] = /^(.*?)(?:\s+(asc|desc))?$/is.exec(sql) ?? [];
  const order = direction.toLowerCase() === 'desc' ? ' DESC' : '';
  const [, column, length] = /^([\p{L}_][\p{L}\p{N}_$]*)\s*(?:\((\d+)\))?$/u.exec(term) ?? [];
  if (column !== undefined) {
    return { sql: `${quoteName(column)}${length === undefined ? '' : `(${length})`}${order}`, name: column };
  }
  const normal = dialect.sql.normalizeExpressionText(term, { columnType: () => undefined });
  if (isUnreadable(normal)) throw new RequestError(`"${text}" is not one column or expression of an index.`);
  return { sql: `(${term})${order}`, name: dialect.sql.columnsInText(term).join('_') || 'expr' };
}

function createIndex(
  { name, table, unique, method, keys, include, where }: RequestedIndex,
  { grammar: { traits } }: GrammarDialect,
  { quoteName, refText }: DdlLanguage,
): string {
  if (include.length > 0) throw new RequestError(`${traits.label} has no INCLUDE: leave it out.`);
  if (where !== null && !traits.hasPartialIndexes) {
    throw new RequestError(`${traits.label} has no indexes with a condition: leave that out.`);
  }
  const kind = ['fulltext', 'spatial'].includes(method) ? `${method.toUpperCase()} ` : unique ? 'UNIQUE ' : '';
  const using =
    method === 'btree' || kind.startsWith('FULL') || kind.startsWith('SPAT') ? '' : ` USING ${method.toUpperCase()}`;
  const given = quoteName(name ?? `${table.name}_idx`);
  const condition = where === null ? '' : ` WHERE ${where}`;
  return `CREATE ${kind}INDEX ${given} ON ${refText(table)} (${keys.join(', ')})${using}${condition}`;
}

function droppedIndex(
  name: string,
  table: Table,
  { grammar }: GrammarDialect,
  { quoteName, refText }: DdlLanguage,
): string {
  return grammar.traits.uniquesAreIndexes ? `${quoteName(name)} ON ${refText(table)}` : quoteName(name);
}

interface Altering {
  readonly typeOf: RequestLanguage['typeOf'];
  readonly defaultSql: (text: string, type: string | null, schema: Schema) => string;
  readonly ddl: DdlLanguage;
  readonly label: string;
}

/** MODIFY COLUMN with the whole definition: what is not asked for stays as it is. */
function altered(
  request: AlterColumnRequest,
  column: Column,
  table: Table,
  { typeOf, ddl, label, defaultSql }: Altering,
): string[] {
  const { type, using, comment, default: value } = request;
  if (using !== undefined)
    throw new RequestError(`${label} converts values by its own rules: leave the expression out.`);
  if (comment !== undefined && ddl.comments === 'lines') {
    throw new RequestError(`${label} keeps no comments: leave it out.`);
  }
  const says = request.nullable !== undefined || request.notNull !== undefined;
  if (type === undefined && value === undefined && comment === undefined && !says) {
    throw new RequestError('Nothing is to be altered.');
  }
  const after = type === undefined ? column.type : typeOf(type);
  const next: Column = {
    ...column,
    type: after,
    ...(says ? { nullable: !isNotNull(request) } : {}),
    ...(comment === undefined ? {} : { comment }),
    ...(value === undefined ? {} : { default: null }),
  };
  const written =
    typeof value === 'string' ? defaultSql(value, isUnreadable(after) ? null : after, emptyOf(table)) : null;
  const isKey = table.primaryKey?.columns.includes(column.name) ?? false;
  const spelling = plainSpelling(ddl);
  const around = { isKey, unwritable: null, nextval: null, inline: [], spelling };
  const listed = written === null ? [] : [`DEFAULT ${written}`];
  const [piece] = columnPieces(next, { ...around, listed }).filter(({ kind }) => kind === 'element');
  return [`ALTER TABLE ${ddl.refText(table)} MODIFY COLUMN ${piece?.text ?? ''};`];
}

function emptyOf(table: Table): Schema {
  return { tables: [table], enums: [], domains: [], sequences: [], others: [] };
}
