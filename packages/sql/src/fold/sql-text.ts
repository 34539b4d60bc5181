import { type Fact, isUnreadable, type SqlText, type TableRef, unreadable } from '@canonical-schema/schema';
import { quoteName } from '../expressions/quote';
import { renameColumnInExpression } from '../expressions/rename-column';
import { columnsInText } from '../expressions/text';
import { parseStatements } from '../parser/postgres';
import { exclusionDefinition } from '../statements/exclusion';

/** The answers of PostgreSQL's grammar to a catalog's questions. */
export const catalogSqlText: SqlText = {
  columnsIn: columnsInText,
  renamedColumn: (expression, from, to) =>
    // Most renames touch no expression: a text that does not hold the name need not be parsed.
    expression.includes(from) ? renameColumnInExpression(expression, from, to) : expression,
  renamedInExclusion,
  typeText,
};

/** A user type as column types print it: without its schema where that is `public`. */
export function typeText({ schema, name }: TableRef): string {
  return schema === 'public' ? quoteName(name) : `${quoteName(schema)}.${quoteName(name)}`;
}

/** The DEFAULT that draws from a sequence, in normal form unless its name is `written` otherwise. */
export function nextvalText(sequence: TableRef, written: string = typeText(sequence)): string {
  return `nextval('${written.replaceAll("'", "''")}'::regclass)`;
}

function renamedInExclusion(definition: string, from: string, to: string): Fact<string> {
  const [statement] = parseStatements(`ALTER TABLE t ADD EXCLUDE ${definition}`);
  const node = statement?.stmt;
  const command = node && 'AlterTableStmt' in node ? node.AlterTableStmt.cmds?.[0] : undefined;
  const constraint = command && 'AlterTableCmd' in command ? command.AlterTableCmd.def : undefined;
  if (constraint === undefined || !('Constraint' in constraint))
    return unreadable('its definition does not parse again');
  const written = exclusionDefinition(constraint.Constraint, { columnType: () => undefined });
  if (isUnreadable(written.definition)) return written.definition;
  return written.render(
    (column) => (column === from ? to : column),
    (sql) => renameColumnInExpression(sql, from, to),
  );
}
