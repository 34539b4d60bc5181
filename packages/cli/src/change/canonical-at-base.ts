import { isUnreadable, type Schema, SourceFile } from '@canonical-schema/schema';
import { decodeText } from '../disk/decode-text';
import { gitAnswer } from '../disk/git';
import { baseCommit } from '../disk/git-base';
import type { HostAt } from '../host/host';
import { assumedVersion, dialectOf } from '../options/server-options';
import type { PlanRequest } from './plan-request';

/** The canonical schema as the base revision has it; null where there is none. */
export async function canonicalAtBase(
  { schema, base }: PlanRequest,
  { disk, environment }: HostAt,
): Promise<Schema | null> {
  const commit = baseCommit(disk.root, base === undefined ? {} : { configured: base }, environment);
  const bytes = isUnreadable(commit) ? null : gitAnswer(disk.root, ['show', `${commit}:./${schema.canonical}`]);
  const decoded = bytes === null ? null : decodeText(bytes);
  if (decoded === null || !('text' in decoded)) return null;
  const { sqlDialect } = await import('@canonical-schema/sql');
  return sqlDialect(dialectOf(schema)).readCanonical(
    [new SourceFile(schema.canonical, decoded.text)],
    assumedVersion(schema),
  ).schema;
}
