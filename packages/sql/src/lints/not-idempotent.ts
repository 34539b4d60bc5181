import type { Reading, Span, Subject, TextEdit } from '@canonical-schema/schema';
import { quoteName } from '../expressions/quote';
import { kindOf, nodesOf } from '../fold/tree';
import type { AlterTableCmd, AlterTableStmt, Constraint, Node, RangeVar } from '../parser/postgres';
import type { StatementText } from '../psql/parse-file';
import { type Form, missingActionForm, missingForm } from './idempotence/forms';
import {
  constraintGuard,
  domainConstraintGuard,
  type Guard,
  guardEdits,
  handlerGuard,
  identityGuard,
  partitionGuard,
} from './idempotence/guards';
import { actionKeys, keysDroppedBy, keysMadeBy, partKey } from './idempotence/object-keys';
import { actionTokens, type Token, tokenAfter, tokensOf } from './idempotence/statement-tokens';
import type { Lint, LintSubject, Remark } from './lint';

/**
 * Statements that fail when the file is run a second time: the guide wants `IF [NOT] EXISTS` or `OR REPLACE` wherever
 * PostgreSQL has it. What the file itself drops before making it may stand without.
 */
export const notIdempotent: Lint = { code: 'not-idempotent', check };

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
  return subject.parts.flatMap((part) => (part.kind === 'statement' ? ofStatement(part.node, part.text, run) : []));
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
  const tokens = tokensOf(text);
  const behind = tokenAfter(tokens, form.behind);
  const isNameless = 'IndexStmt' in node && node.IndexStmt.idxname === undefined;
  const name = isNameless ? madeNames.get(text.span.start) : undefined;
  const named = name === undefined ? '' : ` ${quoteName(name)}`;
  const remedy = isNameless ? ` with its name${named === '' ? '' : `,${named}`}` : '';
  const remark = {
    subject: subjectOf(node, headOf(tokens)),
    message: `${headOf(tokens)} fails when it is run again. Say ${clauseIn(form, tokens)}${remedy}.`,
    span: text.span,
  };
  if (behind === undefined || (isNameless && name === undefined)) return remark;
  return { ...remark, fix: [insertion(behind, form.clause, named)] };
}

function insertion(behind: Token, clause: string, name = ''): TextEdit {
  const isLower = behind.text === behind.word;
  const { end } = behind.span;
  return { span: { start: end, end }, text: ` ${isLower ? clause.toLowerCase() : clause}${name}` };
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
    return [lackingAction(form, action ?? [], statement.relation, text.span)];
  });
}

function isDropping({ subtype }: AlterTableCmd): boolean {
  return subtype === 'AT_DropColumn' || subtype === 'AT_DropConstraint';
}

function lackingAction(form: Form, action: readonly Token[], relation: RangeVar | undefined, statement: Span): Remark {
  const keyword = tokenAfter(action, form.behind);
  const next = keyword === undefined ? undefined : action[action.indexOf(keyword) + 1];
  const behind = next?.word === 'column' ? next : keyword;
  const upTo = behind === undefined ? 0 : action.indexOf(behind) + 1;
  const words = action.slice(0, upTo).map(({ text }) => text);
  const head = [...words, action[upTo]?.text ?? ''].join(' ').trim();
  const said = [...form.behind, ...(behind === keyword ? [] : ['column']), form.clause].join(' ').toUpperCase();
  const span = { start: action[0]?.span.start ?? statement.start, end: action.at(-1)?.span.end ?? statement.end };
  return {
    subject: { kind: 'statement', ...ofRelation(relation), name: head },
    message: `${head} on ${relation?.relname ?? ''} fails when it is run again. Say ${said}.`,
    span,
    ...(behind === undefined ? {} : { fix: [insertion(behind, form.clause)] }),
  };
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

/** Words behind which a statement says more than what it is about. */
const details: ReadonlySet<string> = new Set(
  '( ; as on is add for from with using of returns before after instead start increment owned partition type'.split(
    ' ',
  ),
);

/** `CREATE UNIQUE INDEX idx_symbol`: how a person recognises the statement. */
function headOf(tokens: readonly Token[]): string {
  const end = tokens.findIndex(({ word }, at) => at > 1 && details.has(word));
  const words = tokens.slice(0, Math.min(end < 0 ? tokens.length : end, 8));
  return words
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(' . ', '.')
    .replace(/ ,.*/, '');
}

/** `CREATE UNIQUE INDEX IF NOT EXISTS`, `CREATE OR REPLACE VIEW`, `ADD VALUE IF NOT EXISTS`. */
function clauseIn({ clause, behind }: Form, tokens: readonly Token[]): string {
  const last = tokenAfter(tokens, behind);
  const [first, second] = tokens.map(({ word }) => word.toUpperCase());
  if (clause === 'OR REPLACE') return `${first} ${clause} ${second}`;
  const isLong = last === undefined || first === 'ALTER';
  const words = isLong ? behind : tokens.slice(0, tokens.indexOf(last) + 1).map(({ word }) => word);
  return [...words, clause].join(' ').toUpperCase();
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
