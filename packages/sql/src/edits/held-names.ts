import type { Change, Place } from '@canonical-schema/schema';
import type { Impossible } from './outcome';

/** The names that a change takes away, an object's behind its table's; null where it takes none. */
export function lostNames(change: Change): readonly string[] | null {
  switch (change.kind) {
    case 'drop-table':
    case 'rename-table':
      return [change.table.name];
    case 'drop-column':
    case 'rename-column':
      return [change.table.name, change.column];
    case 'drop-enum':
    case 'rename-enum':
      return [change.enum.name];
    default:
      return null;
  }
}

/** Are all of the names among the words of a text, whatever their case? */
export function isNaming(text: string, names: readonly string[]): boolean {
  const words = new Set(text.toLowerCase().match(/[\p{L}_][\p{L}\p{N}_$]*/gu) ?? []);
  return names.every((name) => words.has(name.toLowerCase()));
}

/** That a statement, which starts with these words, holds on to the names. */
export function heldIn(head: readonly string[], names: readonly string[], place: Place): Impossible {
  const start = head.slice(0, 6).join(' ').slice(0, 60);
  return {
    why: `The statement "${start} …" names ${names.join('.')}, and no more of it is read than what it makes.`,
    remedy: 'Change that statement and the object by hand.',
    place,
  };
}
