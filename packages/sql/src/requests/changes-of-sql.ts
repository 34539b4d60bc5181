import { type Change, type Place, type Refused, type Schema, SourceFile } from '@canonical-schema/schema';
import { Fold } from '../fold/fold';
import { catalogSqlText } from '../fold/sql-text';
import { kindOf, type NodeKind } from '../fold/tree';
import type { AlterTableStmt, Node } from '../parser/postgres';
import { type FilePart, parseFile } from '../psql/parse-file';
import { readPart } from '../reader';
import { joinedChanges } from './joined-changes';
import { postgresqlPossible } from './possible-postgresql';
import { RecordingCatalog } from './recording-catalog';

/** What a change file does to a schema. Where there is a problem there are no changes: nothing is done by halves. */
export interface SqlChanges {
  readonly changes: readonly Change[];
  readonly problems: readonly Refused[];
}

/**
 * The changes that ordinary statements (ALTER, CREATE, DROP, COMMENT, RENAME) make to a schema, in their order. Anything
 * that PostgreSQL would refuse, that changes nothing or that is no change of the schema is a problem with its place in
 * the file `path`. `loadPostgresParser` must have been awaited before.
 */
export function changesOfSql(sql: string, schema: Schema, path: string): SqlChanges {
  const file = new SourceFile(path, sql);
  const catalog = new RecordingCatalog(schema, catalogSqlText, postgresqlPossible);
  const fold = new Fold(catalog);
  const problems = [...parseFile(file)].flatMap(singleActions).flatMap((part) => problemsOf(part, fold, catalog));
  if (problems.length > 0) return { changes: [], problems };
  return { changes: joinedChanges(catalog.changes, catalog.schema(), catalogSqlText), problems: [] };
}

/** ALTER TABLE with several actions as as many statements, so that each answers for itself. */
function singleActions(part: FilePart): FilePart[] {
  if (part.kind !== 'statement' || !('AlterTableStmt' in part.node)) return [part];
  const statement: AlterTableStmt = part.node.AlterTableStmt;
  return (statement.cmds ?? []).map((command) => ({
    ...part,
    node: { AlterTableStmt: { ...statement, cmds: [command] } },
  }));
}

function problemsOf(part: FilePart, fold: Fold, catalog: RecordingCatalog): Refused[] {
  const before = {
    unread: fold.unread.length,
    remarks: fold.remarks.length,
    changes: catalog.changes.length,
    casualties: catalog.casualties.length,
  };
  if (part.kind === 'broken') return [problem(`The statement does not parse: ${part.message}.`, part.at)];
  readPart(part, fold);
  const problems = [
    ...fold.unread.slice(before.unread).map(({ why, subject, place }) => problem(sentence(part, subject, why), place)),
    ...fold.remarks.slice(before.remarks).map(({ message, places }) => problem(message, places[0] ?? placeOf(part))),
    ...casualtyProblems(part, catalog, before.casualties),
  ];
  const isIdle = problems.length === 0 && catalog.changes.length === before.changes;
  const idle = isIdle && part.kind === 'statement' ? whyIdle(part.node) : null;
  return idle === null ? problems : [problem(`The statement ${idle}.`, placeOf(part))];
}

function placeOf(part: FilePart): Place {
  return part.kind === 'statement' ? part.text.place : part.place;
}

/** Reading says `alters stcks, which does not exist` of a statement: its first words stand before that. */
function sentence(part: FilePart, subject: string | null, why: string): string {
  const words = part.kind === 'statement' ? part.text.sql.split(/[\s();]+/).slice(0, 3) : [subject ?? 'The statement'];
  const text = `${words.join(' ').trim()}: ${why}`;
  return text.endsWith('.') ? text : `${text}.`;
}

function problem(why: string, place: Place): Refused {
  return { change: null, why, remedy: 'Correct the statement; nothing of the file was done.', place };
}

/** Without CASCADE PostgreSQL refuses to drop what others hold on to. */
function casualtyProblems(part: FilePart, { casualties }: RecordingCatalog, from: number): Refused[] {
  const lost = casualties.slice(from);
  if (lost.length === 0 || (part.kind === 'statement' && isCascade(part.node))) return [];
  const labels = lost.map(({ label }) => label).join(', ');
  return [problem(`Without CASCADE this cannot be dropped, for ${labels} would go with it.`, placeOf(part))];
}

function isCascade(node: Node): boolean {
  if ('DropStmt' in node) return node.DropStmt.behavior === 'DROP_CASCADE';
  const [command] = 'AlterTableStmt' in node ? (node.AlterTableStmt.cmds ?? []) : [];
  return command !== undefined && 'AlterTableCmd' in command && command.AlterTableCmd.behavior === 'DROP_CASCADE';
}

/** Statements that rightly change nothing themselves. */
const silent: ReadonlySet<NodeKind> = new Set<NodeKind>(['VariableSetStmt', 'TransactionStmt', 'SelectStmt']);

/** Why a statement changed nothing; null where that is its nature. */
function whyIdle(node: Node): string | null {
  if (silent.has(kindOf(node)) || isValidation(node)) return null;
  if (isGuarded(node)) return 'changes nothing: what it makes exists already, or what it takes away is not there';
  if (shapers.has(kindOf(node))) return 'changes nothing that the schema describes, or sets what is so already';
  return 'is not a change of the schema';
}

const shapers: ReadonlySet<NodeKind> = new Set<NodeKind>([
  ...(['AlterTableStmt', 'RenameStmt', 'AlterObjectSchemaStmt', 'CommentStmt', 'AlterEnumStmt', 'DoStmt'] as const),
  ...(['AlterDomainStmt', 'CreateStmt', 'IndexStmt', 'DropStmt', 'AlterSeqStmt', 'CreateSeqStmt'] as const),
]);

function isValidation(node: Node): boolean {
  const [command] = 'AlterTableStmt' in node ? (node.AlterTableStmt.cmds ?? []) : [];
  const subtype = command !== undefined && 'AlterTableCmd' in command ? command.AlterTableCmd.subtype : undefined;
  return subtype === 'AT_ValidateConstraint';
}

/** Has the statement an IF EXISTS or IF NOT EXISTS anywhere? */
function isGuarded(node: Node): boolean {
  let guarded = false;
  JSON.stringify(node, (key: string, value: unknown) => {
    if ((key === 'missing_ok' || key === 'if_not_exists' || key === 'skipIfNewValExists') && value === true)
      guarded = true;
    return value;
  });
  return guarded;
}
