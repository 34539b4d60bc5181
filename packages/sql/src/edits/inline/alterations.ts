import { type Span, type TableRef, tableLabel } from '@canonical-schema/schema';
import type { ColumnDef } from '../../parser/postgres';
import { type ChangeOf, type Impossible, isImpossible } from '../outcome';
import { isTypeLater } from './additions';
import { redefined, type WrittenColumn } from './column-definition';
import { commentEdits } from './comments';
import { type Edits, type Scene, tableNamed } from './scene';
import { actionsOf, contentOf, elementsOf, isRelation, type Statement, statementAt, statementsIn } from './statements';

/** Other facts of a column, where it is defined. */
export function alteredColumn({ table, column, set }: ChangeOf<'alter-column'>, scene: Scene): Edits {
  const { standing, around } = scene;
  const found = tableNamed(standing.schema, table);
  const old = found?.columns.find(({ name }) => name === column);
  if (found === null || old === undefined) return elsewhere(table, column);
  const { comment, ...facts } = set;
  const commented = comment === undefined ? [] : commentEdits(scene, table, column, comment);
  if (isImpossible(commented) || Object.keys(facts).length === 0) return commented;
  const statement = statementAt(standing, old.place);
  const definition = statement === null || old.place === null ? null : definitionAt(statement, old.place.span);
  if (statement === null || definition === null || isAlteredLater(scene, table, column))
    return elsewhere(table, column);
  if (set.type !== undefined && isTypeLater(set.type, statement.text.span, standing.schema))
    return elsewhere(table, column);
  const isKey = found.primaryKey?.columns.includes(column) ?? false;
  const written: WrittenColumn = { ...definition, text: statement.text, source: standing.file.text };
  const edits = redefined(written, { old, set: facts, isKey, spelling: around.spelling });
  if (edits === null) return elsewhere(table, column);
  return [...edits.map((edit) => ({ ...edit, text: scene.style.statement(edit.text) })), ...commented];
}

function elsewhere(table: TableRef, column: string): Impossible {
  return {
    why: `${tableLabel(table)}.${column} is not defined by one plain definition alone.`,
    remedy: 'Write the change into the SQL file by hand.',
  };
}

/** The definition of a column that starts there: in CREATE TABLE or in ADD COLUMN. */
export function definitionAt(
  statement: Statement,
  { start }: Span,
): { readonly definition: ColumnDef; readonly span: Span } | null {
  const content = contentOf(statement, 'CreateStmt');
  const elements = content === null ? [] : (elementsOf(content, statement.text) ?? []);
  const columns = [...elements, ...actionsOf(statement)].flatMap(({ column }) => (column === null ? [] : [column]));
  for (const definition of columns) {
    const { span } = statement.text.placeAt(definition.location);
    if (span.start === start) return { definition, span };
  }
  return null;
}

/** Does an ALTER COLUMN say more of the column? Then its definition is not the last word. */
function isAlteredLater({ standing }: Scene, table: TableRef, column: string): boolean {
  return statementsIn(standing).some(
    (statement) =>
      isRelation(contentOf(statement, 'AlterTableStmt')?.relation, table) &&
      actionsOf(statement).some(({ command }) => command.name === column && command.subtype !== 'AT_DropConstraint'),
  );
}
