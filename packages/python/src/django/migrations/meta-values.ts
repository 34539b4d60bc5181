import type { Value } from '../../syntax/value';
import { truthFact } from '../constants';
import type { Meta } from '../meta';
import { nowhere } from '../nowhere';

/** Options of a model in a migration, as a Meta would say them. */
export class MetaValues implements Meta {
  readonly unread = null;

  constructor(readonly values: ReadonlyMap<string, Value>) {}

  value(name: string): Value | undefined {
    return this.values.get(name);
  }

  isSet(name: string): boolean {
    const value = this.values.get(name);
    return value !== undefined && truthFact(value) === true;
  }

  /** The options with some set; `undefined` takes one away. */
  with(changes: Readonly<Record<string, Value | undefined>>): MetaValues {
    const values = new Map(this.values);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) values.delete(name);
      else values.set(name, value);
    }
    return new MetaValues(values);
  }

  /** The options with the entries of a list (`indexes`, `constraints`) changed. */
  withEntries(name: string, change: (entries: readonly Value[]) => readonly Value[]): MetaValues {
    const before = this.values.get(name);
    const entries = before?.kind === 'list' || before?.kind === 'tuple' ? before.items : [];
    return this.with({ [name]: { kind: 'list', items: change(entries), place: before?.place ?? nowhere } });
  }
}

/** The name that an index or constraint is given; null where it is no constant. */
export function nameOfEntry(entry: Value): string | null {
  const name = entry.kind === 'call' ? entry.keywords.get('name') : undefined;
  return name?.kind === 'str' ? name.value : null;
}

/** An index or constraint under another name. */
export function renamedEntry(entry: Value, name: string): Value {
  if (entry.kind !== 'call') return entry;
  return {
    ...entry,
    keywords: new Map([...entry.keywords, ['name', { kind: 'str', value: name, place: entry.place }]]),
  };
}
