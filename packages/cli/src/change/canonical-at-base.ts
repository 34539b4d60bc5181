import { isUnreadable, type Schema, SourceFile } from '@canonical-schema/schema';
import { decodeText } from '../disk/decode-text';
import { gitAnswer } from '../disk/git';
import { baseCommit } from '../disk/git-base';
import type { HostAt } from '../host/host';
import type { PlanRequest } from './plan-request';

/** The canonical schema as the base revision has it; null where there is none. */
export async function canonicalAtBase(
  { schema: { canonical, postgres }, base }: PlanRequest,
  { disk, environment }: HostAt,
): Promise<Schema | null> {
  const commit = baseCommit(disk.root, base === undefined ? {} : { configured: base }, environment);
  const bytes = isUnreadable(commit) ? null : gitAnswer(disk.root, ['show', `${commit}:./${canonical}`]);
  const decoded = bytes === null ? null : decodeText(bytes);
  if (decoded === null || !('text' in decoded)) return null;
  const { readCanonical } = await import('@canonical-schema/sql');
  const options = postgres === undefined ? {} : { postgres: `${postgres} (option)` };
  return readCanonical([new SourceFile(canonical, decoded.text)], options).schema;
}
