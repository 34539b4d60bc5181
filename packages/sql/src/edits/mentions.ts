import type { Change } from '@canonical-schema/schema';
import { kindOf, type NodeKind } from '../fold/tree';
import { tokensOf } from '../lints/idempotence/statement-tokens';
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
    const words = new Set(tokens.flatMap(({ word }) => word.match(/[\p{L}_][\p{L}\p{N}_$]*/gu) ?? []));
    if (!names.every((name) => words.has(name.toLowerCase()))) continue;
    const head = tokens
      .slice(0, 6)
      .map(({ text }) => text)
      .join(' ')
      .slice(0, 60);
    return {
      why: `The statement "${head} …" names ${names.join('.')}, and no more of it is read than what it makes.`,
      remedy: 'Change that statement and the object by hand.',
      place: part.text.place,
    };
  }
  return null;
}

function lostNames(change: Change): readonly string[] | null {
  switch (change.kind) {
    case 'drop-table':
    case 'rename-table':
      return [change.table.name];
    case 'drop-column':
    case 'rename-column':
      return [change.table.name, change.column];
    case 'drop-enum':
    case 'rename-enum':
      return [change.enum.name];
    default:
      return null;
  }
}
