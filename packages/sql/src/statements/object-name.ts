import { freeObjectName, type TableRef } from '@canonical-schema/schema';
import type { Context } from '../fold/fold';

/** A name as the catalog holds it, and whether a person wrote it. */
export interface GivenName {
  readonly name: string;
  readonly nameGiven: boolean;
}

/**
 * The name of an object of a table: as written, or the one PostgreSQL makes. Written like PostgreSQL's own, as pg_dump
 * prints every name, it counts as not written.
 */
export function givenName(
  { catalog }: Context,
  table: TableRef,
  written: string | undefined,
  part: string | null,
  label: string,
): GivenName {
  const isTaken = (name: string): boolean => catalog.isNameTaken(table.schema, name);
  const made = freeObjectName(table.name, part, label, isTaken);
  if (written === undefined || written === '') return { name: made, nameGiven: false };
  const first = freeObjectName(table.name, part, label, () => false);
  return { name: written, nameGiven: written !== made && written !== first };
}
