import type { TablePair } from '../align/alignment';
import { keyColumnsOf } from '../compare/index-structure';
import type { Rule } from './rule';
import { differentNames, type NamedPair } from './written-names';

/** The same constraint under two written names. */
export const constraintName: Rule = {
  code: 'constraint-name',
  over: 'table',
  judge: (table) => differentNames(constraintsOf(table), table),
};

function constraintsOf(table: TablePair): NamedPair[] {
  const { canonical, actual } = table.primaryKey;
  const { foreignKeys, checks, exclusions, uniqueness } = table;
  const keys: NamedPair[] =
    canonical === null || actual === null || !table.actual.managed
      ? []
      : [{ canonical, actual, kind: 'primary-key', noun: 'primary key', columns: canonical.columns }];
  const uniques = uniqueness.both.filter((pair) => [pair.canonical.form, pair.actual.form].includes('constraint'));
  return [
    ...keys,
    ...uniques.map((pair): NamedPair => {
      const { index } = pair.canonical;
      return {
        canonical: index,
        actual: pair.actual.index,
        kind: 'unique',
        noun: 'unique rule',
        columns: keyColumnsOf(index),
      };
    }),
    ...foreignKeys.both.map((pair): NamedPair => {
      return { ...pair, kind: 'foreign-key', noun: 'foreign key', columns: pair.canonical.columns };
    }),
    ...checks.both.map(
      (pair): NamedPair => ({ ...pair, kind: 'check', noun: 'check', columns: pair.canonical.columns }),
    ),
    ...exclusions.both.map((pair): NamedPair => {
      return { ...pair, kind: 'exclusion', noun: 'exclusion constraint', columns: pair.canonical.columns };
    }),
  ];
}
