import { type Check, type Exclusion, type ForeignKey, isUnreadable } from '@canonical-schema/schema';
import { type Pairing, pairBy } from './pairing';
import { pairUncertain } from './uncertain';

/** Pairs foreign keys by columns and target, then by columns alone. */
export function pairForeignKeys(canonical: readonly ForeignKey[], actual: readonly ForeignKey[]): Pairing<ForeignKey> {
  return pairBy(canonical, actual, [
    (key) => JSON.stringify([columnsWithTargets(key), key.references.schema, key.references.table, key.name]),
    targetOf,
    (key) => key.columns.toSorted().join('\u0000'),
  ]);
}

/** Columns and what they reference as one text, the same in whatever order a composite key lists them. */
export function targetOf(key: ForeignKey): string {
  return JSON.stringify([columnsWithTargets(key), key.references.schema, key.references.table]);
}

function columnsWithTargets(key: ForeignKey): string[] {
  return key.columns.map((column, index) => `${column}\u0000${key.references.columns[index] ?? ''}`).sort();
}

/**
 * Pairs checks by expression, then by written name, then by columns. A rule said twice is one rule. The check that a
 * Django field makes is found by its expression only: nobody can change another one into it.
 */
export function pairChecks(canonical: readonly Check[], actual: readonly Check[]): Pairing<Check> {
  const pairing = pairBy(withoutRepeats(canonical), withoutRepeats(actual), [
    expressionOf,
    (check) => (check.nameGiven ? check.name : null),
    (check) =>
      check.origin === 'field' || check.columns.length === 0 ? null : check.columns.toSorted().join('\u0000'),
  ]);
  return pairUncertain(pairing, (check) => isUnreadable(check.expression), [(check) => check.name]);
}

function expressionOf(check: Check): string | null {
  return isUnreadable(check.expression) ? null : check.expression;
}

/** One check per expression, preferably a written one with a written name. */
function withoutRepeats(checks: readonly Check[]): Check[] {
  const rank = (check: Check) => (check.origin === 'written' ? 2 : 0) + (check.nameGiven ? 1 : 0);
  const kept = new Map<string | Check, Check>();
  for (const check of checks.toSorted((a, b) => rank(b) - rank(a) || ((a.name ?? '') < (b.name ?? '') ? -1 : 1))) {
    const key = expressionOf(check) ?? check;
    if (!kept.has(key)) kept.set(key, check);
  }
  return [...kept.values()];
}

/** Pairs exclusion constraints by definition. */
export function pairExclusions(canonical: readonly Exclusion[], actual: readonly Exclusion[]): Pairing<Exclusion> {
  const definition = (exclusion: Exclusion) => (isUnreadable(exclusion.definition) ? null : exclusion.definition);
  const pairing = pairBy(canonical, actual, [definition]);
  return pairUncertain(pairing, (exclusion) => definition(exclusion) === null, [
    (exclusion) => exclusion.name,
    (exclusion) => (exclusion.columns.length === 0 ? null : exclusion.columns.toSorted().join('\u0000')),
  ]);
}
