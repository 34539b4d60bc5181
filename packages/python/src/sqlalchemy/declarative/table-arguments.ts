import type { Place } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import { entriesOf, whyNot } from '../facts-of-values';

/** `__table_args__` taken apart. */
export interface TableArguments {
  readonly items: readonly Value[];
  readonly options: ReadonlyMap<string, Value>;
  readonly unread: readonly { readonly why: string; readonly place: Place }[];
}

const none: TableArguments = { items: [], options: new Map(), unread: [] };

/** A dict, a tuple, a tuple that ends in a dict, or a sum of those. */
export function readTableArguments(value: Value | null): TableArguments {
  if (value === null || value.kind === 'none') return none;
  if (value.kind === 'dict') return { ...none, options: entriesOf(value) };
  if (value.kind === 'tuple' || value.kind === 'list') {
    const last = value.items[value.items.length - 1];
    const hasOptions = last?.kind === 'dict';
    return {
      ...none,
      items: hasOptions ? value.items.slice(0, -1) : value.items,
      options: entriesOf(hasOptions ? last : null),
    };
  }
  if (value.kind === 'operation' && value.operator === '+') return summed(value.operands.map(readTableArguments));
  return {
    ...none,
    unread: [{ why: `its __table_args__ ${whyNot(value, 'a tuple or dict that is known')}`, place: value.place }],
  };
}

function summed(parts: readonly TableArguments[]): TableArguments {
  return {
    items: parts.flatMap((part) => part.items),
    options: new Map(parts.flatMap((part) => [...part.options])),
    unread: parts.flatMap((part) => part.unread),
  };
}
