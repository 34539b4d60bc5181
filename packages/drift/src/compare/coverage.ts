import type { Index, Table } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import { type UniquenessRule, uniquenessOf } from '../align/uniqueness';
import type { JudgedDialect } from '../dialects';
import { isPlain, plainColumnsOf } from './index-structure';

/** Is there a unique or key over exactly these columns, in this order, so that the index serves no query of its own? */
export function isRedundantIndex(index: Index, table: TablePair): boolean {
  const columns = plainColumnsOf(index);
  const isOrdinary =
    index.method === 'btree' && index.keys.every((key) => key.opclass === null && key.collation === null);
  if (columns === null || !isPlain(index) || !isOrdinary || index.include.length > 0) return false;
  const wanted = columns.join('\u0000');
  return [table.canonical, table.actual].some((side) =>
    uniqueColumns(side).some((found) => found.join('\u0000') === wanted),
  );
}

/** Does the side that lacks the rule have the columns unique all the same, by its key or by the same rule said once? */
export function isRedundantUnique(rule: UniquenessRule, lacking: Table): boolean {
  const columns = plainColumnsOf(rule.index);
  if (columns === null || !isPlain(rule.index)) return false;
  const wanted = columns.toSorted().join('\u0000');
  return uniqueColumns(lacking).some((found) => found.toSorted().join('\u0000') === wanted);
}

/**
 * Is this index over just the columns of a foreign key on the side that lacks it, in a dialect where that key brings an
 * index of its own?
 */
export function isForeignKeyIndex(index: Index, lacking: Table, { traits }: JudgedDialect): boolean {
  if (!traits.indexesForeignKeys || index.unique || !isPlain(index)) return false;
  const columns = plainColumnsOf(index)?.join('\u0000');
  return lacking.foreignKeys.some((key) => key.columns.join('\u0000') === columns);
}

/** Does an index, unique or key of the table start with this column, for all rows? */
export function hasIndexStartingWith(table: Table, column: string): boolean {
  const indexed = table.indexes.filter((index) => index.where === null && index.method === 'btree');
  const first = indexed.map(({ keys: [key] }) => (key?.of.kind === 'column' ? key.of.column : null));
  return [...first, ...uniqueColumns(table).map((columns) => columns[0])].includes(column);
}

/**
 * The index that is not unique and stands in the place of a uniqueness rule that its side lacks: the same columns, in
 * the same order. It is the other face of that one finding.
 */
export function standInFor(rule: Index, candidates: readonly Index[]): Index | null {
  const wanted = plainColumnsOf(rule)?.join('\u0000');
  if (wanted === undefined) return null;
  return candidates.find((index) => plainColumnsOf(index)?.join('\u0000') === wanted) ?? null;
}

const patternClasses: ReadonlySet<string> = new Set(['varchar_pattern_ops', 'text_pattern_ops']);

/**
 * Is the index that the other side lacks the twin that Django makes beside its index on a column with a collation? Only
 * the database knows whether a collation is deterministic, and so whether there is a twin.
 */
export function isPossibleTwin(index: Index, lacking: Table): boolean {
  const [key, ...others] = index.keys;
  if (key?.of.kind !== 'column' || others.length > 0 || !patternClasses.has(key.opclass ?? '')) return false;
  const { column: name } = key.of;
  const column = lacking.columns.find((candidate) => candidate.name === name);
  const isCollated = column !== undefined && column.collation !== null;
  return isCollated && isPlain(index) && hasIndexStartingWith(lacking, name);
}

function uniqueColumns(table: Table): (readonly string[])[] {
  const rules = uniquenessOf(table).flatMap(({ index }) => {
    const columns = plainColumnsOf(index);
    return columns === null || !isPlain(index) ? [] : [columns];
  });
  return table.primaryKey === null ? rules : [...rules, table.primaryKey.columns];
}
