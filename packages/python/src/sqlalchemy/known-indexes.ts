import { isUnreadable } from '@canonical-schema/schema';
import type { CallValue } from '../syntax/value';
import { placeKey } from './emit/emission';
import { textOf } from './facts-of-values';
import type { TableDraft } from './tables/table-draft';

/** Which `Index(...)` calls are settled, in a table or left out: every call is met again as a call of its module. */
export class KnownIndexes {
  private readonly keys = new Set<string>();
  private noted = 0;

  constructor(private readonly tables: readonly TableDraft[]) {}

  /** Is an index of some table made by this call, or of none? */
  hold(call: CallValue): boolean {
    for (const table of this.tables.slice(this.noted)) this.note(table);
    this.noted = this.tables.length;
    return this.keys.has(keyOf(textOf(call.positional[0]), call.place));
  }

  /** Takes in a call whose `ddl_if` keeps it out of every table; nothing where there is none. */
  leaveOut(call: CallValue | null): void {
    if (call !== null) this.keys.add(keyOf(textOf(call.positional[0]), call.place));
  }

  /** Takes in the indexes that a table got since, and those that it leaves out. */
  note(table: TableDraft): void {
    for (const call of table.leftOut) this.leaveOut(call);
    for (const { name, place } of table.indexes) {
      if (!isUnreadable(name.text)) this.keys.add(keyOf(name.text, place));
    }
  }
}

function keyOf(name: string | null, place: CallValue['place']): string {
  return JSON.stringify([name, placeKey(place)]);
}
