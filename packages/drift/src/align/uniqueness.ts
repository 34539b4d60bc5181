import type { Index, Table, Unique } from '@canonical-schema/schema';
import { keysOfColumns, structureOf, termsOf } from '../compare/index-structure';
import { type Pairing, type Placed, pairBy } from './pairing';
import { pairUncertain } from './uncertain';

/**
 * A uniqueness rule, whichever form it has: a unique constraint is described by the index that PostgreSQL makes for it.
 * The family of rules is one, since to every client the forms mean the same.
 */
export interface UniquenessRule extends Placed {
  readonly form: 'constraint' | 'index';
  readonly index: Index;
  /** Null for a rule in the form of an index. */
  readonly constraint: Unique | null;
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
}

/** Every uniqueness rule of a table but its primary key. */
export function uniquenessOf(table: Table): UniquenessRule[] {
  const indexes = table.indexes.filter((index) => index.unique);
  return [...table.uniques.map(ruleOfConstraint), ...indexes.map(ruleOfIndex)];
}

function ruleOfConstraint(unique: Unique): UniquenessRule {
  const { name, nameGiven, place, include, nullsNotDistinct, deferrable, initiallyDeferred } = unique;
  const keys = keysOfColumns(unique.columns);
  const index: Index = {
    ...{ name, nameGiven, place, include, nullsNotDistinct, keys },
    ...{ unique: true, method: 'btree', where: null, origin: 'written' },
  };
  return { form: 'constraint', index, constraint: unique, deferrable, initiallyDeferred, place };
}

function ruleOfIndex(index: Index): UniquenessRule {
  return { form: 'index', index, constraint: null, deferrable: false, initiallyDeferred: false, place: index.place };
}

/** Pairs rules by structure and form, then structure, then keys in order, then keys in any order. */
export function pairUniqueness(
  canonical: readonly UniquenessRule[],
  actual: readonly UniquenessRule[],
): Pairing<UniquenessRule> {
  const form = (rule: UniquenessRule) => [structureOf(rule.index), rule.form, rule.deferrable, rule.initiallyDeferred];
  const pairing = pairBy(canonical, actual, [
    (rule) => keyOf(...form(rule), rule.index.name),
    (rule) => keyOf(...form(rule)),
    (rule) => structureOf(rule.index),
    (rule) => keyOf(termsOf(rule.index)?.join()),
    (rule) => keyOf(termsOf(rule.index)?.toSorted().join()),
  ]);
  return pairUncertain(pairing, (rule) => structureOf(rule.index) === null, [(rule) => rule.index.name]);
}

/** Pairs indexes that are not unique, in the same way. */
export function pairIndexes(canonical: readonly Index[], actual: readonly Index[]): Pairing<Index> {
  const pairing = pairBy(canonical, actual, [
    (index) => keyOf(structureOf(index), index.name),
    structureOf,
    (index) => keyOf(termsOf(index)?.join(), index.name),
    (index) => keyOf(index.method, termsOf(index)?.join()),
    (index) => keyOf(termsOf(index)?.join()),
    (index) => keyOf(termsOf(index)?.toSorted().join()),
  ]);
  return pairUncertain(pairing, (index) => structureOf(index) === null, [(index) => index.name]);
}

function keyOf(...parts: readonly (string | boolean | null | undefined)[]): string | null {
  return parts[0] === null || parts[0] === undefined ? null : parts.join('\u0000');
}
