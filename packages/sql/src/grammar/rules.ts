import type { ServerVersion, Table } from '@canonical-schema/schema';

/** What a dialect's server makes of definitions, where the grammar alone does not say it. */
export interface Rules {
  /** The primary key's name; null where it has none. */
  readonly primaryKeyName: string | null;
  /** The name of a unique constraint or an index that none is written for; null for none. */
  keyName(table: Table, column: string | null): string | null;
  foreignKeyName(table: Table): string | null;
  /** `column` is the one that the check stands behind; null for a table's check. */
  checkName(table: Table, column: string | null): string | null;
  /** The version since which REFERENCES behind a column is a foreign key, instead of being passed over; null for every version. */
  readonly inlineReferencesSince: ServerVersion | null;
  /** The version where nothing says another. */
  readonly assumedVersion: ServerVersion;
  /** Is the name of its index a foreign key's, where it has no other? */
  readonly keysTakeIndexNames: boolean;
  /** Are RESTRICT and NO ACTION one? */
  readonly restrictIsNoAction: boolean;
  /** Is a DEFAULT without brackets a literal or the current time, and none at all of a text? */
  readonly limitsBareDefaults: boolean;
  /** Does a unique key of several columns keep them from being dropped, or go on without? Null where neither is so. */
  readonly holdsKeysOfDroppedColumns: boolean | null;
  /** Is a check `json_valid(c)` what makes a column's type json? */
  readonly checksJson: boolean;
  /** Does a lone INTEGER PRIMARY KEY number the rows, and is NOT NULL not needed for it? */
  readonly hasRowids: boolean;
  /** Are two unique constraints over the same columns one? */
  readonly mergesEqualKeys: boolean;
  /** Words that start another element of a table than a column. */
  readonly elementWords: ReadonlySet<string>;
}

const mysqlElements: ReadonlySet<string> = new Set(
  'constraint primary unique index key fulltext spatial foreign check period like'.split(' '),
);

/** MySQL. Source: `make_unique_key_name` and `generate_fk_name` in its server. */
export const mysqlRules: Rules = {
  primaryKeyName: 'PRIMARY',
  keyName: (table, column) => freeName(keyNames(table), column ?? 'functional_index'),
  foreignKeyName: (table) => `${table.name}_ibfk_${nextNumber(table.foreignKeys, `${table.name}_ibfk_`)}`,
  checkName: (table) => `${table.name}_chk_${nextNumber(table.checks, `${table.name}_chk_`)}`,
  inlineReferencesSince: [9, 0],
  assumedVersion: [8, 4],
  keysTakeIndexNames: false,
  restrictIsNoAction: true,
  limitsBareDefaults: true,
  holdsKeysOfDroppedColumns: false,
  checksJson: false,
  hasRowids: false,
  mergesEqualKeys: false,
  elementWords: mysqlElements,
};

/** MariaDB names a column's check by the column. */
export const mariadbRules: Rules = {
  ...mysqlRules,
  checkName: (table, column) => column ?? `CONSTRAINT_${nextNumber(table.checks, 'CONSTRAINT_')}`,
  inlineReferencesSince: [10, 5],
  assumedVersion: [11, 4],
  keysTakeIndexNames: true,
  limitsBareDefaults: false,
  holdsKeysOfDroppedColumns: true,
  checksJson: true,
};

/** SQLite has no names but written ones. */
export const sqliteRules: Rules = {
  primaryKeyName: null,
  keyName: () => null,
  foreignKeyName: () => null,
  checkName: () => null,
  inlineReferencesSince: null,
  assumedVersion: [3, 45],
  keysTakeIndexNames: false,
  restrictIsNoAction: false,
  limitsBareDefaults: false,
  holdsKeysOfDroppedColumns: null,
  checksJson: false,
  hasRowids: true,
  mergesEqualKeys: true,
  elementWords: new Set('constraint primary unique foreign check'.split(' ')),
};

function keyNames({ uniques, indexes }: Table): ReadonlySet<string> {
  return new Set([...uniques, ...indexes].map(({ name }) => (name ?? '').toLowerCase()));
}

/** `c`, `c_2`, `c_3`. */
function freeName(taken: ReadonlySet<string>, name: string): string {
  const isPrimary = name.toLowerCase() === 'primary';
  if (!taken.has(name.toLowerCase()) && !isPrimary) return name;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${name}_${number}`.toLowerCase())) return `${name}_${number}`;
  }
}

function nextNumber(objects: readonly { readonly name: string | null }[], prefix: string): number {
  const numbers = objects.flatMap(({ name }) => {
    const number = name?.toLowerCase().startsWith(prefix.toLowerCase()) ? name.slice(prefix.length) : '';
    return /^[1-9]\d*$/.test(number) ? [Number(number)] : [];
  });
  return Math.max(0, ...numbers) + 1;
}
