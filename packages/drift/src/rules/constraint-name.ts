import type { TablePair } from '../align/alignment';
import type { Pair } from '../align/pairing';
import type { UniquenessRule } from '../align/uniqueness';
import { keyColumnsOf } from '../compare/index-structure';
import { renameConstraint, renameRule } from '../repairs/repair';
import type { Rule } from './rule';
import { differentNames, type NamedPair } from './written-names';

/** The same constraint under two written names. */
export const constraintName: Rule = {
  code: 'constraint-name',
  over: 'table',
  judge: (table) => differentNames(constraintsOf(table), table),
};

function constraintsOf(table: TablePair): NamedPair[] {
  const { foreignKeys, checks, exclusions, uniqueness } = table;
  const uniques = uniqueness.both.filter((pair) => [pair.canonical.form, pair.actual.form].includes('constraint'));
  const keys = foreignKeys.both.map((pair): NamedPair => {
    const repair = () => renameConstraint(table, pair, { kind: 'foreign-key', ...pair.canonical });
    return { ...pair, kind: 'foreign-key', noun: 'foreign key', columns: pair.canonical.columns, repair };
  });
  return [
    ...primaryKeyOf(table),
    ...uniques.map((pair) => uniqueRuleOf(pair, table)),
    ...keys,
    ...checks.both.map((pair): NamedPair => {
      const repair = () => renameConstraint(table, pair, { kind: 'check', ...pair.canonical });
      return { ...pair, kind: 'check', noun: 'check', columns: pair.canonical.columns, repair };
    }),
    ...exclusions.both.map((pair): NamedPair => {
      const repair = () => renameConstraint(table, pair, { kind: 'exclusion', ...pair.canonical });
      return { ...pair, kind: 'exclusion', noun: 'exclusion constraint', columns: pair.canonical.columns, repair };
    }),
  ];
}

function primaryKeyOf(table: TablePair): NamedPair[] {
  const { canonical, actual } = table.primaryKey;
  if (canonical === null || actual === null || !table.actual.managed) return [];
  const repair = () => renameConstraint(table, { canonical, actual }, { kind: 'primary-key', ...canonical });
  return [{ canonical, actual, kind: 'primary-key', noun: 'primary key', columns: canonical.columns, repair }];
}

/** A rule that is renamed keeps its form: a unique index beside a constraint of the SQL stays one. */
function uniqueRuleOf({ canonical, actual }: Pair<UniquenessRule>, table: TablePair): NamedPair {
  const indexes = { canonical: canonical.index, actual: actual.index };
  const isConstraint = canonical.constraint !== null && actual.constraint !== null;
  const repair = () =>
    isConstraint
      ? renameConstraint(table, indexes, { kind: 'unique', ...canonical.constraint })
      : renameRule(table, { canonical, actual });
  return { ...indexes, kind: 'unique', noun: 'unique rule', columns: keyColumnsOf(canonical.index), repair };
}
