import { isUnreadable, type Place } from '@canonical-schema/schema';
import type { Value } from '../../../syntax/value';
import type { ModelState } from '../../model-state';
import { groupsOf } from '../../options';
import { alterableOptions } from '../model-operations';
import { canonicalText, NotComparable } from './canonical-text';
import { comparedEntries } from './compared-entries';
import type { Described } from './described';
import type { Comparison } from './missing-migrations';

/** What a comparison of one model's options comes to. */
export interface ComparedOptions {
  readonly descriptions: readonly Described[];
  readonly uncompared: readonly string[];
}

type OptionRule = (state: ModelState, before: ModelState, comparison: Comparison) => readonly Described[];

/** Each comparison with whether it holds for proxies and models that Django does not manage as well. */
const rules: readonly (readonly [rule: OptionRule, forAll: boolean])[] = [
  [alteredOptions, true],
  [alteredManagers, true],
  [alteredComment, false],
  [(state, before, comparison) => comparedEntries('constraints', state, before, comparison), false],
  [(state, before, comparison) => comparedEntries('indexes', state, before, comparison), false],
  [alteredOrder, false],
  [alteredTogether, false],
  [alteredTable, true],
];

/** The operations on a model's Meta that `makemigrations` would write. */
export function comparedOptions(state: ModelState, before: ModelState, comparison: Comparison): ComparedOptions {
  const isOrdinary = [state, before].every(({ options }) => options.managed && !options.proxy);
  const descriptions: Described[] = [];
  const uncompared: string[] = [];
  if (state.meta?.unread != null) return { descriptions, uncompared: [state.meta.unread] };
  for (const [rule, forAll] of rules) {
    if (!forAll && !isOrdinary) continue;
    try {
      descriptions.push(...rule(state, before, comparison));
    } catch (error) {
      if (!(error instanceof NotComparable)) throw error;
      uncompared.push(error.message);
    }
  }
  return { descriptions, uncompared };
}

function optionText(state: ModelState, option: string, { reading }: Comparison): string | null {
  const value = state.meta?.value(option);
  return value === undefined ? null : canonicalText(value, reading);
}

/** The place of an option, if it has one. */
function placeOf(state: ModelState, option: string): Place | null {
  return state.meta?.value(option)?.place ?? null;
}

function alteredOptions(state: ModelState, before: ModelState, comparison: Comparison): readonly Described[] {
  const differing = alterableOptions.filter(
    (option) => optionText(state, option, comparison) !== optionText(before, option, comparison),
  );
  const [first] = differing;
  if (first === undefined) return [];
  return [{ text: `Change Meta options on ${state.name.toLowerCase()}`, place: placeOf(state, first) }];
}

/** Plain managers only keep the place of custom ones, which migrations do not remember. */
function alteredManagers(state: ModelState, before: ModelState, { reading }: Comparison): readonly Described[] {
  const textOf = ({ managers = [] }: ModelState): string =>
    managers
      .map(({ name, value }) => `${name}=${canonicalText(value, reading)}`)
      .filter((text) => !text.endsWith('=Manager()'))
      .sort()
      .join();
  if (textOf(state) === textOf(before)) return [];
  return [{ text: `Change managers on ${state.name.toLowerCase()}`, place: null }];
}

function alteredComment(state: ModelState, before: ModelState, comparison: Comparison): readonly Described[] {
  const option = 'db_table_comment';
  if (optionText(state, option, comparison) === optionText(before, option, comparison)) return [];
  return [{ text: `Alter ${state.name.toLowerCase()} table comment`, place: placeOf(state, option) }];
}

function alteredOrder(state: ModelState, before: ModelState, comparison: Comparison): readonly Described[] {
  const option = 'order_with_respect_to';
  const [mine, theirs] = [optionText(state, option, comparison), optionText(before, option, comparison)];
  if ((mine ?? 'None') === (theirs ?? 'None')) return [];
  const value = state.meta?.value(option);
  const text = value?.kind === 'str' ? value.value : 'None';
  return [
    { text: `Set order_with_respect_to on ${state.name.toLowerCase()} to ${text}`, place: placeOf(state, option) },
  ];
}

function alteredTogether(state: ModelState, before: ModelState): readonly Described[] {
  const option = 'unique_together';
  const [mine, theirs] = [groupsIn(state.meta?.value(option)), groupsIn(before.meta?.value(option))];
  if (mine.join() === theirs.join()) return [];
  const text = `Alter unique_together for ${state.name.toLowerCase()} (${mine.length} constraint(s))`;
  return [{ text, place: placeOf(state, option) }];
}

/** Groups as sorted texts: their order among themselves says nothing. */
function groupsIn(value: Value | undefined): readonly string[] {
  const groups = groupsOf(value);
  if (isUnreadable(groups)) throw new NotComparable(groups.unreadable);
  return [...new Set(groups.map((group) => `(${group.join(' ')})`))].sort();
}

function alteredTable(state: ModelState, before: ModelState, comparison: Comparison): readonly Described[] {
  const option = 'db_table';
  const [mine, theirs] = [optionText(state, option, comparison), optionText(before, option, comparison)];
  if ((mine ?? 'None') === (theirs ?? 'None')) return [];
  const value = state.meta?.value(option);
  const to = value?.kind === 'str' ? value.value : '(default)';
  return [{ text: `Rename table for ${state.name.toLowerCase()} to ${to}`, place: placeOf(state, option) }];
}
