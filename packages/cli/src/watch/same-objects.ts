import type { Reading, Table } from '@canonical-schema/schema';

/**
 * The reading with those objects of the last one in it that say the same, places included: whoever judges it knows them.
 */
export function withSameObjects(before: Reading | null, now: Reading): Reading {
  if (before === null || before === now) return now;
  const known = new Map(before.schema.tables.map((table) => [keyOf(table), table]));
  const tables = now.schema.tables.map((table) => {
    const old = known.get(keyOf(table));
    return old !== undefined && isSame(old, table) ? old : table;
  });
  const same = <T>(old: readonly T[], list: readonly T[]): readonly T[] => (isSame(old, list) ? old : list);
  return {
    ...now,
    schema: {
      ...now.schema,
      tables: same(before.schema.tables, tables),
      enums: same(before.schema.enums, now.schema.enums),
      domains: same(before.schema.domains, now.schema.domains),
    },
  };
}

function keyOf({ schema, name, orm }: Table): string {
  return `${schema}\0${name}\0${orm?.model ?? ''}`;
}

/** Are two values of plain data the same all the way down? */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  }
  if (a instanceof Map || a instanceof Set || b instanceof Map || b instanceof Set) return false;
  const entries = Object.entries(a);
  const others = new Map(Object.entries(b));
  return entries.length === others.size && entries.every(([name, value]) => isSame(value, others.get(name)));
}
