import { freeObjectName } from '@canonical-schema/schema';

/** The names that a server makes for what Django leaves without one; null where it makes none. */
export interface ServerNames {
  /** Are names of constraints and indexes their table's alone, so that only those of the table are taken? */
  readonly areOfTable: boolean;
  primaryKey(table: string, isTaken: (name: string) => boolean): string | null;
  /** Of a primary key that ALTER TABLE adds under that name. */
  addedPrimaryKey(written: string): string;
  /** Of `UNIQUE` behind a column. */
  unique(table: string, column: string, isTaken: (name: string) => boolean): string | null;
  /** Of `CHECK` behind a column. */
  check(table: string, column: string, isTaken: (name: string) => boolean): string | null;
}

/** `t_pkey`, `t_c_key`, `t_c_check`. */
export const postgresqlServerNames: ServerNames = {
  areOfTable: false,
  primaryKey: (table, isTaken) => freeObjectName(table, null, 'pkey', isTaken),
  addedPrimaryKey: (written) => written,
  unique: (table, column, isTaken) => freeObjectName(table, column, 'key', isTaken),
  check: (table, column, isTaken) => freeObjectName(table, column, 'check', isTaken),
};

/** `PRIMARY`, `c` (the next `c_2`), `t_chk_1`. Source: `make_unique_key_name` and `generate_check_name` of MySQL. */
export const mysqlServerNames: ServerNames = {
  areOfTable: true,
  primaryKey: () => 'PRIMARY',
  addedPrimaryKey: () => 'PRIMARY',
  unique: (_table, column, isTaken) => freeNumbered(column, (number) => `${column}_${number}`, 2, isTaken),
  check: (table, _column, isTaken) => freeNumbered(null, (number) => `${table}_chk_${number}`, 1, isTaken),
};

/** A check behind a column has the column's name. */
export const mariadbServerNames: ServerNames = { ...mysqlServerNames, check: (_table, column) => column };

/** SQLite leaves them without. */
export const sqliteServerNames: ServerNames = {
  areOfTable: true,
  primaryKey: () => null,
  addedPrimaryKey: (written) => written,
  unique: () => null,
  check: () => null,
};

function freeNumbered(
  bare: string | null,
  numbered: (number: number) => string,
  first: number,
  isTaken: (name: string) => boolean,
): string {
  if (bare !== null && !isTaken(bare)) return bare;
  for (let number = first; ; number += 1) {
    const name = numbered(number);
    if (!isTaken(name)) return name;
  }
}
