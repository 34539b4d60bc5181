import type { Unread } from '@canonical-schema/schema';
import type { Value } from '../syntax/value';
import { whyNot } from './constants';
import type { Settings } from './settings';

/** What the setting INSTALLED_APPS says. */
export interface InstalledApps {
  /** The entries that could be read, those of every branch where it depends on a condition. */
  readonly entries: readonly string[];
  /** False where it may name further apps, or is not set where it was looked for. */
  readonly complete: boolean;
  /** That it may name further apps; null where all are known, and where it is not set. */
  readonly unread: Unread | null;
}

/** Reads INSTALLED_APPS, as far as it can be read. */
export function installedApps(settings: Settings): InstalledApps {
  const value = settings.value('INSTALLED_APPS');
  if (value === null) return { entries: [], complete: false, unread: null };
  const parts = partsOf(value);
  const entries = parts.flatMap((part) => (part.kind === 'str' ? [part.value] : []));
  const lost = parts.find((part) => part.kind !== 'str');
  if (lost === undefined) return { entries: [...new Set(entries)], complete: true, unread: null };
  const why = `it may name further apps (${whyNot(lost, 'a constant text')})`;
  return {
    entries: [...new Set(entries)],
    complete: false,
    unread: { extent: 'fact', why, subject: 'INSTALLED_APPS', table: null, place: value.place },
  };
}

/** The entries of a list, of both sides of a `+`, and of all that it may be or holds; what is none of these stands for itself. */
function partsOf(value: Value, seen = new Set<Value>()): readonly Value[] {
  // Every `+=` under a condition holds the list before it twice.
  if (seen.has(value)) return [];
  seen.add(value);
  switch (value.kind) {
    case 'list':
    case 'tuple':
    case 'set':
      return value.items;
    case 'none':
      return [];
    case 'operation':
      return value.operator === '+' ? value.operands.flatMap((each) => partsOf(each, seen)) : [value];
    case 'unknown':
      return [...(value.holds ?? []), ...(value.oneOf ?? []).flatMap((each) => partsOf(each.value, seen)), value];
    default:
      // A text alone is no list of entries.
      return [{ kind: 'unknown', why: whyNot(value, 'a constant list'), place: value.place }];
  }
}
