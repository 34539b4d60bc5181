import { isUnreadable } from '@canonical-schema/schema';
import type { Value } from '../../../syntax/value';
import { itemsFact, stringsFact } from '../../constants';
import type { ModelState } from '../../model-state';
import { NotComparable } from './term';

/** The entries of a list option. Throws `NotComparable` where they are not known. */
export function entriesOf(state: ModelState, option: string): readonly Value[] {
  const value = state.meta?.value(option);
  const items = value === undefined ? [] : itemsFact(value);
  if (isUnreadable(items)) throw new NotComparable(items.unreadable);
  return items;
}

/** The fields that an entry names, as a description lists them. */
export function fieldsOfEntry(entry: Value): readonly string[] | null {
  const fields = entry.kind === 'call' ? entry.keywords.get('fields') : undefined;
  const names = fields === undefined ? null : stringsFact(fields);
  return names === null || isUnreadable(names) ? null : names;
}
