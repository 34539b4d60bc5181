import { unreadable } from '@canonical-schema/schema';
import { quotedName, quotedText } from '../../sql-quoting';
import { jsonPath, type StatementCompiler } from './statement-compiler';

/** `strftime` formats by the fields of `extract`. Source: `SQLiteCompiler.extract_map`. */
const fields: Readonly<Record<string, string>> = {
  month: '%m',
  day: '%d',
  year: '%Y',
  second: '%S',
  hour: '%H',
  doy: '%j',
  minute: '%M',
  epoch: '%s',
  dow: '%w',
  week: '%W',
};

/** Source: `SQLiteCompiler`. */
export const sqliteStatements: StatementCompiler = {
  name: quotedName,
  text: quotedText,
  true: '1',
  false: '0',
  concat: (parts) => parts.join(' || '),
  ilike: (left, right, negated) => `(lower(${left}) ${negated ? 'NOT LIKE' : 'LIKE'} lower(${right}))`,
  regexpMatch: (left, right) => `(${left} REGEXP ${right})`,
  isDistinctFrom: (left, right, negated) => `(${left} ${negated ? 'IS' : 'IS NOT'} ${right})`,
  condition: (column, holds) => `(${column} = ${holds ? 1 : 0})`,
  divide: (left, right) => `(${left} / (${right} + 0.0))`,
  floorDivide: (left, right) => `(${left} / ${right})`,
  extract: (field, of) => {
    const format = fields[field.toLowerCase()];
    return format === undefined
      ? unreadable(`SQLite cannot extract ${field}`)
      : `CAST(STRFTIME('${format}', ${of}) AS INTEGER)`;
  },
  element: (of, key, asText) => {
    if (key.kind === 'expression') return unreadable('the index into JSON is not a constant');
    const extracted = `JSON_EXTRACT(${of}, ${quotedText(jsonPath(key.items))})`;
    return asText ? `CAST(${extracted} AS VARCHAR)` : `JSON_QUOTE(${extracted})`;
  },
  nextValue: () => unreadable('SQLite has no sequences'),
  functions: {
    now: () => 'CURRENT_TIMESTAMP',
    localtimestamp: () => "DATETIME(CURRENT_TIMESTAMP, 'localtime')",
    char_length: (args) => `length(${args.join(', ')})`,
  },
};
