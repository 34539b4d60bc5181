import type { Column, Table } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import { uniquenessOf } from '../align/uniqueness';
import { plainColumnsOf } from '../compare/index-structure';
import { stepsFor } from './column-repair';
import { isReadWhole } from './read-whole';
import { addConstraint, addIndex, addRule, made, noRepair, ownRef, type Repair } from './repair';

/** Adds a column of the SQL with everything that is over it, or over it and others that are missing too: none of that is a finding of its own. */
export function addColumn(table: TablePair, column: Column): Repair {
  if (!isReadWhole(column)) return noRepair;
  const added = made(table, { kind: 'add-column', table: ownRef(table), column });
  return added.length === 0 ? noRepair : [...stepsFor(table, column), ...added, ...dependents(table, column.name)];
}

function dependents(table: TablePair, column: string): Repair {
  const { canonical, actual, side } = table;
  if (!actual.managed) return noRepair;
  const missing = new Set(table.columns.missing.map(({ name }) => name));
  const goesAlong = (columns: readonly string[] | null) =>
    columns?.includes(column) === true && columns.every((name) => missing.has(name));
  const indexes = side.mirror === 'subset' ? [] : plainIndexes(canonical);
  return [
    ...uniquenessOf(canonical).flatMap((rule) => (goesAlong(plainColumnsOf(rule.index)) ? addRule(table, rule) : [])),
    ...canonical.foreignKeys.flatMap((key) =>
      goesAlong(key.columns) ? addConstraint(table, { kind: 'foreign-key', ...key }) : [],
    ),
    ...canonical.checks.flatMap((check) =>
      goesAlong(check.columns) ? addConstraint(table, { kind: 'check', ...check }) : [],
    ),
    ...canonical.exclusions.flatMap((exclusion) =>
      goesAlong(exclusion.columns) ? addConstraint(table, { kind: 'exclusion', ...exclusion }) : [],
    ),
    ...indexes.flatMap((index) => (goesAlong(plainColumnsOf(index)) ? addIndex(table, index) : [])),
  ];
}

function plainIndexes({ indexes }: Table) {
  return indexes.filter(({ unique }) => !unique);
}
