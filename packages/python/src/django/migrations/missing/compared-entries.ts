import type { Place } from '@canonical-schema/schema';
import { expressionText } from '../../../syntax/describe';
import type { CallValue, Value } from '../../../syntax/value';
import type { ModelState } from '../../model-state';
import { canonicalText, NotComparable } from './canonical-text';
import type { Described } from './described';
import type { Comparison } from './missing-migrations';
import { entriesOf, fieldsOfEntry } from './option-entries';

/** An index or constraint with what tells it from others. */
interface Entry {
  readonly name: string;
  /** Everything but the name. */
  readonly body: string;
  /** Everything that shapes the database, the name included. */
  readonly shape: string;
  readonly value: Value;
  readonly place: Place;
}

/** Arguments that only a person sees. Source: `BaseConstraint.non_db_attrs`. */
const wordsOnly = new Set(['violation_error_code', 'violation_error_message']);

/** Arguments that say the same as none. */
const empty: Readonly<Record<string, readonly string[]>> = {
  condition: ['None'],
  include: ['None', '[]'],
  opclasses: ['None', '[]'],
  deferrable: ['None'],
  nulls_distinct: ['None'],
  db_tablespace: ['None'],
  violation_error_code: ['None'],
  violation_error_message: ['None'],
  fields: ['[]'],
};

/** The indexes or constraints that `makemigrations` would add, remove, rename and alter. */
export function comparedEntries(
  option: 'indexes' | 'constraints',
  state: ModelState,
  before: ModelState,
  comparison: Comparison,
): readonly Described[] {
  const mine = entriesOf(state, option).map((value, position) => entryOf(value, position, state, comparison));
  const theirs = entriesOf(before, option).map((value, position) => entryOf(value, position, before, comparison));
  const isIn = (entries: readonly Entry[], { name, body }: Entry): boolean =>
    entries.some((other) => other.name === name && other.body === body);
  const added = mine.filter((entry) => !isIn(theirs, entry));
  const removed = theirs.filter((entry) => !isIn(mine, entry));
  const model = state.name.toLowerCase();
  return option === 'indexes' ? alteredIndexes(added, removed, model) : alteredConstraints(added, removed, model);
}

/** An index that differs by its name alone is renamed. */
function alteredIndexes(added: readonly Entry[], removed: readonly Entry[], model: string): readonly Described[] {
  const renames = added.flatMap((entry) => {
    const old = removed.find((other) => other.body === entry.body && other.name !== entry.name);
    return old === undefined ? [] : [{ entry, old }];
  });
  const isRenamed = (entry: Entry): boolean => renames.some((each) => each.entry === entry || each.old === entry);
  return [
    ...removed
      .filter((entry) => !isRenamed(entry))
      .map(({ name }) => ({ text: `Remove index ${name} from ${model}`, place: null })),
    ...renames.map(({ entry, old }) => ({
      text: `Rename index ${old.name} on ${model} to ${entry.name}`,
      place: entry.place,
    })),
    ...added
      .filter((entry) => !isRenamed(entry))
      .map((entry) => ({ text: addedIndex(entry, model), place: entry.place })),
  ];
}

function addedIndex({ name, value }: Entry, model: string): string {
  const fields = fieldsOfEntry(value);
  if (fields !== null) return `Create index ${name} on field(s) ${fields.join(', ')} of model ${model}`;
  const expressions = value.kind === 'call' ? value.positional.map(expressionText).join(', ') : '';
  return `Create index ${name} on ${expressions} on model ${model}`;
}

/** A constraint whose words alone differ is altered. */
function alteredConstraints(added: readonly Entry[], removed: readonly Entry[], model: string): readonly Described[] {
  const isAltered = (entry: Entry, others: readonly Entry[]): boolean =>
    others.some(({ name, shape }) => name === entry.name && shape === entry.shape);
  return [
    ...removed
      .filter((entry) => !isAltered(entry, added))
      .map(({ name }) => ({ text: `Remove constraint ${name} from model ${model}`, place: null })),
    ...added
      .filter((entry) => !isAltered(entry, removed))
      .map(({ name, place }) => ({ text: `Create constraint ${name} on model ${model}`, place })),
    ...added
      .filter((entry) => isAltered(entry, removed))
      .map(({ name, place }) => ({ text: `Alter constraint ${name} on ${model}`, place })),
  ];
}

function entryOf(value: Value, position: number, state: ModelState, comparison: Comparison): Entry {
  if (value.kind !== 'call') throw new NotComparable('an entry of its Meta is no call of a known class');
  const given = value.keywords.get('name');
  const name = given?.kind === 'str' ? formatted(given.value, state) : comparison.indexName(state, position);
  if (name === null) throw new NotComparable('an index or constraint has a name that is not known');
  const parts = partsOf(value, comparison);
  const text = (isWanted: (key: string) => boolean): string =>
    [...parts]
      .filter(([key]) => isWanted(key))
      .map(([key, part]) => `${key}=${part}`)
      .sort()
      .join(', ');
  return {
    name,
    body: text(() => true),
    shape: text((key) => !wordsOnly.has(key)),
    value,
    place: value.place,
  };
}

/** What a call says apart from its name, by argument. */
function partsOf(call: CallValue, { reading }: Comparison): ReadonlyMap<string, string> {
  if (!call.complete) throw new NotComparable(call.why ?? 'its arguments are not known');
  const parts = new Map([['class', canonicalText(call.callee, reading)]]);
  const positional = call.positional.map((item) => indexExpression(item, reading));
  if (positional.length > 0) parts.set('expressions', positional.join(', '));
  for (const [key, value] of call.keywords) {
    if (key === 'name') continue;
    const text = canonicalText(value, reading);
    const argument = key === 'check' ? 'condition' : key;
    if (empty[argument]?.includes(text) !== true) parts.set(argument, text);
  }
  return parts;
}

/** A text among an index's expressions names a field. */
function indexExpression(value: Value, reading: Comparison['reading']): string {
  const text = canonicalText(value, reading);
  return value.kind === 'str' ? `F(${text})` : text;
}

function formatted(name: string, state: ModelState): string {
  return name.replaceAll('%(app_label)s', state.app.toLowerCase()).replaceAll('%(class)s', state.name.toLowerCase());
}
