import type { TableRef } from '@canonical-schema/schema';

/** A table's name as the key of a map: quoted names may hold dots. */
export function tableKey({ schema, name }: TableRef): string {
  return `${schema}\u0000${name}`;
}
