import {
  columnsNamePart,
  constraintsOf,
  freeObjectName,
  type Named,
  type Schema,
  type Table,
} from '@canonical-schema/schema';

/**
 * The schema with PostgreSQL's own names for constraints that no person named, which then need not be written. Indexes
 * keep their names: under another one, IF NOT EXISTS would make each a second time in a database that has them.
 */
export function withPlainNames(schema: Schema): Schema {
  const taken = new Set(schema.tables.flatMap((table) => [table.name, ...keptNames(table)]));
  return { ...schema, tables: schema.tables.map((table) => named(table, taken)) };
}

function keptNames(table: Table): string[] {
  const given = constraintsOf(table).filter(({ nameGiven }) => nameGiven);
  return [...given, ...table.indexes].flatMap(({ name }) => (name === null ? [] : [name]));
}

function named(table: Table, taken: Set<string>): Table {
  const free = (part: readonly string[] | null, label: string): string => {
    const isTaken = (name: string): boolean => taken.has(name);
    const name = freeObjectName(table.name, part === null ? null : columnsNamePart(part), label, isTaken);
    taken.add(name);
    return name;
  };
  const plain = <T extends Named>(object: T, part: readonly string[] | null, label: string): T =>
    object.nameGiven ? object : { ...object, name: free(part, label) };
  return {
    ...table,
    checks: table.checks.map((check) => plain(check, check.columns.length === 1 ? check.columns : null, 'check')),
    primaryKey: table.primaryKey && plain(table.primaryKey, null, 'pkey'),
    uniques: table.uniques.map((unique) => plain(unique, [...unique.columns, ...unique.include], 'key')),
    exclusions: table.exclusions.map((exclusion) => plain(exclusion, exclusion.columns, 'excl')),
    foreignKeys: table.foreignKeys.map((key) => plain(key, key.columns, 'fkey')),
  };
}
