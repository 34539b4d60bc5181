import { columnsNamePart, objectName, type Schema, type Table, type TableRef } from '@canonical-schema/schema';

/** Which names of constraints PostgreSQL makes by itself, so that they need not be written. */
export interface MadeNames {
  /** Is this the name that PostgreSQL gives to the unnamed object? `part` are its columns, `label` its kind's: `key`. */
  isMade(table: TableRef, name: string | null, part: readonly string[] | null, label: string): boolean;
  /** A name that nothing in the table's schema has: `table_part_label`, with a number behind where it is taken. */
  free(table: TableRef, part: readonly string[] | null, label: string): string;
}

/** Names of everything in a schema, as PostgreSQL looks for free ones: a name that two objects have is always written. */
export function madeNames(schema: Schema): MadeNames {
  const counts = new Map<string, number>();
  const count = (namespace: string, name: string | null): void => {
    const key = `${namespace}\u0000${name}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const table of schema.tables) for (const name of namesOf(table)) count(table.schema, name);
  for (const sequence of schema.sequences) count(sequence.schema, sequence.name);
  const made = (table: TableRef, part: readonly string[] | null, label: string): string =>
    objectName(table.name, part === null ? null : columnsNamePart(part), label);
  return {
    isMade: (table, name, part, label) => {
      if (name === null) return true;
      return name === made(table, part, label) && (counts.get(`${table.schema}\u0000${name}`) ?? 0) <= 1;
    },
    free(table, part, label) {
      for (let number = 0; ; number += 1) {
        const name = made(table, part, number === 0 ? label : `${label}${number}`);
        if (counts.has(`${table.schema}\u0000${name}`)) continue;
        count(table.schema, name);
        return name;
      }
    },
  };
}

function namesOf(table: Table): (string | null)[] {
  const { primaryKey, uniques, foreignKeys, checks, exclusions, indexes } = table;
  const objects = [...(primaryKey === null ? [] : [primaryKey]), ...uniques, ...foreignKeys, ...checks, ...exclusions];
  return [table.name, ...[...objects, ...indexes].map(({ name }) => name)];
}
