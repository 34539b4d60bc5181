import type { Expression } from '../../syntax/ast';
import { ofSqlAlchemy } from './imported-name';
import type { ModelFile } from './model-file';
import type { Scribe } from './scribe';
import { calleeName, type SourceColumn } from './source-column';

const number = /^-?\d+(\.\d+)?$/;
const stringLiteral = /^'((?:[^']|'')*)'$/;

/** `server_default=` of a DEFAULT (in normal form) of a column of that type, as the file's other columns write theirs. */
export function renderServerDefault(sql: string, type: string, scribe: Scribe): string {
  const twin = sameDefault(sql, type, scribe);
  if (twin !== null) return twin;
  if (sql === 'now()' && !writesText(scribe, (column) => column.emitted.default === 'now()'))
    return `${scribe.name(ofSqlAlchemy('func'))}.now()`;
  if (sql === 'true' || sql === 'false') return renderBoolean(sql, scribe);
  const body = stringLiteral.exec(sql)?.[1];
  // Alembic compares a string with a quote in it as SQL that does not parse.
  if (body?.includes("''")) return renderText(sql, scribe);
  if (body !== undefined) return scribe.quoted(scribe.dialect.unescaped(body));
  const isNumber = (column: SourceColumn): boolean =>
    typeof column.emitted.default === 'string' && number.test(column.emitted.default);
  if (number.test(sql) && !writesText(scribe, isNumber)) return scribe.quoted(sql);
  return renderText(sql, scribe);
}

/** `text("…")`, in which a colon before a word would be a parameter. */
export function renderText(sql: string, scribe: Scribe): string {
  return `${scribe.name(ofSqlAlchemy('text'))}(${scribe.quoted(sql.replace(/(?<![:\w\\]):(?=\w+(?!:))/g, '\\:'))})`;
}

function renderBoolean(sql: 'true' | 'false', scribe: Scribe): string {
  const form = scribe.habits.prevailing(({ emitted, call, file }) => {
    const isBoolean = emitted.default === 'true' || emitted.default === 'false';
    const expression = file !== scribe.file || !isBoolean ? null : serverDefault({ call });
    if (expression === null) return null;
    if (expression.kind === 'string') return 'string';
    return expression.kind === 'call' && calleeName(expression) !== 'text' ? 'function' : 'text';
  });
  if (form === 'string') return scribe.quoted(sql);
  return form === 'function' ? `${scribe.name(ofSqlAlchemy(sql))}()` : renderText(sql, scribe);
}

/** Do the columns of a kind have their defaults in `text()`? */
function writesText(scribe: Scribe, isOfKind: (column: SourceColumn) => boolean): boolean {
  const written = scribe.habits.prevailing((column) => {
    const expression = isOfKind(column) ? serverDefault(column) : null;
    if (expression === null) return null;
    return expression.kind === 'call' && calleeName(expression) === 'text';
  });
  return written === true;
}

/** The text of another column's equal default, where that text means the same anywhere in the file. */
function sameDefault(sql: string, type: string, scribe: Scribe): string | null {
  const isOfAnyType = sql === 'now()' || sql === 'true' || sql === 'false' || number.test(sql);
  const twin = scribe.habits.nearest((column) => {
    if (column.file !== scribe.file || column.emitted.default !== sql) return false;
    const expression = serverDefault(column);
    return (isOfAnyType || column.emitted.type === type) && expression !== null && isPlain(expression, column.file);
  });
  const expression = twin === null ? null : serverDefault(twin);
  return twin === null || expression === null ? null : twin.file.textOf(expression);
}

/** A string, or a call without names of the project's own. */
function isPlain(expression: Expression, file: ModelFile): boolean {
  if (expression.kind === 'string') return true;
  if (expression.kind !== 'call') return false;
  const isConstant = expression.args.every(({ value }) => value.kind === 'string' || value.kind === 'number');
  return (
    isConstant && /^[\w.]+$/.test(file.textOf(expression.callee)) && !/^[A-Z]/.test(file.textOf(expression.callee))
  );
}

/** The value of `server_default=`; null where there is none. */
export function serverDefault({ call }: Pick<SourceColumn, 'call'>): Expression | null {
  return call?.args.find(({ form, name }) => form === 'keyword' && name === 'server_default')?.value ?? null;
}
