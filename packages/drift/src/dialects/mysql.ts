import { dialectTraits, labelsOfEnum, parseColumnType } from '@canonical-schema/schema';
import { type FieldWords, type JudgedDialect, plainFields, type ValueKind } from './judged-dialect';

const numbers: ReadonlySet<string> = new Set(
  ['tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'decimal', 'float', 'double', 'year'].flatMap((base) => [
    base,
    `${base} unsigned`,
  ]),
);

const texts: ReadonlySet<string> = new Set(['varchar', 'char', 'tinytext', 'text', 'mediumtext', 'longtext']);

const kinds: Readonly<Record<string, ValueKind>> = { json: 'json' };

/** Where a family has several sizes, the one that Django's fields make. */
const widest: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['tinytext', 'text', 'mediumtext'].map((base) => [base, 'longtext'])),
  ...Object.fromEntries(['tinyblob', 'blob', 'mediumblob'].map((base) => [base, 'longblob'])),
  datetime: 'datetime(6)',
  time: 'time(6)',
};

/** One byte, however wide a client shows it. */
const oneByte: ReadonlySet<string> = new Set(['tinyint', 'tinyint(1)']);

const fields: FieldWords = {
  ...plainFields({
    smallint: 'SmallIntegerField',
    int: 'IntegerField',
    bigint: 'BigIntegerField',
    'smallint unsigned': 'PositiveSmallIntegerField',
    'int unsigned': 'PositiveIntegerField',
    'bigint unsigned': 'PositiveBigIntegerField',
    double: 'FloatField',
    'tinyint(1)': 'BooleanField',
    longtext: 'TextField',
    longblob: 'BinaryField',
    date: 'DateField',
    'datetime(6)': 'DateTimeField',
    'time(6)': 'TimeField',
    json: 'JSONField',
    'char(32)': 'UUIDField',
    'char(39)': 'GenericIPAddressField',
  }),
  varchar: { field: 'CharField', arguments: ['max_length'] },
  decimal: { field: 'DecimalField', arguments: ['max_digits', 'decimal_places'] },
};

/** SQLAlchemy's own types, and those of its MySQL dialect, by the whole type or its name without modifiers. */
const sqlalchemyTypes: Readonly<Record<string, string>> = {
  smallint: 'SmallInteger',
  int: 'Integer',
  bigint: 'BigInteger',
  tinyint: 'mysql.TINYINT',
  'tinyint(1)': 'Boolean',
  mediumint: 'mysql.MEDIUMINT',
  'smallint unsigned': 'mysql.SMALLINT(unsigned=True)',
  'int unsigned': 'mysql.INTEGER(unsigned=True)',
  'bigint unsigned': 'mysql.BIGINT(unsigned=True)',
  'tinyint unsigned': 'mysql.TINYINT(unsigned=True)',
  float: 'Float',
  double: 'Double',
  decimal: 'Numeric',
  varchar: 'String',
  char: 'CHAR',
  text: 'Text',
  tinytext: 'mysql.TINYTEXT',
  mediumtext: 'mysql.MEDIUMTEXT',
  longtext: 'mysql.LONGTEXT',
  blob: 'LargeBinary',
  mediumblob: 'mysql.MEDIUMBLOB',
  longblob: 'mysql.LONGBLOB',
  binary: 'BINARY',
  varbinary: 'VARBINARY',
  date: 'Date',
  time: 'Time',
  datetime: 'DateTime',
  timestamp: 'TIMESTAMP',
  year: 'mysql.YEAR',
  json: 'JSON',
  enum: 'Enum',
  set: 'mysql.SET',
};

const withFraction: Readonly<Record<string, string>> = {
  datetime: 'mysql.DATETIME',
  timestamp: 'mysql.TIMESTAMP',
  time: 'mysql.TIME',
};

function sqlalchemyType(type: string): string {
  const { base, modifiers } = parseColumnType(type);
  const name = sqlalchemyTypes[type] ?? sqlalchemyTypes[base];
  if (name === undefined) return type;
  if (modifiers.length === 0 || sqlalchemyTypes[type] !== undefined) return name;
  const fraction = withFraction[base];
  return fraction === undefined ? `${name}(${modifiers.join(', ')})` : `${fraction}(fsp=${modifiers[0]})`;
}

/** MySQL. */
export const mysql: JudgedDialect = {
  traits: dialectTraits.mysql,
  whyTolerated: (canonical, actual) =>
    oneByte.has(canonical) && oneByte.has(actual) ? 'Both hold one byte; the number is a width to show.' : null,
  isWidened: (canonical, actual) => widest[parseColumnType(canonical).base] === actual,
  isPrecaution: (check, type) => type.endsWith(' unsigned') && check.endsWith(' >= 0'),
  isText: (type) => texts.has(parseColumnType(type).base),
  valueKind(type) {
    const { base } = parseColumnType(type);
    return numbers.has(base) ? 'number' : (kinds[base] ?? 'text');
  },
  labelsOf: labelsOfEnum,
  djangoFields: fields,
  sqlalchemyType,
  sqlalchemyPrefix: 'mysql',
  identityWords: { 'by default': 'AUTO_INCREMENT', always: 'AUTO_INCREMENT', serial: 'AUTO_INCREMENT' },
};

/** MariaDB: MySQL, with types for identifiers and addresses. */
export const mariadb: JudgedDialect = {
  ...mysql,
  traits: dialectTraits.mariadb,
  djangoFields: { ...fields, ...plainFields({ uuid: 'UUIDField' }) },
  sqlalchemyType: (type) => (type === 'uuid' ? 'Uuid' : sqlalchemyType(type)),
  sqlalchemyPrefix: 'mariadb',
};
