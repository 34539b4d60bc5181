import type { Check, Constraint, Table, TableRef } from '@canonical-schema/schema';
import { assertNever } from '@canonical-schema/schema';
import { hasConstraint } from '../ddl/catalog-questions';
import {
  checkText,
  constraintText,
  exclusionText,
  foreignKeyText,
  primaryKeyText,
  uniqueText,
} from '../ddl/constraint-text';
import { askedFirst } from '../ddl/guarded';
import type { Spelling } from '../ddl/spelling';
import { quoteName } from '../expressions/quote';
import type { Before, ChangeOf, Statements } from './outcome';

/** ADD CONSTRAINT, in a block that asks for the constraint by its name. */
export function addConstraintStatements(
  { table, constraint }: ChangeOf<'add-constraint'>,
  { around }: Before,
): Statements {
  const { spelling, names } = around;
  const { part, label } = madeNameOf(constraint);
  const name = constraint.name ?? names.free(table, part, label);
  const definition = definitionOf(constraint, spelling);
  const statement = `ALTER TABLE ${spelling.name(table)} ADD ${constraintText(name, definition, spelling.language)}`;
  return [askedFirst(`NOT ${hasConstraint(spelling.name(table), name)}`, [statement], spelling)];
}

/** A constraint as it stands behind its name. What of it could not be read has been refused before. */
export function definitionOf(constraint: Constraint, spelling: Spelling): string {
  switch (constraint.kind) {
    case 'primary-key':
      return primaryKeyText(constraint, spelling.language);
    case 'unique':
      return uniqueText(constraint, spelling.language);
    case 'foreign-key':
      return foreignKeyText(constraint, spelling);
    case 'check':
      return typeof constraint.expression === 'string' ? checkText(constraint.expression) : '';
    case 'exclusion':
      return typeof constraint.definition === 'string' ? exclusionText(constraint.definition) : '';
    default:
      return assertNever(constraint);
  }
}

/** What PostgreSQL makes an unnamed constraint's name of. */
export function madeNameOf(constraint: Constraint): {
  readonly part: readonly string[] | null;
  readonly label: string;
} {
  switch (constraint.kind) {
    case 'primary-key':
      return { part: null, label: 'pkey' };
    case 'unique':
      return { part: [...constraint.columns, ...constraint.include], label: 'key' };
    case 'foreign-key':
      return { part: constraint.columns, label: 'fkey' };
    case 'check':
      return { part: partOfCheck(constraint), label: 'check' };
    case 'exclusion':
      return { part: constraint.columns, label: 'excl' };
    default:
      return assertNever(constraint);
  }
}

function partOfCheck({ columns }: Check): readonly string[] | null {
  return columns.length === 1 ? columns : null;
}

/** DROP CONSTRAINT; with CASCADE where a foreign key holds on to it. */
export function dropConstraintStatements(
  { table, constraint }: ChangeOf<'drop-constraint'>,
  before: Before,
): Statements {
  const { spelling } = before.around;
  const found = before.catalog.table(table);
  const columns = found === null ? [] : keyColumns(found, constraint.name);
  const cascade = isReferenced(before, table, (target) => sameSet(target, columns)) ? ' CASCADE' : '';
  return [`ALTER TABLE ${spelling.name(table)} DROP CONSTRAINT IF EXISTS ${quoteName(constraint.name)}${cascade};`];
}

function keyColumns({ primaryKey, uniques }: Table, name: string): readonly string[] {
  return [...(primaryKey === null ? [] : [primaryKey]), ...uniques].find((key) => key.name === name)?.columns ?? [];
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}

/** Does a foreign key, of another table or the same, reference columns of the table that the test accepts? */
export function isReferenced(
  { catalog }: Before,
  table: TableRef,
  accepts: (columns: readonly string[]) => boolean,
  isOther: (owner: Table) => boolean = () => true,
): boolean {
  return catalog
    .schema()
    .tables.some(
      (owner) =>
        isOther(owner) &&
        owner.foreignKeys.some(
          ({ references }) =>
            references.table === table.name && references.schema === table.schema && accepts(references.columns),
        ),
    );
}

/** RENAME CONSTRAINT, in a block that asks whether it has its old name. */
export function renameConstraintStatements(
  { table, constraint, to }: ChangeOf<'rename-constraint'>,
  { around: { spelling } }: Before,
): Statements {
  const name = spelling.name(table);
  const statement = `ALTER TABLE ${name} RENAME CONSTRAINT ${quoteName(constraint.name)} TO ${quoteName(to)}`;
  return [askedFirst(hasConstraint(name, constraint.name), [statement], spelling)];
}
