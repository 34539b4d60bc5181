import {
  type Change,
  type Check,
  type Constraint,
  constraintsOf,
  type ForeignKey,
  type Index,
  type Named,
  type Table,
  type TableRef,
} from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import type { Pair } from '../align/pairing';
import type { UniquenessRule } from '../align/uniqueness';
import { standInFor } from '../compare/coverage';
import { isReadWhole } from './read-whole';

/** The changes of the departing source that make it agree; empty where no change of its schema can be named. */
export type Repair = readonly Change[];

/** What is lacking, refers to something unread or has no name to be addressed by. */
export const noRepair: Repair = [];

/** The table as the departing source calls it. */
export function ownRef({ actual: { schema, name } }: TablePair): TableRef {
  return { schema, name };
}

/** Adds a constraint of the SQL. */
export function addConstraint(table: TablePair, constraint: Constraint): Repair {
  return isReadWhole(constraint) ? made(table, { kind: 'add-constraint', table: ownRef(table), constraint }) : noRepair;
}

/** Drops a constraint of the departing source. */
export function dropConstraint(table: TablePair, kind: Constraint['kind'], { name }: Pick<Named, 'name'>): Repair {
  if (name === null) return noRepair;
  return made(table, { kind: 'drop-constraint', table: ownRef(table), constraint: { kind, name } });
}

/** Adds an index of the SQL. */
export function addIndex(table: TablePair, index: Index): Repair {
  return isReadWhole(index) ? made(table, { kind: 'add-index', table: ownRef(table), index }) : noRepair;
}

/** Drops an index of the departing source. */
export function dropIndex(table: TablePair, { name }: Index): Repair {
  return name === null ? noRepair : made(table, { kind: 'drop-index', table: ownRef(table), index: name });
}

/** Adds a uniqueness rule of the SQL in the form that it has there. */
export function addRule(table: TablePair, { constraint, index }: UniquenessRule): Repair {
  return constraint === null ? addIndex(table, index) : addConstraint(table, { kind: 'unique', ...constraint });
}

/** Adds a rule that the departing source lacks, in the place of the index that it has instead. */
export function addMissingRule(table: TablePair, rule: UniquenessRule): Repair {
  const standIn = standInFor(rule.index, table.indexes.extra);
  const added = addRule(table, rule);
  return standIn?.origin === 'written' ? all(dropIndex(table, standIn), added) : added;
}

/** Drops a uniqueness rule of the departing source, whichever form it has. */
export function dropRule(table: TablePair, { constraint, index }: UniquenessRule): Repair {
  return constraint === null ? dropIndex(table, index) : dropConstraint(table, 'unique', constraint);
}

/** Drops a check, however often the departing source says it. */
export function dropCheck(table: TablePair, check: Check): Repair {
  const alike = table.actual.checks.filter(({ expression }) => expression === check.expression);
  return all(...alike.map((same) => dropConstraint(table, 'check', same)));
}

/** One thing in the place of another: both changes, or none where one of them cannot be made. */
export function all(...parts: readonly Repair[]): Repair {
  return parts.some((part) => part.length === 0) ? noRepair : parts.flat();
}

/** A change of a table that several models describe is for a person: nothing says which of them departs. */
export function made(table: TablePair, ...changes: readonly Change[]): Repair {
  return table.isShared ? noRepair : changes;
}

/** The SQL's foreign key in the place of the departing source's. */
export function replaceForeignKey(table: TablePair, { canonical, actual }: Pair<ForeignKey>): Repair {
  return all(dropConstraint(table, 'foreign-key', actual), addConstraint(table, { kind: 'foreign-key', ...canonical }));
}

/** A constraint under the name that the SQL gives it; `object` is the SQL's. */
export function renameConstraint(table: TablePair, { canonical, actual }: Pair<Named>, object: Constraint): Repair {
  if (canonical.name === null || actual.name === null) return noRepair;
  const { kind } = object;
  if (isNameTaken(table.actual, canonical.name)) {
    return all(dropConstraint(table, kind, actual), addConstraint(table, object));
  }
  const constraint = { kind, name: actual.name };
  return made(table, { kind: 'rename-constraint', table: ownRef(table), constraint, to: canonical.name });
}

/** An index under the name that the SQL gives it. */
export function renameIndex(table: TablePair, { canonical, actual }: Pair<Index>): Repair {
  if (canonical.name === null || actual.name === null) return noRepair;
  if (isNameTaken(table.actual, canonical.name)) return all(dropIndex(table, actual), addIndex(table, canonical));
  return made(table, { kind: 'rename-index', table: ownRef(table), index: actual.name, to: canonical.name });
}

/** Names that two objects swap cannot be given one after the other. */
function isNameTaken(table: Table, name: string): boolean {
  return [...constraintsOf(table), ...table.indexes].some((object) => object.name === name);
}

/** A rule of one form under the name that the SQL gives a rule of the other. */
export function renameRule(table: TablePair, { canonical, actual }: Pair<UniquenessRule>): Repair {
  const [{ name: to }, { name }] = [canonical.index, actual.index];
  if (to === null || name === null) return noRepair;
  if (isNameTaken(table.actual, to)) return all(dropRule(table, actual), addRule(table, canonical));
  const ref = ownRef(table);
  if (actual.constraint === null) return made(table, { kind: 'rename-index', table: ref, index: name, to });
  return made(table, { kind: 'rename-constraint', table: ref, constraint: { kind: 'unique', name }, to });
}
