import { columnsNamePart, freeObjectName } from '@canonical-schema/schema';
import type { NamedKind } from '../description';

/** A constraint or index that neither a person nor a naming convention names. */
export interface Unnamed {
  readonly kind: NamedKind | 'ex';
  readonly table: string;
  /** Its columns, or those that a check's expression names; null for an expression among an index's keys. */
  readonly columns: readonly (string | null)[];
  /** The column behind which a check stands. */
  readonly behind: string | null;
  isTaken(name: string): boolean;
}

/** The name that the server makes; null where it makes none. */
export type ServerName = (unnamed: Unnamed) => string | null;

const postgresqlLabels: Readonly<Record<Unnamed['kind'], string>> = {
  pk: 'pkey',
  uq: 'key',
  fk: 'fkey',
  ck: 'check',
  ex: 'excl',
  ix: 'idx',
};

/** `table_columns_label`, a check's with the one column that it names. */
export const postgresqlName: ServerName = ({ kind, table, columns, isTaken }) => {
  const single = columns.length === 1 ? (columns[0] ?? null) : null;
  const middle = kind === 'pk' ? null : kind === 'ck' ? single : columnsNamePart(columns);
  return freeObjectName(table, middle, postgresqlLabels[kind], isTaken);
};

/** The first of some names that is free. */
function firstFree(name: (number: number) => string, isTaken: Unnamed['isTaken']): string {
  let number = 1;
  while (isTaken(name(number))) number += 1;
  return name(number);
}

/** An index is called as its first column: `c`, `c_2`. Source: `make_unique_key_name` in `sql_table.cc`. */
function keyName({ columns, isTaken }: Unnamed): string {
  const first = columns[0] ?? 'functional_index';
  return firstFree((number) => (number === 1 ? first : `${first}_${number}`), isTaken);
}

/** `t_ibfk_1`, and `t_chk_1` for checks. */
export const mysqlName: ServerName = (unnamed) => {
  const { kind, table, isTaken } = unnamed;
  if (kind === 'pk') return 'PRIMARY';
  if (kind === 'fk') return firstFree((number) => `${table}_ibfk_${number}`, isTaken);
  if (kind === 'ck') return firstFree((number) => `${table}_chk_${number}`, isTaken);
  return keyName(unnamed);
};

/** A check behind a column is called as the column, one of the table `CONSTRAINT_1`. */
export const mariadbName: ServerName = (unnamed) => {
  if (unnamed.kind !== 'ck') return mysqlName(unnamed);
  return unnamed.behind ?? firstFree((number) => `CONSTRAINT_${number}`, unnamed.isTaken);
};

/** SQLite names nothing that anybody sees. */
export const sqliteName: ServerName = () => null;
