import { always, characters, decimal, type FieldRows, integer, type Row } from './field-rows';

/** By the names that people give types; what SQLite makes of them is their affinity, which the field's type shares. */
const rows: Readonly<Record<string, Row>> = {
  ...Object.fromEntries(['tinyint', 'smallint', 'int2'].map((type) => [type, integer('Small')])),
  ...Object.fromEntries(['int', 'integer', 'mediumint'].map((type) => [type, integer('')])),
  ...Object.fromEntries(['bigint', 'int8'].map((type) => [type, integer('Big')])),
  'smallint unsigned': integer('Small', true),
  'integer unsigned': integer('', true),
  'bigint unsigned': integer('Big', true),
  ...Object.fromEntries(['real', 'double', 'double precision', 'float'].map((type) => [type, always('FloatField')])),
  ...Object.fromEntries(['bool', 'boolean'].map((type) => [type, always('BooleanField')])),
  ...Object.fromEntries(['varchar', 'nvarchar', 'char', 'nchar'].map((type) => [type, characters])),
  ...Object.fromEntries(['text', 'clob'].map((type) => [type, always('TextField')])),
  ...Object.fromEntries(['decimal', 'numeric'].map((type) => [type, decimal])),
  ...Object.fromEntries(['datetime', 'timestamp'].map((type) => [type, always('DateTimeField')])),
  date: always('DateField'),
  time: always('TimeField'),
  blob: always('BinaryField'),
  json: always('JSONField'),
  'char(32)': always('UUIDField'),
  'char(39)': always('GenericIPAddressField'),
};

/** The fields of SQLite's types. */
export const sqliteRows: FieldRows = {
  rowOf: (type) => rows[type],
  nearRelativeOf: () => undefined,
  autoFieldsAreOne: true,
};
