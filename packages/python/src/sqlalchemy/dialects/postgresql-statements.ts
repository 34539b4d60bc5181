import { quotedName, quotedText } from '../../sql-quoting';
import type { StatementCompiler } from './statement-compiler';

/** Source: `PGCompiler`. */
export const postgresqlStatements: StatementCompiler = {
  name: quotedName,
  text: quotedText,
  true: 'true',
  false: 'false',
  concat: (parts) => parts.join(' || '),
  ilike: (left, right, negated) => `(${left} ${negated ? 'NOT ILIKE' : 'ILIKE'} ${right})`,
  regexpMatch: (left, right) => `(${left} ~ ${right})`,
  isDistinctFrom: (left, right, negated) =>
    `(${left} ${negated ? 'IS NOT DISTINCT FROM' : 'IS DISTINCT FROM'} ${right})`,
  condition: (column, holds) => (holds ? column : `(NOT (${column}))`),
  divide: (left, right) => `(${left} / ${right})`,
  floorDivide: (left, right) => `(${left} / ${right})`,
  extract: (field, of) => `EXTRACT(${field} FROM ${of})`,
  element: (of, key, asText) => {
    const suffix = asText ? '>' : '';
    if (key.kind === 'expression') return `(${of} ->${suffix} ${key.sql})`;
    if (key.isPath) return `(${of} #>${suffix} ${quotedText(`{${key.items.join(', ')}}`)})`;
    const [item] = key.items;
    return `(${of} ->${suffix} ${typeof item === 'number' ? item : quotedText(item ?? '')})`;
  },
  nextValue: (sequence) => `nextval(${quotedText(sequence)})`,
  functions: { pow: (args) => `power(${args.join(', ')})` },
};
