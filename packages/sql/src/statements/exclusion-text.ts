import type { ExpressionContext } from '../expressions/normalize';
import { parseStatements } from '../parser/postgres';
import { type ExclusionDefinition, exclusionDefinition } from './exclusion';

/** `exclusionDefinition` of what `pg_get_constraintdef` prints, `EXCLUDE USING gist (…)`; null where it is none. */
export function exclusionDefinitionText(sql: string, context: ExpressionContext): ExclusionDefinition | null {
  const [statement] = parseStatements(`ALTER TABLE t ADD ${sql}`);
  const node = statement?.stmt;
  const command = node && 'AlterTableStmt' in node ? node.AlterTableStmt.cmds?.[0] : undefined;
  const added = command && 'AlterTableCmd' in command ? command.AlterTableCmd.def : undefined;
  if (added === undefined || !('Constraint' in added) || added.Constraint.contype !== 'CONSTR_EXCLUSION') return null;
  return exclusionDefinition(added.Constraint, context);
}
