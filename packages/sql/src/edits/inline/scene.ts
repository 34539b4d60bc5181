import type { Schema, Table, TableRef, TextEdit } from '@canonical-schema/schema';
import { behindPart } from '../end-of-statements';
import type { Impossible } from '../outcome';
import type { PostgresqlStanding } from '../postgresql-standing';
import type { Edits, Scene as SceneOf } from '../scene';
import { contentOf, type Element, elementsOf, isAbout, type Statement, statementAt, statementsIn } from './statements';

export type { Edits };

/** A file of PostgreSQL whose statements are edited. */
export type Scene = SceneOf<PostgresqlStanding>;

/** The CREATE TABLE that makes a table, with its elements. */
export interface Making {
  readonly table: Table;
  readonly statement: Statement;
  readonly elements: readonly Element[];
}

/** The plain CREATE TABLE of a table; null where it is made in another way. */
export function makingOf({ standing }: Scene, ref: TableRef): Making | null {
  const table = tableNamed(standing.schema, ref);
  const statement = statementAt(standing, table?.place ?? null);
  const content = statement && contentOf(statement, 'CreateStmt');
  if (table === null || statement === null || content === null) return null;
  if (content.ofTypename !== undefined || content.inhRelations !== undefined) return null;
  const elements = elementsOf(content, statement.text);
  return elements === null ? null : { table, statement, elements };
}

/** The table of that name; null where the schema has none. */
export function tableNamed({ tables }: Schema, { schema, name }: TableRef): Table | null {
  return tables.find((table) => table.name === name && table.schema === schema) ?? null;
}

/** The last statement that shapes or describes a table. */
export function lastAbout({ standing }: Scene, table: TableRef): Statement | null {
  return statementsIn(standing).findLast((statement) => isAbout(statement, table)) ?? null;
}

/** The edit that puts a statement behind another, upper case, with a blank line between them where asked for. */
export function statementBehind(
  { standing, style }: Scene,
  before: Statement,
  sql: string,
  isApart: boolean,
): TextEdit {
  const { offset, missing } = behindPart(standing.file, before);
  const gap = isApart ? style.newline + style.newline : style.newline;
  return { span: { start: offset, end: offset }, text: missing + gap + style.statement(sql) };
}

/** That a table is not made by a CREATE TABLE which can be edited. */
export function notMadePlainly(table: TableRef): Impossible {
  return {
    why: `${table.name} is not made by a plain CREATE TABLE.`,
    remedy: 'Write the change into the SQL file by hand.',
  };
}
