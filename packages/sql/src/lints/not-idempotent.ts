import type { Dialect, Reading, Subject, TextEdit } from '@canonical-schema/schema';
import { quoteName } from '../expressions/quote';
import { kindOf, nodesOf } from '../fold/tree';
import { mariadbGrammar, mysqlGrammar, sqliteGrammar } from '../grammar/grammars';
import type { AlterTableCmd, AlterTableStmt, Constraint, Node, RangeVar } from '../parser/postgres';
import { parseFile, type StatementText } from '../psql/parse-file';
import { type Form, missingActionForm, missingForm } from './idempotence/forms';
import { mariadbForms, mysqlForms, sqliteForms } from './idempotence/grammar-forms';
import {
  constraintGuard,
  domainConstraintGuard,
  type Guard,
  guardEdits,
  handlerGuard,
  identityGuard,
  partitionGuard,
} from './idempotence/guards';
import { headOf, lackingAction, lackingRemark } from './idempotence/lacking';
import { lackingClauses } from './idempotence/lacking-clauses';
import { actionKeys, keysDroppedBy, keysMadeBy, partKey } from './idempotence/object-keys';
import { actionTokens, type Token, tokensOf } from './idempotence/statement-tokens';
import type { Lint, LintSubject, Remark } from './lint';

/**
 * Statements that fail when the file is run a second time: the guide wants `IF [NOT] EXISTS` or `OR REPLACE` wherever
 * the dialect has it. What the file itself drops before making it may stand without.
 */
export const notIdempotent: Lint = {
  code: 'not-idempotent',
  check: (subject) => dialectRules[subject.reading.dialect](subject),
};

/** What each dialect has a clause for. */
const dialectRules: Readonly<Record<Dialect, (subject: LintSubject) => readonly Remark[]>> = {
  postgresql: check,
  mysql: lackingClauses(mysqlGrammar, mysqlForms),
  mariadb: lackingClauses(mariadbGrammar, mariadbForms),
  sqlite: lackingClauses(sqliteGrammar, sqliteForms),
};

/** What is known when a statement is looked at. */
interface Run {
  readonly subject: LintSubject;
  /** Everything that the file has dropped so far. */
  readonly dropped: Set<string>;
  /** Names that PostgreSQL makes, by where the object without a name starts. */
  readonly madeNames: ReadonlyMap<number, string>;
}

function check(subject: LintSubject): readonly Remark[] {
  const run: Run = { subject, dropped: new Set(), madeNames: madeNamesIn(subject.reading) };
  return [...parseFile(subject.file)].flatMap((part) =>
    part.kind === 'statement' ? ofStatement(part.node, part.text, run) : [],
  );
}

function ofStatement(node: Node, text: StatementText, run: Run): readonly Remark[] {
  if ('AlterTableStmt' in node) return ofAlterTable(node.AlterTableStmt, text, run);
  const isFresh = keysMadeBy(node).some((made) => run.dropped.has(made));
  if ('DropStmt' in node) for (const key of keysDroppedBy(node.DropStmt)) run.dropped.add(key);
  if (isFresh) return [];
  const form = isUnknownTo(run.subject, node) ? null : missingForm(node);
  if (form !== null) return [lacking(form, node, text, run)];
  return run.subject.options.guarded === 'require' ? unguarded(node, text) : [];
}

/** `CREATE OR REPLACE TRIGGER` came with PostgreSQL 14. */
function isUnknownTo({ reading }: LintSubject, node: Node): boolean {
  const version = Number.parseInt(reading.assumed.postgres ?? '', 10);
  return 'CreateTrigStmt' in node && version < 14;
}

function lacking(form: Form, node: Node, text: StatementText, { madeNames }: Run): Remark {
  const isNameless = 'IndexStmt' in node && node.IndexStmt.idxname === undefined;
  const name = isNameless ? madeNames.get(text.span.start) : undefined;
  return lackingRemark({
    form,
    tokens: tokensOf(text),
    span: text.span,
    subjectOf: (head) => subjectOf(node, head),
    ...(isNameless ? { madeName: name === undefined ? null : quoteName(name) } : {}),
  });
}

function ofAlterTable(statement: AlterTableStmt, text: StatementText, run: Run): readonly Remark[] {
  const commands = nodesOf(statement.cmds, 'AlterTableCmd');
  let tokens: readonly (readonly Token[])[] | undefined;
  return commands.flatMap((command, at): readonly Remark[] => {
    const keys = actionKeys(statement.relation, command);
    const isFresh = keys.some((key) => run.dropped.has(key));
    if (isDropping(command)) run.dropped.add(partKey(statement.relation, command.name ?? ''));
    if (isFresh) return [];
    const form = missingActionForm(command, statement.objtype !== 'OBJECT_TYPE');
    if (form === null) return unguardedAction(command, statement, text, run);
    tokens ??= actionTokens(tokensOf(text));
    const action = tokens.length === commands.length ? tokens[at] : undefined;
    return [lackingAction(form, action ?? [], ofRelation(statement.relation), text.span)];
  });
}

function isDropping({ subtype }: AlterTableCmd): boolean {
  return subtype === 'AT_DropColumn' || subtype === 'AT_DropConstraint';
}

