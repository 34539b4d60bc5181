import type { Span, TextEdit } from '@canonical-schema/schema';
import { hasConstraint, hasDomainConstraint, hasIdentity, isPartition } from '../../ddl/catalog-questions';
import { quoteName } from '../../expressions/quote';
import { kindOf, type NodeKind, qualified, stringsOf } from '../../fold/tree';
import { type Node, parseStatements, type RangeVar, SqlSyntaxError } from '../../parser/postgres';
import type { StatementText } from '../../psql/parse-file';

/**
 * What PostgreSQL raises where the object exists already, for each kind of statement that has no IF NOT EXISTS: a block
 * that handles it may run again.
 */
const conditions: { readonly [K in NodeKind]?: string } = {
  CreateSchemaStmt: 'duplicate_schema',
  CreateEnumStmt: 'duplicate_object',
  CompositeTypeStmt: 'duplicate_object',
  CreateRangeStmt: 'duplicate_object',
  CreateDomainStmt: 'duplicate_object',
  CreateTrigStmt: 'duplicate_object',
  CreatePolicyStmt: 'duplicate_object',
  CreateEventTrigStmt: 'duplicate_object',
  CreatePublicationStmt: 'duplicate_object',
  CreateRoleStmt: 'duplicate_object',
  CreateCastStmt: 'duplicate_object',
  CreateConversionStmt: 'duplicate_object',
  CreateOpClassStmt: 'duplicate_object',
  CreateOpFamilyStmt: 'duplicate_object',
  CreateFdwStmt: 'duplicate_object',
  CreateAmStmt: 'duplicate_object',
};

/** What a DO block says before and behind the statement that it guards. */
export interface Guard {
  readonly open: string;
  readonly close: string;
}

/** A block that lets the object exist; null for kinds of statements that need none, or that such a block cannot help. */
export function handlerGuard(node: Node): Guard | null {
  if ('CreateTrigStmt' in node && node.CreateTrigStmt.replace === true) return null;
  // Only one that holds the making of other objects takes no IF NOT EXISTS.
  if ('CreateSchemaStmt' in node && node.CreateSchemaStmt.schemaElts === undefined) return null;
  const condition =
    'DefineStmt' in node && node.DefineStmt.kind === 'OBJECT_TYPE' ? 'duplicate_object' : conditions[kindOf(node)];
  return condition === undefined ? null : handling(condition);
}

/** A block for `ALTER TABLE … ADD CONSTRAINT`: it asks for the constraint by its name. */
export function constraintGuard(table: RangeVar | undefined, name: string): Guard {
  return asking(hasConstraint(nameOf(table), name));
}

/** A block for `ATTACH PARTITION`: a table is a partition of one table at most. */
export function partitionGuard(partition: RangeVar | undefined): Guard {
  return asking(isPartition(nameOf(partition)));
}

/** The same for `ALTER DOMAIN … ADD CONSTRAINT`. */
export function domainConstraintGuard(typeName: readonly Node[] | undefined, name: string): Guard {
  const { schema, name: domain } = qualified(stringsOf(typeName));
  const written = [schema, domain].filter((part) => part !== undefined).map(quoteName);
  return asking(hasDomainConstraint(written.join('.'), name));
}

/** A block for `ADD GENERATED … AS IDENTITY`. */
export function identityGuard(table: RangeVar | undefined, column: string): Guard {
  return asking(hasIdentity(nameOf(table), column));
}

/** The edits that put a statement into a DO block; none where its text cannot be told from that of its neighbours. */
export function guardEdits(text: StatementText, { open, close }: Guard): readonly TextEdit[] | null {
  const { sql, span } = text;
  if (!isOneStatement(sql)) return null;
  const tag = freeTag(sql);
  const ends: readonly [Span, Span] = [
    { start: span.start, end: span.start },
    { start: span.end, end: span.end },
  ];
  return [
    { span: ends[0], text: `DO ${tag} BEGIN\n  ${open}` },
    { span: ends[1], text: `;\n${close}END ${tag}` },
  ];
}

function handling(condition: string): Guard {
  return { open: '', close: `EXCEPTION WHEN ${condition} THEN NULL;\n` };
}

function nameOf(table: RangeVar | undefined): string {
  return [table?.schemaname, table?.relname]
    .filter((part) => part !== undefined)
    .map(quoteName)
    .join('.');
}

function asking(isThere: string): Guard {
  return { open: `IF NOT ${isThere} THEN\n    `, close: '  END IF;\n' };
}

function isOneStatement(sql: string): boolean {
  try {
    return parseStatements(sql).length === 1;
  } catch (error) {
    if (error instanceof SqlSyntaxError) return false;
    throw error;
  }
}

function freeTag(sql: string): string {
  for (let number = 0; ; number += 1) {
    const tag = number === 0 ? '$$' : `$guard${number === 1 ? '' : number}$`;
    if (!sql.includes(tag)) return tag;
  }
}
