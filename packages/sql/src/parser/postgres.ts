import type { Node, RawStmt, ScanToken, TypeName } from 'libpg-query';
import { hasSqlDetails, loadModule, parsePlPgSQLSync, parseSync, scanSync } from 'libpg-query';
import { isTooDeep } from './depth';

/**
 * PostgreSQL's own grammar. The only file that imports libpg-query: everything else imports the trees' types from here.
 * `loadPostgresParser` is awaited once by the host; after it, all functions are synchronous.
 */
export type * from 'libpg-query';

/** Text that PostgreSQL's parser rejects. `message` is PostgreSQL's; `offset` is where it points, in UTF-16 units. */
export class SqlSyntaxError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
    this.name = 'SqlSyntaxError';
  }
}

/** Loads the parser's WebAssembly; to be awaited before anything else here is called. May be called again. */
export async function loadPostgresParser(): Promise<void> {
  await loadModule();
}

/**
 * The statements of a text, empty ones left out. `stmt_location`, `stmt_len` and every `location` count UTF-8 bytes;
 * a missing `stmt_location` is 0, a missing `stmt_len` reaches to the end. Throws `SqlSyntaxError`.
 */
export function parseStatements(text: string): RawStmt[] {
  if (text.trim() === '') return [];
  return guarded(text, () => parseSync(text).stmts ?? []);
}

/** The tokens of a text, comments included; offsets count UTF-8 bytes. Throws `SqlSyntaxError`. */
export function scanTokens(text: string): ScanToken[] {
  if (text.trim() === '') return [];
  return guarded(text, () => scanSync(text).tokens);
}

/** The tree of a value expression. Throws `SqlSyntaxError`, its offset within `sql`. */
export function parseExpressionText(sql: string): Node {
  // On its own line, so that a trailing comment does not swallow the bracket.
  const value = targetOf(sql, 'SELECT (', '\n)');
  if (value === undefined) throw new SqlSyntaxError(`"${sql}" is not one expression`, 0);
  return value;
}

/** The tree of a type as it stands behind a column's name. Throws `SqlSyntaxError`, its offset within `sql`. */
export function parseTypeText(sql: string): TypeName {
  const value = targetOf(sql, 'SELECT NULL::', '\n');
  const typeName = value && 'TypeCast' in value ? value.TypeCast.typeName : undefined;
  if (typeName === undefined) throw new SqlSyntaxError(`"${sql}" is not a type`, 0);
  return typeName;
}

/** The PL/pgSQL tree of one CREATE FUNCTION or DO statement, as libpg_query prints it. Throws `SqlSyntaxError`. */
export function parsePlpgsql(statement: string): unknown {
  return guarded(statement, () => parsePlPgSQLSync(statement));
}

/** The only target of `SELECT` around a fragment; undefined where the fragment breaks out of its place. */
function targetOf(sql: string, before: string, after: string): Node | undefined {
  try {
    const [statement, ...others] = parseStatements(before + sql + after);
    const node = statement?.stmt;
    if (others.length > 0 || node === undefined || !('SelectStmt' in node)) return undefined;
    const { targetList = [], ...rest } = node.SelectStmt;
    const [target] = targetList;
    // A fragment such as `1) FROM t WHERE (true` would parse too, as something else than an expression.
    const isPlain = Object.keys(rest).every((key) => key === 'limitOption' || key === 'op');
    if (!isPlain || targetList.length !== 1 || target === undefined || !('ResTarget' in target)) return undefined;
    return target.ResTarget.name === undefined ? target.ResTarget.val : undefined;
  } catch (error) {
    if (!(error instanceof SqlSyntaxError)) throw error;
    throw new SqlSyntaxError(error.message, Math.max(0, Math.min(sql.length, error.offset - before.length)));
  }
}

/**
 * An overflow of the WebAssembly's call stack leaks part of its memory, and after a dozen the parser no longer
 * returns. Texts are refused before that by their depth; this counts what that test let through.
 */
const toleratedOverflows = 4;
let overflows = 0;

function guarded<T>(text: string, parse: () => T): T {
  // The parser takes a C string, which would silently end there.
  const nul = text.indexOf('\0');
  if (nul >= 0) throw new SqlSyntaxError('invalid byte 0x00', nul);
  if (overflows >= toleratedOverflows || isTooDeep(text)) throw new SqlSyntaxError('nested too deeply to be read', 0);
  try {
    return parse();
  } catch (error) {
    throw asSyntaxError(error, text);
  }
}

function asSyntaxError(error: unknown, text: string): SqlSyntaxError {
  if (hasSqlDetails(error)) {
    return new SqlSyntaxError(error.message, offsetOfCharacter(text, error.sqlDetails?.cursorPosition ?? 0));
  }
  // By name: the error may come from another realm than this module's.
  const { name, message } = error as Error;
  if (name !== 'RangeError' && name !== 'RuntimeError') return new SqlSyntaxError(message, 0);
  overflows += 1;
  return new SqlSyntaxError('nested too deeply to be read', 0);
}

/** PostgreSQL points at characters, JavaScript counts UTF-16 units. */
function offsetOfCharacter(text: string, character: number): number {
  let offset = 0;
  for (let count = 0; count < character && offset < text.length; count += 1) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}
