import { always, characters, decimal, type FieldRows, integer, plainly, type Row } from './field-rows';

const rows: Readonly<Record<string, Row>> = {
  smallint: integer('Small'),
  int: integer(''),
  bigint: integer('Big'),
  'smallint unsigned': integer('Small', true),
  'int unsigned': integer('', true),
  'bigint unsigned': integer('Big', true),
  double: plainly('FloatField'),
  'tinyint(1)': always('BooleanField'),
  varchar: characters,
  longtext: plainly('TextField'),
  longblob: plainly('BinaryField'),
  decimal,
  date: plainly('DateField'),
  'datetime(6)': always('DateTimeField'),
  'time(6)': always('TimeField'),
  json: plainly('JSONField'),
  'char(32)': always('UUIDField'),
  'char(39)': always('GenericIPAddressField'),
};

const nearRelatives: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['tinytext', 'text', 'mediumtext'].map((type) => [type, 'longtext'])),
  ...Object.fromEntries(['tinyblob', 'blob', 'mediumblob', 'binary', 'varbinary'].map((type) => [type, 'longblob'])),
  datetime: 'datetime(6)',
  timestamp: 'datetime(6)',
  time: 'time(6)',
  tinyint: 'smallint',
  mediumint: 'int',
  'tinyint unsigned': 'smallint unsigned',
  'mediumint unsigned': 'int unsigned',
  float: 'double',
  char: 'varchar',
};

/** The fields of MySQL's types. */
export const mysqlRows: FieldRows = {
  rowOf: (type) => rows[type],
  nearRelativeOf: (type) => nearRelatives[type],
  autoFieldsAreOne: false,
};

/** MariaDB has a type for UUIDs. */
export const mariadbRows: FieldRows = {
  ...mysqlRows,
  rowOf: (type) => (type === 'uuid' ? plainly('UUIDField') : rows[type]),
};
