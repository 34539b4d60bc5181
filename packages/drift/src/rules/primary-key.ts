import { type PrimaryKey, tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import { addConstraint, all, dropConstraint, noRepair, type Repair } from '../repairs/repair';
import { columnsLabel, objectSubject, placesIn } from './departure';
import type { Rule } from './rule';

/** Primary keys over other columns, or on one side only. The same columns in another order are a warning. */
export const primaryKey: Rule = {
  code: 'primary-key',
  over: 'table',
  judge: (table) => {
    const { canonical, actual } = table.primaryKey;
    const [expected, found] = [words(canonical), words(actual)];
    if (expected === found) return [];
    const { remedies, source } = table.side;
    const remedy =
      canonical === null ? 'Give the table a primary key in the SQL' : remedies.setPrimaryKey(canonical.columns);
    const isReordered = sorted(canonical) === sorted(actual);
    return [
      {
        subject: objectSubject('primary-key', table.canonical, canonical ?? { name: null }, canonical?.columns ?? []),
        departs: source,
        severity: isReordered ? 'warning' : 'error',
        message: `${tableLabel(table.canonical)} has ${expected} in SQL and ${found} in ${remedies.side}. ${remedy}${canonical === null ? '.' : ', or change the SQL first.'}`,
        places: placesIn(table, canonical, actual),
        canonical: canonical?.columns ?? null,
        actual: actual?.columns ?? null,
        repair: repairOf(table),
      },
    ];
  },
};

/** A source without a key cannot be made to agree: both ORMs need one. */
function repairOf(table: TablePair): Repair {
  const { canonical, actual } = table.primaryKey;
  if (canonical === null) return noRepair;
  const added = addConstraint(table, { kind: 'primary-key', ...canonical });
  if (actual === null) return added;
  return all(dropConstraint(table, 'primary-key', actual), added);
}

function words(key: PrimaryKey | null): string {
  return key === null ? 'no primary key' : `the primary key ${columnsLabel(key.columns)}`;
}

function sorted(key: PrimaryKey | null): string | null {
  return key === null ? null : key.columns.toSorted().join('\u0000');
}
