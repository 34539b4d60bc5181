import type { ChangedFile } from '@canonical-schema/schema';
import { createTwoFilesPatch } from 'diff';

/** The files' changes as one patch that `git apply` takes; empty where nothing changes. */
export function patchOf(files: readonly ChangedFile[]): string {
  return files.map(patchOfFile).join('');
}

function patchOfFile({ path, before, after }: ChangedFile): string {
  if (before === after) return '';
  const from = before === null ? '/dev/null' : `a/${path}`;
  const to = after === null ? '/dev/null' : `b/${path}`;
  const patch = createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, { context: 3 });
  return patch.replace(/^=+\n/, '');
}
