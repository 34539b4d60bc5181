import { isUnreadable, tableLabel } from '@canonical-schema/schema';
import type { Alignment, ColumnPair, TablePair } from '../align/alignment';
import { remade } from '../align/remade';
import { enforcesChoices } from '../compare/choices';
import { compareTypes } from '../compare/column-types';
import { compareLabels } from '../compare/labels';
import { alterType } from '../repairs/column-repair';
import { made, ownRef } from '../repairs/repair';
import { choicesFor } from './check-choices';
import { columnLabel, columnSubject, orSqlFirst, placesIn, placesOf } from './departure';
import type { Departure, Rule } from './rule';

/** Labels that differ: of two native enums, or of the SQL's enum or check and Django's `choices`. */
export const enumLabels: Rule = {
  code: 'enum-labels',
  over: 'reading',
  judge: (alignment) => [
    ...ofEnums(alignment),
    ...alignment.tables.both.flatMap((table) => ofTable(table, [], () => departuresOf(table))),
  ],
};

const ofTable = remade<TablePair, readonly Departure[]>();

function departuresOf(table: TablePair): readonly Departure[] {
  return [
    ...table.columns.both.flatMap((column) => [...ofChoices(column, table), ...ofTypes(column, table)]),
    ...ofChecks(table),
  ];
}

function ofEnums(alignment: Alignment): Departure[] {
  const { enums, side } = alignment;
  return enums.flatMap(({ canonical, actual }): Departure[] => {
    if (isUnreadable(canonical.labels) || isUnreadable(actual.labels)) return [];
    const comparison = compareLabels(canonical.labels, actual.labels);
    if (comparison === 'same') return [];
    const label = tableLabel(canonical);
    const what = comparison === 'other-order' ? 'has its labels in the order' : 'has the labels';
    return [
      {
        subject: { kind: 'enum', schema: canonical.schema, name: canonical.name },
        departs: side.source,
        severity: comparison === 'other-order' ? 'warning' : 'error',
        message: `The enum ${label} ${what} ${list(canonical.labels)} in SQL and ${list(actual.labels)} in ${side.remedies.side}. ${orSqlFirst(side.remedies.setLabels(canonical.labels))}`,
        places: placesOf(side, canonical.place, actual.place),
        canonical: canonical.labels,
        actual: actual.labels,
        repair: alignment.typeSteps.get(tableLabel(canonical)) ?? [],
      },
    ];
  });
}

function ofChoices(column: ColumnPair, table: TablePair): Departure[] {
  const { labels, actual } = column;
  if (labels.canonical === null || isUnreadable(labels.canonical) || labels.actual !== null) return [];
  if (!enforcesChoices(actual, table.side.source)) return [];
  return choicesDeparture(column, table, labels.canonical, 'enum');
}

/** Of two types that spell their labels. */
function ofTypes(column: ColumnPair, table: TablePair): Departure[] {
  const { canonical, actual, labels } = column;
  if (compareTypes(column, table.side).kind !== 'labels') return [];
  if (labels.canonical === null || isUnreadable(labels.canonical)) return [];
  if (labels.actual === null || isUnreadable(labels.actual)) return [];
  const comparison = compareLabels(labels.canonical, labels.actual);
  if (comparison === 'same') return [];
  const { remedies, source } = table.side;
  const what = comparison === 'other-order' ? 'has its labels in the order' : 'has the labels';
  return [
    {
      subject: columnSubject(table.canonical, canonical.name),
      departs: source,
      severity: comparison === 'other-order' ? 'warning' : 'error',
      message: `${columnLabel(table.canonical, canonical.name)} ${what} ${list(labels.canonical)} in SQL and ${list(labels.actual)} in ${remedies.side}. ${orSqlFirst(remedies.setLabels(labels.canonical))}`,
      places: placesIn(table, canonical, actual),
      canonical: labels.canonical,
      actual: labels.actual,
      repair: alterType(table, column),
    },
  ];
}

function ofChecks(table: TablePair): Departure[] {
  const alike = table.checks.both.filter(({ canonical, actual }) => canonical.expression === actual.expression);
  return [...table.checks.missing, ...alike.map(({ canonical }) => canonical)].flatMap((check) => {
    const chosen = choicesFor(check, table);
    return chosen === null ? [] : choicesDeparture(chosen.column, table, chosen.labels, 'check');
  });
}

function choicesDeparture(
  { canonical, actual }: ColumnPair,
  table: TablePair,
  labels: readonly string[],
  by: 'enum' | 'check',
): Departure[] {
  const choices = actual.choices ?? [];
  if (compareLabels(labels, choices) !== 'other-set') return [];
  const { remedies, source } = table.side;
  return [
    {
      subject: columnSubject(table.canonical, canonical.name),
      departs: source,
      severity: 'warning',
      message: `${columnLabel(table.canonical, canonical.name)} allows ${list(labels)} by its ${by} in SQL, and its choices in ${remedies.side} are ${list(choices)}. ${orSqlFirst(remedies.setChoices(labels))}`,
      places: placesIn(table, canonical, actual),
      canonical: labels,
      actual: choices,
      repair: made(table, {
        kind: 'alter-column',
        table: ownRef(table),
        column: actual.name,
        set: { choices: labels },
      }),
    },
  ];
}

function list(labels: readonly string[]): string {
  return labels.map((label) => `'${label}'`).join(', ');
}
