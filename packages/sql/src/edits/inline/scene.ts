import type { Schema, Table, TableRef, TextEdit } from '@canonical-schema/schema';
import type { Surroundings } from '../../ddl/table-constraints';
import { behindPart } from '../end-of-statements';
import type { FileStyle } from '../file-style';
import type { Impossible } from '../outcome';
import type { Standing } from '../standing';
import { contentOf, type Element, elementsOf, isAbout, type Statement, statementAt, statementsIn } from './statements';

/** What is known when a change is made inside the statements of the file. */
export interface Scene {
  readonly standing: Standing;
  /** The schema after the change. */
  readonly wanted: Schema;
  readonly style: FileStyle;
  readonly around: Surroundings;
}

/** Edits, or why there are none. */
export type Edits = readonly TextEdit[] | Impossible;

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
