import type { Named, Subject } from '@canonical-schema/schema';
import { tableLabel } from '@canonical-schema/schema';
import type { TablePair } from '../align/alignment';
import type { Pair } from '../align/pairing';
import type { Repair } from '../repairs/repair';
import { columnsLabel, objectSubject, placesIn } from './departure';
import type { Departure } from './rule';

/** A pair of named objects, with what a finding about their names calls them. */
export interface NamedPair extends Pair<Named> {
  readonly kind: Subject['kind'];
  /** `unique constraint`, `index`. */
  readonly noun: string;
  readonly columns: readonly string[];
  /** Asked where the names differ. */
  repair(): Repair;
}

/** Findings about names that a person wrote on both sides, and that differ. */
export function differentNames(pairs: readonly NamedPair[], table: TablePair): Departure[] {
  return pairs.flatMap(({ canonical, actual, kind, noun, columns, repair }): Departure[] => {
    if (!canonical.nameGiven || !actual.nameGiven || canonical.name === actual.name) return [];
    if (canonical.name === null || actual.name === null) return [];
    const { remedies, source } = table.side;
    return [
      {
        subject: objectSubject(kind, table.canonical, canonical, columns),
        departs: source,
        message: `The ${noun} ${tableLabel(table.canonical)} ${columnsLabel(columns)} is named ${canonical.name} in SQL and ${actual.name} in ${remedies.side}. ${remedies.setName(canonical.name)}, or rename it in the SQL first.`,
        places: placesIn(table, canonical, actual),
        canonical: canonical.name,
        actual: actual.name,
        repair: repair(),
      },
    ];
  });
}
