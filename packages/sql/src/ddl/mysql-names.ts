import { type Check, constraintsOf, type Named, type Schema, type Table } from '@canonical-schema/schema';
import { type MadeNames, madeNames } from './made-names';

/** How a server numbers what nobody named, beginning with 1 in each table. */
export interface NumberedNames {
  foreignKey(table: string, number: number): string;
  check(table: string, number: number): string;
}

/** Lists in the order of names count with numbers of one digit. */
const mostNumbered = 9;

/**
 * The names that MySQL and MariaDB make: `PRIMARY`, a unique constraint's first column, numbers for foreign keys and
 * checks. Numbers count only what has no name, so they are left out where all of them would come back.
 */
export function mysqlNames(schema: Schema, numbered: NumberedNames): MadeNames {
  const tables = new Map(schema.tables.map((table) => [table.name, table]));
  const { free } = madeNames(schema);
  return {
    free,
    isMade({ name: owner }, name, part, label) {
      const table = tables.get(owner);
      if (name === null || table === undefined || label === 'pkey') return true;
      if (label === 'key') return name === part?.[0];
      const isCheck = label === 'check';
      const objects: readonly Named[] = isCheck ? table.checks : table.foreignKeys;
      const made = (number: number) => (isCheck ? numbered.check(owner, number) : numbered.foreignKey(owner, number));
      return areNumbered(objects, made).has(name);
    },
  };
}

/** The numbered names, where nothing is missing among them. */
function areNumbered(objects: readonly Named[], made: (number: number) => string): ReadonlySet<string> {
  const names = new Set(objects.map(({ name }) => name));
  const all: string[] = [];
  while (names.has(made(all.length + 1))) all.push(made(all.length + 1));
  const isWhole = objects.every(({ name, nameGiven }) => nameGiven || name === null || all.includes(name));
  return new Set(isWhole && all.length <= mostNumbered ? all : []);
}

/** The schema with the server's names for what no person named. Indexes keep theirs, by which they are found. */
export function withMysqlNames(schema: Schema, numbered: NumberedNames): Schema {
  return { ...schema, tables: schema.tables.map((table) => named(table, numbered)) };
}

function named(table: Table, numbered: NumberedNames): Table {
  const kept = [...constraintsOf(table), ...table.indexes].filter(({ nameGiven }) => nameGiven);
  const taken = new Set([...kept, ...table.indexes].map(({ name }) => name));
  const first = (names: (number: number) => string): string => {
    for (let number = 1; ; number += 1) {
      const name = names(number);
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
  const plain = <T extends Named>(object: T, names: (number: number) => string): T =>
    object.nameGiven ? object : { ...object, name: first(names) };
  return {
    ...table,
    uniques: table.uniques.map((unique) =>
      plain(unique, (number) => `${unique.columns[0] ?? 'unique'}${number === 1 ? '' : `_${number}`}`),
    ),
    foreignKeys: table.foreignKeys.map((key) => plain(key, (number) => numbered.foreignKey(table.name, number))),
    checks: table.checks.map((check: Check) => plain(check, (number) => numbered.check(table.name, number))),
  };
}
