import type { ChangedFile, EditedTree, FileEdit } from '@canonical-schema/schema';

/** Edits of the files below a tree that give what several rounds of edits gave: one span per file, as short as it can be. */
export function composedEdits(tree: EditedTree): readonly FileEdit[] {
  return tree.changed().map(editOf);
}

function editOf({ path, before, after }: ChangedFile): FileEdit {
  if (before === null) return { kind: 'create', path, text: after ?? '' };
  if (after === null) return { kind: 'delete', path };
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < limit - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const span = { start, end: before.length - tail };
  return { kind: 'edit', path, edits: [{ span, text: after.slice(start, after.length - tail) }] };
}
