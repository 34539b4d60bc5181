import type { Change } from '@canonical-schema/schema';
import { kindOf, type NodeKind } from '../fold/tree';
import { tokensOf } from '../lints/idempotence/statement-tokens';
import { heldIn, isNaming, lostNames } from './held-names';
import type { Impossible } from './outcome';
import type { PostgresqlStanding } from './postgresql-standing';

/** Statements of which no more is read than what they make: what they say inside cannot be changed for them. */
const unreadInside: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'ViewStmt',
  'CreateTableAsStmt',
  'CreateFunctionStmt',
  'RuleStmt',
  'CreateStatsStmt',
]);

/** The same, but what they say goes with their table. */
const ofTable: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'CreateTrigStmt',
  'CreatePolicyStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'CopyStmt',
  'GrantStmt',
]);

/** The statement that holds on to a name which a change takes away, where it cannot be made to follow; null where none does. */
export function heldBy(change: Change, { parts }: PostgresqlStanding): Impossible | null {
  const names = lostNames(change);
  if (names === null) return null;
  for (const part of parts) {
    if (part.kind !== 'statement') continue;
    const kind = kindOf(part.node);
    if (!unreadInside.has(kind) && (change.kind === 'drop-table' || !ofTable.has(kind))) continue;
    const tokens = tokensOf(part.text);
    if (!isNaming(tokens.map(({ word }) => word).join(' '), names)) continue;
    return heldIn(
      tokens.map(({ text }) => text),
      names,
      part.text.place,
    );
  }
  return null;
}
