import { type Change, type Column, type ColumnAlteration, isUnreadable, type TableRef } from '@canonical-schema/schema';
import type { ColumnPair, TablePair } from '../align/alignment';
import type { Pair } from '../align/pairing';
import { isDjango } from '../compare/choices';
import { compareTypes } from '../compare/column-types';
import { made, noRepair, ownRef, type Repair } from './repair';

/** The facts of a column that a repair may set. */
export type AlterableFact = 'type' | 'nullable' | 'default' | 'identity' | 'generated' | 'collation' | 'comment';

/**
 * Sets those of the facts that differ to what the SQL says; one that was not read on a side stays. What a domain adds
 * comes and goes with the type.
 */
export function alterColumn(table: TablePair, pair: ColumnPair, facts: readonly AlterableFact[]): Repair {
  const isOfDomain = changesDomain(pair, table);
  const change = isOfDomain
    ? alterationOf(ownRef(table), pair.declared, [...facts, 'type', 'nullable', 'default'])
    : alterationOf(ownRef(table), pair, facts);
  return change === null ? noRepair : made(table, change);
}

/**
 * Gives a column the SQL's type, and with it every column that references it and has its type. Django gives the type of
 * a key to what references it by itself.
 */
export function alterType(table: TablePair, pair: ColumnPair): Repair {
  const altered = alterColumn(table, pair, ['type']);
  const own = altered.length === 0 ? noRepair : [...stepsFor(table, pair.canonical), ...altered];
  if (own.length === 0 || isDjango(table.side.source)) return own;
  const followers = pair.followers.flatMap(({ table: follower, column }) => {
    const change = alterationOf({ schema: follower.schema, name: follower.name }, column, ['type']);
    return change === null ? [] : [change];
  });
  return [...own, ...followers];
}

/** What has to be done about a column's type before the departing source can have the column. */
export function stepsFor({ typeSteps }: Pick<TablePair, 'typeSteps'>, { type }: Column): Repair {
  if (typeSteps.size === 0 || isUnreadable(type)) return noRepair;
  return typeSteps.get(type.endsWith('[]') ? type.slice(0, -2) : type) ?? noRepair;
}

/** Will the column have another domain than now, or none, which then adds something else to its base type? */
function changesDomain(pair: ColumnPair, { side }: TablePair): boolean {
  if (pair.declared.actual !== pair.actual) return true;
  return pair.declared.canonical !== pair.canonical && compareTypes(pair, side).kind === 'different';
}

function alterationOf(
  table: TableRef,
  { canonical, actual }: Pair<Column>,
  facts: readonly AlterableFact[],
): Change | null {
  const changed = [...new Set(facts)].filter((fact) => isDifferent(canonical[fact], actual[fact]));
  if (changed.length === 0) return null;
  return { kind: 'alter-column', table, column: actual.name, set: factsOf(canonical, changed) };
}

function factsOf(column: Column, facts: readonly AlterableFact[]): ColumnAlteration {
  const set: ColumnAlteration = Object.fromEntries(facts.map((fact) => [fact, column[fact]]));
  return facts.includes('type') && column.baseType !== undefined ? { ...set, baseType: column.baseType } : set;
}

function isDifferent(canonical: unknown, actual: unknown): boolean {
  if (isUnreadable(canonical) || isUnreadable(actual)) return false;
  return JSON.stringify(canonical) !== JSON.stringify(actual);
}
