import { type Check, isUnreadable } from '@canonical-schema/schema';
import type { ColumnPair, TablePair } from '../align/alignment';
import { enforcesChoices } from '../compare/choices';
import { compareLabels, type LabelsComparison, labelsOfCheck } from '../compare/labels';

/** A check of the SQL that lists labels, and a Django field whose `choices` do the same in Python. */
export interface ChosenCheck {
  readonly column: ColumnPair;
  readonly labels: readonly string[];
  readonly choices: readonly string[];
  readonly comparison: LabelsComparison;
}

/** The choices that stand in Django for a check of the SQL; null where the check has no such counterpart. */
export function choicesFor(check: Check, table: TablePair): ChosenCheck | null {
  const [name] = check.columns;
  if (name === undefined || check.columns.length !== 1 || isUnreadable(check.expression)) return null;
  const column = table.columns.both.find((pair) => pair.canonical.name === name);
  if (column === undefined || !enforcesChoices(column.actual, table.side.source)) return null;
  const labels = labelsOfCheck(check.expression, name);
  if (labels === null) return null;
  const choices = column.actual.choices ?? [];
  return { column, labels, choices, comparison: compareLabels(labels, choices) };
}
