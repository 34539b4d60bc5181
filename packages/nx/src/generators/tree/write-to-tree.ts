import * as system from 'node:fs';
import type { ChangedFile } from '@canonical-schema/schema';
import type { Tree } from '@nx/devkit';
import { fileToWrite } from 'canonical-schema';

const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Writes files into the tree: whole texts, a byte-order mark kept where the file had one. Everything that refuses does so
 * before the first file: what leads out of the workspace, is read-only, or changed since it was read.
 */
export function writeToTree(tree: Tree, files: readonly ChangedFile[]): void {
  const earlier = new Set(tree.listChanges().map(({ path }) => path));
  for (const file of files) {
    if (!earlier.has(file.path)) fileToWrite(tree.root, file, system);
  }
  const contents = files.map((file) => ({ ...file, content: contentOf(tree, file) }));
  for (const { path, content } of contents) {
    if (content === null) tree.delete(path);
    else tree.write(path, content);
  }
}

function contentOf(tree: Tree, { path, before, after }: ChangedFile): Buffer | null {
  if (after === null) return null;
  const text = Buffer.from(after, 'utf8');
  const isMarked = before !== null && tree.read(path)?.subarray(0, mark.length).equals(mark) === true;
  return isMarked ? Buffer.concat([mark, text]) : text;
}
