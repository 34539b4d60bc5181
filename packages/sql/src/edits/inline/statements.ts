import type { Place, Span, TableRef } from '@canonical-schema/schema';
import { quoteName } from '../../expressions/quote';
import { type NodeKind, type NodeOf, namesOf, nodesOf, qualified } from '../../fold/tree';
import { type Token, tokensIn, tokensOf } from '../../lints/idempotence/statement-tokens';
import type { AlterTableCmd, ColumnDef, Constraint, CreateStmt, Node, RangeVar } from '../../parser/postgres';
import type { FilePart, StatementText } from '../../psql/parse-file';
import type { PostgresqlStanding } from '../postgresql-standing';

/** A statement of the file. */
export type Statement = Extract<FilePart, { kind: 'statement' }>;

/** The statements of the file in order. */
export function statementsIn({ parts }: PostgresqlStanding): readonly Statement[] {
  return parts.filter((part) => part.kind === 'statement');
}

/** The statement that a place lies in. */
export function statementAt(standing: PostgresqlStanding, place: Place | null): Statement | null {
  if (place === null) return null;
  const { start, end } = place.span;
  return statementsIn(standing).find(({ text }) => text.span.start <= start && end <= text.span.end) ?? null;
}

/** The content of a statement of a kind; null where it is of another. */
export function contentOf<K extends NodeKind>({ node }: Statement, kind: K): NodeOf<K> | null {
  return nodesOf([node], kind)[0] ?? null;
}

/** Does the statement's relation mean that table? One without a schema may mean any on the search path. */
export function isRelation(relation: RangeVar | undefined, { schema, name }: TableRef): boolean {
  return relation?.relname === name && (relation.schemaname === undefined || relation.schemaname === schema);
}

/** Is the statement CREATE TABLE, ALTER TABLE, CREATE INDEX or COMMENT ON about that table? */
export function isAbout(statement: Statement, table: TableRef): boolean {
  const made = contentOf(statement, 'CreateStmt') ?? contentOf(statement, 'IndexStmt');
  if (made !== null) return isRelation(made.relation, table);
  const altered = contentOf(statement, 'AlterTableStmt');
  if (altered !== null) return altered.objtype === 'OBJECT_TABLE' && isRelation(altered.relation, table);
  return commentedPart(statement, table) !== null;
}

/** The same, or a DO block that names the table. */
export function mayBeAbout(statement: Statement, table: TableRef): boolean {
  if (contentOf(statement, 'DoStmt') === null) return isAbout(statement, table);
  return codeTokens(statement).some(({ text, word }) => word === table.name || text === quoteName(table.name));
}

/** What a COMMENT ON of the table is about: null as a column for the table itself; null where it is another statement. */
export function commentedPart(statement: Statement, table: TableRef): { readonly column: string | null } | null {
  const comment = contentOf(statement, 'CommentStmt');
  const names = namesOf(comment?.object);
  if (comment?.objtype === 'OBJECT_TABLE' && isNamed(names, table)) return { column: null };
  if (comment?.objtype === 'OBJECT_COLUMN' && isNamed(names.slice(0, -1), table))
    return { column: names.at(-1) ?? null };
  return null;
}

function isNamed(names: readonly string[], table: TableRef): boolean {
  const { schema, name } = qualified(names);
  return isRelation({ relname: name, ...(schema === undefined ? {} : { schemaname: schema }) }, table);
}

/** An element between the brackets of CREATE TABLE. */
export interface Element {
  readonly span: Span;
  readonly column: ColumnDef | null;
  readonly constraint: Constraint | null;
}

/** The elements of a CREATE TABLE; null where one of them is of another kind, such as LIKE. */
export function elementsOf({ tableElts = [] }: CreateStmt, text: StatementText): readonly Element[] | null {
  const elements = tableElts.map((node) => elementOf(node, text));
  return elements.every((element) => element !== null) ? elements : null;
}

function elementOf(node: Node, text: StatementText): Element | null {
  const column = nodesOf([node], 'ColumnDef')[0] ?? null;
  const constraint = nodesOf([node], 'Constraint')[0] ?? null;
  const location = column?.location ?? constraint?.location;
  return location === undefined ? null : { span: text.placeAt(location).span, column, constraint };
}

/** An action of ALTER TABLE. */
export interface TableAction {
  readonly command: AlterTableCmd;
  readonly column: ColumnDef | null;
  readonly constraint: Constraint | null;
}

/** The actions of an ALTER TABLE; none for any other statement. */
export function actionsOf(statement: Statement): readonly TableAction[] {
  return nodesOf(contentOf(statement, 'AlterTableStmt')?.cmds, 'AlterTableCmd').map((command) => ({
    command,
    column: nodesOf(command.def === undefined ? [] : [command.def], 'ColumnDef')[0] ?? null,
    constraint: nodesOf(command.def === undefined ? [] : [command.def], 'Constraint')[0] ?? null,
  }));
}

/** The tokens of a statement; those of its body where it is a DO block. */
export function codeTokens(statement: Statement): readonly Token[] {
  const { sql, span } = statement.text;
  const tag = contentOf(statement, 'DoStmt') === null ? null : /\$\w*\$/.exec(sql);
  if (tag === null) return tokensOf(statement.text);
  const start = tag.index + tag[0].length;
  return tokensIn(sql.slice(start, sql.lastIndexOf(tag[0])), span.start + start);
}
