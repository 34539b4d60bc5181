import { unreadable } from '@canonical-schema/schema';
import { jsonPath, type StatementCompiler } from './statement-compiler';

/** A backslash escapes within MySQL's strings. */
function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
}

/** Source: `MySQLCompiler`. */
export const mysqlStatements: StatementCompiler = {
  name: (name) => `\`${name.replaceAll('`', '``')}\``,
  text: quotedText,
  true: 'true',
  false: 'false',
  concat: (parts) => `concat(${parts.join(', ')})`,
  ilike: (left, right, negated) => `(lower(${left}) ${negated ? 'NOT LIKE' : 'LIKE'} lower(${right}))`,
  regexpMatch: (left, right) => `(${left} REGEXP ${right})`,
  isDistinctFrom: (left, right, negated) => (negated ? `(${left} <=> ${right})` : `(NOT (${left} <=> ${right}))`),
  condition: (column, holds) => `(${column} = ${holds ? 1 : 0})`,
  divide: (left, right) => `(${left} / ${right})`,
  floorDivide: (left, right) => `FLOOR(${left} / ${right})`,
  extract: (field, of) => `EXTRACT(${field} FROM ${of})`,
  element: (of, key, asText) => {
    if (key.kind === 'expression') return unreadable('the index into JSON is not a constant');
    const extracted = `JSON_EXTRACT(${of}, ${quotedText(jsonPath(key.items))})`;
    return asText ? `CASE ${extracted} WHEN 'null' THEN NULL ELSE JSON_UNQUOTE(${extracted}) END` : extracted;
  },
  nextValue: () => unreadable('a sequence is no DEFAULT that static reading knows in MySQL or MariaDB'),
  functions: { random: () => 'rand()' },
};
