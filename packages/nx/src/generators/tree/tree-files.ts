import { EditedTree, type FileEdit, type FileTree, isFileFault } from '@canonical-schema/schema';
import type { FileChange, Tree } from '@nx/devkit';

/**
 * The files of a generator's tree: those of the disk, with what generators before this one wrote into the tree. What
 * they wrote and is no text is left as the disk has it, for nobody reads it.
 */
export function treeFiles(tree: Pick<Tree, 'listChanges'>, disk: FileTree): EditedTree {
  return EditedTree.over(disk).with(tree.listChanges().flatMap((change) => editOf(change, disk)));
}

function editOf({ path, type, content }: FileChange, disk: FileTree): readonly FileEdit[] {
  const below = disk.read(path);
  const text = type === 'DELETE' || content === null ? null : textOf(content);
  if (isFileFault(below)) return text === null || below.fault !== 'missing' ? [] : [{ kind: 'create', path, text }];
  if (type === 'DELETE') return [{ kind: 'delete', path }];
  if (text === null) return [];
  return [{ kind: 'edit', path, edits: [{ span: { start: 0, end: below.text.length }, text }] }];
}

/** Null where it is not UTF-8; without a byte-order mark. */
function textOf(content: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return null;
  }
}
