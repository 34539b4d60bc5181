/** The SQL of one kind of database server. */
export type Dialect = 'postgresql' | 'mysql' | 'mariadb' | 'sqlite';

/**
 * What decides a dialect's schemas, as answers to small questions. Readers, rules and writers ask these instead of
 * comparing names of dialects; what a dialect's SQL looks like is `SqlDialect`'s to say.
 */
export interface DialectTraits {
  readonly name: Dialect;
  /** As people write it in sentences. */
  readonly label: string;
  /** Do tables stand in schemas of one database? Where not, every table is in `public`, which is never printed. */
  readonly hasSchemas: boolean;
  /** Are enums and domains types of their own, and sequences objects of their own? */
  readonly hasNamedTypes: boolean;
  /** Can tables and columns have comments? */
  readonly hasComments: boolean;
  readonly hasPartialIndexes: boolean;
  readonly hasExpressionIndexes: boolean;
  /** INCLUDE, operator classes, NULLS FIRST and LAST, and NULLS NOT DISTINCT. */
  readonly hasIndexOptions: boolean;
  /** Can a key of an index be the first characters of a column? */
  readonly hasIndexPrefixes: boolean;
  readonly hasExclusionConstraints: boolean;
  readonly hasDeferrableConstraints: boolean;
  /** Does a foreign key bring an index of its own where none begins with its columns? Readings leave that one out. */
  readonly indexesForeignKeys: boolean;
  /** Is a unique constraint nothing but a unique index? Then readings call each over plain columns a constraint. */
  readonly uniquesAreIndexes: boolean;
  /** Does a column take any value whatever type it is declared with, by the affinity of that type? */
  readonly hasTypeAffinity: boolean;
  /** Do `Id` and `id` name one column? Then readings keep them as written, and pairing looks past the difference. */
  readonly foldsColumnCase: boolean;
  /** The same of tables. MySQL on a case-sensitive file system tells them apart, which is where it mostly runs. */
  readonly foldsTableCase: boolean;
  /** Can ALTER TABLE change a column, add or drop a constraint? Where not, a table is made anew. */
  readonly altersTables: boolean;
  /** Has ADD COLUMN an IF NOT EXISTS, and DROP COLUMN an IF EXISTS? */
  readonly guardsColumns: boolean;
  /** Has CREATE INDEX an IF NOT EXISTS? */
  readonly guardsIndexes: boolean;
  /** Are CREATE and ALTER undone when their transaction fails? */
  readonly hasTransactionalDdl: boolean;
  /** The longest name of an object; null where there is no limit. */
  readonly nameLimit: { readonly length: number; readonly of: 'bytes' | 'characters' } | null;
}

const postgresql: DialectTraits = {
  name: 'postgresql',
  label: 'PostgreSQL',
  hasSchemas: true,
  hasNamedTypes: true,
  hasComments: true,
  hasPartialIndexes: true,
  hasExpressionIndexes: true,
  hasIndexOptions: true,
  hasIndexPrefixes: false,
  hasExclusionConstraints: true,
  hasDeferrableConstraints: true,
  indexesForeignKeys: false,
  uniquesAreIndexes: false,
  hasTypeAffinity: false,
  foldsColumnCase: false,
  foldsTableCase: false,
  altersTables: true,
  guardsColumns: true,
  guardsIndexes: true,
  hasTransactionalDdl: true,
  nameLimit: { length: 63, of: 'bytes' },
};

const mysql: DialectTraits = {
  name: 'mysql',
  label: 'MySQL',
  hasSchemas: false,
  hasNamedTypes: false,
  hasComments: true,
  hasPartialIndexes: false,
  hasExpressionIndexes: true,
  hasIndexOptions: false,
  hasIndexPrefixes: true,
  hasExclusionConstraints: false,
  hasDeferrableConstraints: false,
  indexesForeignKeys: true,
  uniquesAreIndexes: true,
  hasTypeAffinity: false,
  foldsColumnCase: true,
  foldsTableCase: false,
  altersTables: true,
  guardsColumns: false,
  guardsIndexes: false,
  hasTransactionalDdl: false,
  nameLimit: { length: 64, of: 'characters' },
};

const mariadb: DialectTraits = {
  ...mysql,
  name: 'mariadb',
  label: 'MariaDB',
  hasExpressionIndexes: false,
  guardsColumns: true,
  guardsIndexes: true,
};

const sqlite: DialectTraits = {
  name: 'sqlite',
  label: 'SQLite',
  hasSchemas: false,
  hasNamedTypes: false,
  hasComments: false,
  hasPartialIndexes: true,
  hasExpressionIndexes: true,
  hasIndexOptions: false,
  hasIndexPrefixes: false,
  hasExclusionConstraints: false,
  hasDeferrableConstraints: true,
  indexesForeignKeys: false,
  uniquesAreIndexes: false,
  hasTypeAffinity: true,
  foldsColumnCase: true,
  foldsTableCase: true,
  altersTables: false,
  guardsColumns: false,
  guardsIndexes: true,
  hasTransactionalDdl: true,
  nameLimit: null,
};

/** The traits of every dialect, by name. */
export const dialectTraits: Readonly<Record<Dialect, DialectTraits>> = { postgresql, mysql, mariadb, sqlite };