/** Actions that add something and have no IF form, as a person names them. */
const additions: { readonly [kind in string]?: string } = {
  AT_AddConstraint: 'ADD CONSTRAINT',
  AT_AddIdentity: 'ADD GENERATED',
  AT_AttachPartition: 'ATTACH PARTITION',
};

function unguardedAction(
  command: AlterTableCmd,
  { relation, cmds = [], objtype }: AlterTableStmt,
  text: StatementText,
  { subject, madeNames }: Run,
): readonly Remark[] {
  const addition = additions[command.subtype ?? ''];
  // Attaching an index to that of its table's parent may be done again.
  if (subject.options.guarded !== 'require' || addition === undefined || objtype === 'OBJECT_INDEX') return [];
  const constraint = command.def !== undefined && 'Constraint' in command.def ? command.def.Constraint : undefined;
  // With several actions in one block, the first that is done already would keep the others from being done.
  const guard = cmds.length > 1 ? null : guardOfAction(command, constraint, relation, text, madeNames);
  const what = [addition, constraint?.conname ?? partitionOf(command)?.relname].filter((word) => word).join(' ');
  const remedy =
    cmds.length > 1 ? 'Give it a statement of its own, in a DO block that asks' : 'Put it into a DO block that asks';
  return [
    {
      subject: { kind: 'statement', ...ofRelation(relation), name: what },
      message: `${what} on ${relation?.relname ?? ''} fails, or is done twice, when it is run again, and PostgreSQL has no IF NOT EXISTS for it. ${remedy} first.`,
      span: text.span,
      ...(guard === null ? {} : { fix: guard }),
    },
  ];
}

function guardOfAction(
  command: AlterTableCmd,
  constraint: Constraint | undefined,
  relation: RangeVar | undefined,
  text: StatementText,
  madeNames: ReadonlyMap<number, string>,
): readonly TextEdit[] | null {
  if (command.subtype === 'AT_AttachPartition') return guardEdits(text, partitionGuard(partitionOf(command)));
  if (constraint === undefined || command.subtype === 'AT_AddIdentity')
    return guardEdits(text, identityGuard(relation, command.name ?? ''));
  // The constraint takes the index for its own and renames it: a second run would make the index again.
  if (constraint.indexname !== undefined) return null;
  if (constraint.conname !== undefined) return guardEdits(text, constraintGuard(relation, constraint.conname));
  const { start } = text.placeAt(constraint.location).span;
  const name = madeNames.get(start);
  if (name === undefined) return null;
  const edits = guardEdits(text, constraintGuard(relation, name));
  return edits && [...edits, { span: { start, end: start }, text: `CONSTRAINT ${quoteName(name)} ` }];
}

function partitionOf({ def }: AlterTableCmd): RangeVar | undefined {
  return def !== undefined && 'PartitionCmd' in def ? def.PartitionCmd.name : undefined;
}

function unguarded(node: Node, text: StatementText): readonly Remark[] {
  const guard = 'AlterDomainStmt' in node ? domainGuard(node) : handlerGuard(node);
  const isRename = 'RenameStmt' in node || 'AlterObjectSchemaStmt' in node;
  if (guard === undefined || (guard === null && !isRename)) return [];
  const head = headOf(tokensOf(text));
  const fix = guard === null ? null : guardEdits(text, guard);
  const why = isRename
    ? 'fails when it is run again. Use the new name where the object is made.'
    : 'fails when it is run again, and PostgreSQL has no IF NOT EXISTS for it. Put it into a DO block.';
  return [
    { subject: subjectOf(node, head), message: `${head} ${why}`, span: text.span, ...(fix === null ? {} : { fix }) },
  ];
}

/** Undefined where the statement adds no constraint. */
function domainGuard(node: Extract<Node, { AlterDomainStmt: unknown }>): Guard | null | undefined {
  const { subtype, def, typeName } = node.AlterDomainStmt;
  if (subtype !== 'C') return undefined;
  const name = def !== undefined && 'Constraint' in def ? def.Constraint.conname : undefined;
  return name === undefined ? null : domainConstraintGuard(typeName, name);
}

/** Where names are made, and which; those that a later rename gave are not among them. */
function madeNamesIn({ schema }: Reading): ReadonlyMap<number, string> {
  const objects = schema.tables.flatMap(({ primaryKey, uniques, foreignKeys, checks, exclusions, indexes }) => [
    ...(primaryKey === null ? [] : [primaryKey]),
    ...[...uniques, ...foreignKeys, ...checks, ...exclusions, ...indexes],
  ]);
  return new Map(
    objects.flatMap(({ name, nameGiven, place }) =>
      name === null || nameGiven || place === null ? [] : [[place.span.start, name] as const],
    ),
  );
}

/** Named by its head, so that the same finding is known again wherever the statement stands. */
function subjectOf(node: Node, name: string): Subject {
  const content = Object.values(node)[0] as { relation?: RangeVar };
  const isOnTable = ['CreateStmt', 'IndexStmt', 'CreateTrigStmt', 'RuleStmt', 'RenameStmt'].includes(kindOf(node));
  return { kind: 'statement', ...(isOnTable ? ofRelation(content.relation) : {}), name };
}

function ofRelation(relation: RangeVar | undefined): Pick<Subject, 'schema' | 'table'> {
  return relation?.relname === undefined ? {} : { schema: relation.schemaname ?? 'public', table: relation.relname };
}
