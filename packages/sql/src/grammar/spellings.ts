import { quoteText } from '../expressions/quote';
import { Level, type Spelling, spelledExtract } from '../expressions/spelling';
import { quoteMysqlName, quoteMysqlText, quoteSqliteName } from './quote-names';

const common = {
  cast: (operand: (level: number) => string, type: string) => ({
    sql: `CAST(${operand(Level.or)} AS ${type})`,
    level: Level.atom,
  }),
  float: (digits: string) => ({ sql: digits, level: digits.startsWith('-') ? Level.sign : Level.atom }),
  isLevel: Level.comparison,
};

const commonCalls: Spelling['calls'] = {
  like_escape: ([pattern = '', character = '']) => `${pattern} ESCAPE ${character}`,
};

const commonWords = { '~~': 'LIKE', '!~~': 'NOT LIKE', REGEXP: 'REGEXP' };

/** Functions by their own names: no name needs quotes before a bracket. */
function functionName(name: string): string {
  return name;
}

/** What is taken away stands before the text that it is taken from; one text alone loses its blanks. */
function spelledTrim(side: string): (args: readonly string[]) => string | null {
  return ([of, characters]) => (characters === undefined ? null : `TRIM(${side} ${characters} FROM ${of})`);
}

/** How MySQL and MariaDB write terms. */
export const mysqlSpelling: Spelling = {
  ...common,
  quoteName: quoteMysqlName,
  quoteText: quoteMysqlText,
  functionName,
  calls: {
    ...commonCalls,
    extract: spelledExtract,
    interval: ([of = '', unit = '']) => (unit.startsWith("'") ? `INTERVAL ${of} ${unit.slice(1, -1)}` : null),
    trim: spelledTrim('BOTH'),
    ltrim: spelledTrim('LEADING'),
    rtrim: spelledTrim('TRAILING'),
    convert_using: ([of = '', set = '']) => `CONVERT(${of} USING ${set.slice(1, -1)})`,
  },
  words: { ...commonWords, 'SOUNDS LIKE': 'SOUNDS LIKE' },
  operators: {
    XOR: Level.or,
    '|': Level.operator,
    '&': Level.operator + 0.2,
    '<<': Level.operator + 0.4,
    '>>': Level.operator + 0.4,
    '+': Level.sum,
    '-': Level.sum,
    '*': Level.product,
    '/': Level.product,
    '%': Level.product,
    DIV: Level.product,
    '^': Level.power,
  },
  distinct: {
    'IS NOT DISTINCT FROM': (left, right) => ({ sql: `${left} <=> ${right}`, level: Level.comparison }),
    'IS DISTINCT FROM': (left, right) => ({ sql: `NOT ${left} <=> ${right}`, level: Level.not }),
  },
  likeLevel: Level.like,
};

/** How SQLite writes terms; its matches and comparisons are of one level. */
export const sqliteSpelling: Spelling = {
  ...common,
  quoteName: quoteSqliteName,
  quoteText,
  functionName,
  calls: commonCalls,
  words: { ...commonWords, GLOB: 'GLOB', MATCH: 'MATCH' },
  operators: {
    '&': Level.operator,
    '|': Level.operator,
    '<<': Level.operator,
    '>>': Level.operator,
    '+': Level.sum,
    '-': Level.sum,
    '*': Level.product,
    '/': Level.product,
    '%': Level.product,
    '||': Level.power,
    '->': Level.power,
    '->>': Level.power,
  },
  distinct: {
    'IS NOT DISTINCT FROM': (left, right) => ({ sql: `${left} IS ${right}`, level: Level.comparison }),
    'IS DISTINCT FROM': (left, right) => ({ sql: `${left} IS NOT ${right}`, level: Level.comparison }),
  },
  likeLevel: Level.comparison,
};
