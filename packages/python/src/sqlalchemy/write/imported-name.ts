/** A name and the module that it is imported from. */
export interface ImportedName {
  readonly module: string;
  readonly name: string;
}

const exportedBy =
  (module: string) =>
  (name: string): ImportedName => ({ module, name });

/** A name that `sqlalchemy` itself exports. */
export const ofSqlAlchemy = exportedBy('sqlalchemy');

/** A name of the PostgreSQL dialect. */
export const ofPostgres = exportedBy('sqlalchemy.dialects.postgresql');

/** A name of the MySQL dialect. */
export const ofMysql = exportedBy('sqlalchemy.dialects.mysql');

/** A name of `sqlalchemy.orm`. */
export const ofOrm = exportedBy('sqlalchemy.orm');

/** A name of `typing`. */
export const ofTyping = exportedBy('typing');

/** A name of the standard library that annotations use. */
export const pythonName = (module: string, name: string): ImportedName => ({ module, name });
