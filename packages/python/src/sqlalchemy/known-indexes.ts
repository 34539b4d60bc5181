import { isUnreadable } from '@canonical-schema/schema';
import type { CallValue } from '../syntax/value';
import { placeKey } from './emit/emission';
import { textOf } from './facts-of-values';
import type { TableDraft } from './tables/table-draft';

/** Which `Index(...)` calls stand in a table already: every call is met again as a call of its module. */
export class KnownIndexes {
  private readonly keys = new Set<string>();
  private noted = 0;

  constructor(private readonly tables: readonly TableDraft[]) {}

  /** Is an index of some table made by this call? */
  hold(call: CallValue): boolean {
    for (const table of this.tables.slice(this.noted)) this.note(table);
    this.noted = this.tables.length;
    return this.keys.has(keyOf(textOf(call.positional[0]), call.place));
  }

  /** Takes in the indexes that a table got since. */
  note(table: TableDraft): void {
    for (const { name, place } of table.indexes) {
      if (!isUnreadable(name.text)) this.keys.add(keyOf(name.text, place));
    }
  }
}

function keyOf(name: string | null, place: CallValue['place']): string {
  return JSON.stringify([name, placeKey(place)]);
}
