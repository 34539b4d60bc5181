import type { TextEdit } from '@canonical-schema/schema';

/** How one file names what it imports. What it lacks is remembered, and becomes edits of its import block. */
export interface Spelling {
  /**
   * The name as the file would write it: `spell('django.db.models', 'CharField')` is `models.CharField`,
   * `m.CharField` or `CharField`, whichever its imports make right. `hidden` are names that mean something else where it
   * is to be written, as a field `uuid` does in its class.
   */
  spell(module: string, name: string, hidden?: ReadonlySet<string>): string;
}

/** A spelling with the edits of the import block that what was spelt so far asks for. */
export interface FileSpelling extends Spelling {
  edits(): readonly TextEdit[];
}
