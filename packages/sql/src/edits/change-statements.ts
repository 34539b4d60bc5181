import { assertNever, type Change, type Index, type TableRef } from '@canonical-schema/schema';
import { hasColumn } from '../ddl/catalog-questions';
import { askedFirst } from '../ddl/guarded';
import { indexText } from '../ddl/index-text';
import { tableCommentText, tableText } from '../ddl/table-text';
import { domainText, enumText } from '../ddl/types-text';
import { quoteName } from '../expressions/quote';
import { addColumnStatements, alterColumnStatements } from './column-statements';
import {
  addConstraintStatements,
  dropConstraintStatements,
  isReferenced,
  renameConstraintStatements,
} from './constraint-statements';
import {
  addLabelStatements,
  addOtherStatements,
  addSequenceStatements,
  alterDomainStatements,
  alterSequenceStatements,
  dropOtherStatements,
  moves,
  renameEnumStatements,
  renameLabelStatements,
} from './other-statements';
import type { Before, ChangeOf, Statements } from './outcome';

/** The statements that make a change in a database which has the state before it, and that may be run again. */
export function statementsOf(change: Change, before: Before): Statements {
  const { spelling } = before.around;
  switch (change.kind) {
    case 'add-table':
      return addTable(change, before);
    case 'drop-table':
      return [`DROP TABLE IF EXISTS ${spelling.name(change.table)}${cascadeOfTable(change.table, before)};`];
    case 'rename-table':
      return moves('TABLE IF EXISTS', change.table, change.to, spelling).map((statement) => `${statement};`);
    case 'add-column':
      return addColumnStatements(change, before);
    case 'drop-column':
      return [dropColumn(change, before)];
    case 'rename-column':
      return [renameColumn(change, before)];
    case 'alter-column':
      return alterColumnStatements(change, before);
    case 'add-constraint':
      return addConstraintStatements(change, before);
    case 'drop-constraint':
      return dropConstraintStatements(change, before);
    case 'rename-constraint':
      return renameConstraintStatements(change, before);
    case 'add-index':
      return addIndex(change, before);
    case 'drop-index':
      return [dropIndex(change, before)];
    case 'rename-index':
      return [
        `ALTER INDEX IF EXISTS ${indexName(change.table, change.index, before)} RENAME TO ${quoteName(change.to)};`,
      ];
    case 'set-table-comment':
      return [tableCommentText(change.table, change.comment, spelling)];
    case 'add-enum':
      return [enumText(change.enum, spelling)];
    case 'drop-enum':
      return [`DROP TYPE IF EXISTS ${spelling.name(change.enum)};`];
    case 'rename-enum':
      return renameEnumStatements(change, before);
    case 'add-enum-label':
      return addLabelStatements(change, before);
    case 'rename-enum-label':
      return renameLabelStatements(change, before);
    case 'add-domain':
      return [domainText(change.domain, spelling)];
    case 'alter-domain':
      return alterDomainStatements(change, before);
    case 'drop-domain':
      return [`DROP DOMAIN IF EXISTS ${spelling.name(change.domain)};`];
    case 'add-sequence':
      return addSequenceStatements(change, before);
    case 'alter-sequence':
      return alterSequenceStatements(change, before);
    case 'drop-sequence':
      return [`DROP SEQUENCE IF EXISTS ${spelling.name(change.sequence)};`];
    case 'add-other':
      return addOtherStatements(change);
    case 'drop-other':
      return dropOtherStatements(change, before);
    default:
      return assertNever(change);
  }
}

function addTable({ table }: ChangeOf<'add-table'>, { around }: Before): Statements {
  const { made, indexes, comments, last } = tableText(table, around);
  return [
    ...made,
    ...indexes,
    ...comments,
    ...last.map((constraint) => around.spelling.language.addConstraint(constraint, around.spelling)),
  ];
}

function cascadeOfTable(table: TableRef, before: Before): string {
  const isOther = (owner: TableRef): boolean => owner.name !== table.name || owner.schema !== table.schema;
  return isReferenced(before, table, () => true, isOther) ? ' CASCADE' : '';
}

function dropColumn({ table, column }: ChangeOf<'drop-column'>, before: Before): string {
  const { spelling } = before.around;
  const cascade = isReferenced(before, table, (columns) => columns.includes(column)) ? ' CASCADE' : '';
  return `ALTER TABLE ${spelling.name(table)} DROP COLUMN IF EXISTS ${quoteName(column)}${cascade};`;
}

function renameColumn({ table, column, to }: ChangeOf<'rename-column'>, { around: { spelling } }: Before): string {
  const name = spelling.name(table);
  const statement = `ALTER TABLE ${name} RENAME COLUMN ${quoteName(column)} TO ${quoteName(to)}`;
  return askedFirst(hasColumn(name, column), [statement], spelling);
}

function addIndex({ table, index }: ChangeOf<'add-index'>, { catalog, around }: Before): Statements {
  const found = catalog.table(table);
  if (found === null) return { why: `The table ${table.name} does not exist.`, remedy: 'Correct the name.' };
  return [indexText({ ...index, name: index.name ?? freeName(table, index, around) }, found, around)];
}

function freeName(table: TableRef, { keys }: Index, { names }: Before['around']): string {
  return names.free(
    table,
    keys.map(({ of: term }) => (term.kind === 'column' ? term.column : 'expr')),
    'idx',
  );
}

function dropIndex({ table, index }: ChangeOf<'drop-index'>, before: Before): string {
  const found = before.catalog.table(table)?.indexes.find(({ name }) => name === index);
  const columns = new Set(found?.keys.flatMap(({ of: term }) => (term.kind === 'column' ? [term.column] : [])));
  const isKey = (target: readonly string[]): boolean =>
    target.length === columns.size && target.every((name) => columns.has(name));
  const cascade = found?.unique === true && isReferenced(before, table, isKey) ? ' CASCADE' : '';
  return `DROP INDEX IF EXISTS ${indexName(table, index, before)}${cascade};`;
}

/** An index lives in its table's schema. */
function indexName({ schema }: TableRef, name: string, { around }: Before): string {
  return around.spelling.name({ schema, name });
}
