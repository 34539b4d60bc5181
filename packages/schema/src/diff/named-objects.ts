import type { Named } from '../model/constraint';
import { structureText } from './structure';

/** How one list of a table's constraints or indexes becomes another. */
export interface NamedDifference<T extends Named> {
  readonly dropped: readonly T[];
  readonly added: readonly T[];
  readonly renamed: readonly { readonly from: string; readonly to: string; readonly object: T }[];
}

/**
 * Objects of the same structure stay, under another name where the new one is free; others go and come. An object that
 * was not read whole is neither the same nor another one: it stays where it is, and none is made of it.
 */
export function namedDifference<T extends Named>(before: readonly T[], after: readonly T[]): NamedDifference<T> {
  const [old, fresh] = [certain(before, uncertainNames(after)), certain(after, uncertainNames(before))];
  const exact = paired(old, fresh, ({ object, structure }) => `${structure}\u0000${object.name}`);
  const alike = paired(exact.before, exact.after, ({ structure }) => structure);
  const taken = new Set(before.map(({ name }) => name));
  const isRename = ({ from, to }: Alike<T>) => from.name !== null && to.name !== null && !taken.has(to.name);
  const renames = alike.pairs.filter(isRename);
  const replaced = alike.pairs.filter((pair) => !isRename(pair) && pair.to.name !== null);
  return {
    dropped: [...alike.before.map(({ object }) => object), ...replaced.map(({ from }) => from)],
    added: [...alike.after.map(({ object }) => object), ...replaced.map(({ to }) => to)],
    renamed: renames.map(({ from, to }) => ({ from: from.name ?? '', to: to.name ?? '', object: to })),
  };
}

interface Certain<T> {
  readonly object: T;
  readonly structure: string;
}

interface Alike<T> {
  readonly from: T;
  readonly to: T;
}

function uncertainNames(objects: readonly Named[]): ReadonlySet<string | null> {
  return new Set(objects.flatMap((object) => (structureText(object) === null ? [object.name] : [])));
}

/** Objects that were read whole, and whose namesake on the other side was. */
function certain<T extends Named>(objects: readonly T[], uncertain: ReadonlySet<string | null>): Certain<T>[] {
  const known = objects.flatMap((object) => {
    const structure = structureText(object);
    return structure === null || uncertain.has(object.name) ? [] : [{ object, structure }];
  });
  return known.sort((a, b) => (`${a.structure}${a.object.name}` < `${b.structure}${b.object.name}` ? -1 : 1));
}

function paired<T>(before: readonly Certain<T>[], after: readonly Certain<T>[], keyOf: (item: Certain<T>) => string) {
  const waiting = new Map<string, Certain<T>[]>();
  for (const item of after) {
    const queue = waiting.get(keyOf(item));
    if (queue === undefined) waiting.set(keyOf(item), [item]);
    else queue.push(item);
  }
  const pairs: Alike<T>[] = [];
  const left: Certain<T>[] = [];
  for (const item of before) {
    const partner = waiting.get(keyOf(item))?.shift();
    if (partner === undefined) left.push(item);
    else pairs.push({ from: item.object, to: partner.object });
  }
  return { pairs, before: left, after: [...waiting.values()].flat() };
}
