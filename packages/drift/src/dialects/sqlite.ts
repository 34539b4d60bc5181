import { dialectTraits, parseColumnType } from '@canonical-schema/schema';
import { type JudgedDialect, plainFields } from './judged-dialect';

/** How SQLite stores what a column is given. INTEGER is NUMERIC but for a CAST. */
type Affinity = 'text' | 'numeric' | 'real' | 'blob';

/** The words in a type's name that decide its affinity, in SQLite's order; source: "Determination Of Column Affinity". */
const words: readonly (readonly [pattern: RegExp, affinity: Affinity])[] = [
  [/int/, 'numeric'],
  [/char|clob|text/, 'text'],
  [/blob/, 'blob'],
  [/real|floa|doub/, 'real'],
];

function affinityOf(type: string): Affinity {
  if (type === '') return 'blob';
  return words.find(([pattern]) => pattern.test(type))?.[1] ?? 'numeric';
}

const keptAsText: ReadonlySet<string> = new Set(['date', 'datetime', 'time', 'timestamp', 'json']);

/** Text that looks like no number stays text in a column of NUMERIC affinity. */
function isKeptAsText(type: string, text: string): boolean {
  return keptAsText.has(parseColumnType(type).base) && affinityOf(text) === 'text';
}

const sqlalchemyTypes: Readonly<Record<string, string>> = {
  smallint: 'SmallInteger',
  integer: 'Integer',
  bigint: 'BigInteger',
  float: 'Float',
  double: 'Double',
  real: 'REAL',
  boolean: 'Boolean',
  text: 'Text',
  varchar: 'String',
  char: 'CHAR',
  numeric: 'Numeric',
  decimal: 'DECIMAL',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  timestamp: 'TIMESTAMP',
  json: 'JSON',
  blob: 'LargeBinary',
};

/** SQLite. */
export const sqlite: JudgedDialect = {
  traits: dialectTraits.sqlite,
  // Lengths that people wrote down on both sides are compared, though SQLite does not hold anybody to them.
  whyTolerated(canonical, actual) {
    if (isKeptAsText(canonical, actual) || isKeptAsText(actual, canonical)) {
      return 'Moments and documents are kept as text under both.';
    }
    if (affinityOf(canonical) !== affinityOf(actual)) return null;
    const [one, other] = [parseColumnType(canonical), parseColumnType(actual)];
    const areBothMeasured = one.modifiers.length > 0 && other.modifiers.length > 0;
    if (one.base === other.base && areBothMeasured) return null;
    return `Both have ${affinityOf(canonical).toUpperCase()} affinity, so they take the same values.`;
  },
  isWidened: () => false,
  isPrecaution: (check) => /^(\S+ IS NULL OR )?json_valid\(\S+\)( OR \S+ IS NULL)?$/i.test(check),
  isText: (type) => affinityOf(type) === 'text',
  valueKind: (type) => (['numeric', 'real'].includes(affinityOf(type)) ? 'number' : 'text'),
  labelsOf: () => null,
  djangoFields: {
    ...plainFields({
      smallint: 'SmallIntegerField',
      integer: 'IntegerField',
      bigint: 'BigIntegerField',
      'smallint unsigned': 'PositiveSmallIntegerField',
      'integer unsigned': 'PositiveIntegerField',
      'bigint unsigned': 'PositiveBigIntegerField',
      real: 'FloatField',
      bool: 'BooleanField',
      text: 'TextField',
      blob: 'BinaryField',
      date: 'DateField',
      datetime: 'DateTimeField',
      time: 'TimeField',
      decimal: 'DecimalField',
      'char(32)': 'UUIDField',
      'char(39)': 'GenericIPAddressField',
    }),
    varchar: { field: 'CharField', arguments: ['max_length'] },
  },
  sqlalchemyType(type) {
    const { base, modifiers } = parseColumnType(type);
    const name = sqlalchemyTypes[base];
    if (name === undefined) return type;
    return modifiers.length === 0 ? name : `${name}(${modifiers.join(', ')})`;
  },
  sqlalchemyPrefix: 'sqlite',
  identityWords: {
    'by default': 'INTEGER PRIMARY KEY AUTOINCREMENT',
    always: 'INTEGER PRIMARY KEY AUTOINCREMENT',
    serial: 'INTEGER PRIMARY KEY',
  },
};
