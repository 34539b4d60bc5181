/** How one file names what it imports. What it lacks is remembered, and becomes edits of its import block. */
export interface Spelling {
  /**
   * The name as the file would write it: `spell('django.db.models', 'CharField')` is `models.CharField`,
   * `m.CharField` or `CharField`, whichever its imports make right.
   */
  spell(module: string, name: string): string;
}
