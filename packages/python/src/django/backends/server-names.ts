import { freeObjectName } from '@canonical-schema/schema';

/** The names that a new one has to keep clear of. */
export interface TakenNames {
  has(name: string): boolean;
  /** Those of the table. */
  readonly ofTable: readonly string[];
}

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
  check(table: string, column: string, taken: TakenNames): string | null;
}

/** `t_pkey`, `t_c_key`, `t_c_check`. */
export const postgresqlServerNames: ServerNames = {
  areOfTable: false,
  primaryKey: (table, isTaken) => freeObjectName(table, null, 'pkey', isTaken),
  addedPrimaryKey: (written) => written,
  unique: (table, column, isTaken) => freeObjectName(table, column, 'key', isTaken),
  check: (table, column, taken) => freeObjectName(table, column, 'check', taken.has),
};

/** `PRIMARY`, `c` (the next `c_2`), `t_chk_1`. Source: `make_unique_key_name` and `generate_check_name` of MySQL. */
export const mysqlServerNames: ServerNames = {
  areOfTable: true,
  primaryKey: () => 'PRIMARY',
  addedPrimaryKey: () => 'PRIMARY',
  unique: (_table, column, isTaken) => freeNumbered(column, isTaken),
  check: (table, _column, { ofTable }) => `${table}_chk_${nextNumber(ofTable, `${table}_chk_`)}`,
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

function freeNumbered(column: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(column)) return column;
  for (let number = 2; ; number += 1) {
    const name = `${column}_${number}`;
    if (!isTaken(name)) return name;
  }
}

/** One more than the highest number behind a prefix; those that went before it leave gaps. */
function nextNumber(names: readonly string[], prefix: string): number {
  const numbers = names.flatMap((name) => {
    const number = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    return /^[1-9]\d*$/.test(number) ? [Number(number)] : [];
  });
  return Math.max(0, ...numbers) + 1;
}
