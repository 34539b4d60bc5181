import { SqlSyntaxError, scanTokens } from '../parser/postgres';

/** The words between CREATE or ALTER and a table's name. */
const before = new Set(['unlogged', 'global', 'local', 'table', 'if', 'not', 'exists', 'only']);

/**
 * The table that a statement which does not parse would make or alter: what is said of it elsewhere is then not extra.
 * Null for other statements, and where not even that much can be told.
 */
export function brokenTable(sql: string): { readonly schema?: string; readonly table: string } | null {
  const [verb = '', ...words] = firstTokens(sql);
  const at = words.findIndex((word) => !before.has(word.toLowerCase()));
  const isAboutTable = words.slice(0, at).some((word) => word.toLowerCase() === 'table');
  if (!/^(create|alter)$/i.test(verb) || !isAboutTable) return null;
  const [first = '', dot, second] = words.slice(at);
  return dot === '.' && second !== undefined
    ? { schema: unquoted(first), table: unquoted(second) }
    : { table: unquoted(first) };
}

/** The tokens before the first bracket, where most of what does not parse is still whole. */
function firstTokens(sql: string): string[] {
  const bracket = sql.indexOf('(');
  const head = sql.slice(0, bracket < 0 ? 200 : Math.min(bracket, 200));
  try {
    return scanTokens(head)
      .filter(({ tokenName }) => tokenName !== 'SQL_COMMENT' && tokenName !== 'C_COMMENT')
      .map(({ text }) => text);
  } catch (error) {
    if (error instanceof SqlSyntaxError) return [];
    throw error;
  }
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}
