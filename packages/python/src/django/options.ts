import { type Fact, isUnreadable, type Place, unreadable } from '@canonical-schema/schema';
import type { Value } from '../syntax/value';
import type { Backend } from './backends';
import { itemsFact, stringOrNoneFact, stringsFact, truthFact } from './constants';
import { declaredConstraint, declaredIndex } from './declared';
import type { FieldReading } from './fields/field-of-value';
import type { Meta } from './meta';
import type { ModelOptions } from './model-state';

/** Options of a model that has no Meta. */
export const defaultOptions: ModelOptions = {
  dbTable: null,
  proxy: false,
  managed: true,
  swappable: null,
  uniqueTogether: [],
  indexTogether: [],
  orderWithRespectTo: null,
  dbTableComment: null,
  indexes: [],
  constraints: [],
};

/** The options that a Meta gives. `place` is the model's, for what has none of its own. */
export function optionsOf(meta: Meta, { settings, program, backend }: FieldReading, place: Place): ModelOptions {
  const member = (name: string): Value | undefined => {
    const value = meta.value(name);
    return value === undefined ? undefined : settings.settled(value);
  };
  const lost = meta.unread === null ? [] : [{ kind: 'unread' as const, why: meta.unread, place }];
  return {
    dbTable: textOption(member('db_table')),
    proxy: meta.isSet('proxy'),
    managed: isManaged(member('managed'), member('required_db_vendor'), backend),
    swappable: knownText(member('swappable')),
    uniqueTogether: groupsOf(member('unique_together')),
    indexTogether: groupsOf(member('index_together')),
    orderWithRespectTo: knownText(member('order_with_respect_to')),
    dbTableComment: textOption(member('db_table_comment')),
    indexes: [...entriesOf(member('indexes'), (value) => declaredIndex(value, program)), ...lost],
    constraints: [...entriesOf(member('constraints'), (value) => declaredConstraint(value, program)), ...lost],
  };
}

function textOption(value: Value | undefined): Fact<string | null> {
  return value === undefined ? null : stringOrNoneFact(value);
}

function knownText(value: Value | undefined): string | null {
  return value?.kind === 'str' ? value.value : null;
}

/** Models for another database's vendor are not created either. */
function isManaged(managed: Value | undefined, vendor: Value | undefined, backend: Backend): boolean {
  if (vendor?.kind === 'str' && vendor.value !== backend.vendor) return false;
  return managed === undefined || truthFact(managed) !== false;
}

/** `('a', 'b')` stands for one group, `(('a', 'b'), ('c', 'd'))` for two. Source: `normalize_together`. */
export function groupsOf(value: Value | undefined): Fact<readonly (readonly string[])[]> {
  if (value === undefined) return [];
  const items = itemsFact(value);
  if (isUnreadable(items)) return items;
  const isOneGroup = items[0]?.kind === 'str';
  const groups: (readonly string[])[] = [];
  for (const group of isOneGroup ? [value] : items) {
    const names = stringsFact(group);
    if (isUnreadable(names)) return unreadable(names.unreadable);
    if (names.length > 0) groups.push(names);
  }
  return groups;
}

function entriesOf<T>(
  value: Value | undefined,
  entry: (value: Value) => T,
): readonly (T | { readonly kind: 'unread'; readonly why: string; readonly place: Place })[] {
  if (value === undefined) return [];
  const items = itemsFact(value);
  return isUnreadable(items) ? [{ kind: 'unread', why: items.unreadable, place: value.place }] : items.map(entry);
}
