import type { Table, TableRef } from '@canonical-schema/schema';
import { columnList } from '../ddl/constraint-text';
import type { Around } from './around';
import type { AddConstraintRequest } from './change-request';
import { conventionalName } from './conventional-names';
import { actionSql, RequestError, referenceOf, tableNamed } from './fragments';

/** ALTER TABLE … ADD of the one constraint that is asked for. */
export function addConstraint(request: AddConstraintRequest, around: Around): string[] {
  const { unique, check, primaryKey, references, constraintName } = request;
  const asked = [unique, check, primaryKey, references].filter((part) => part !== undefined);
  if (asked.length !== 1) {
    throw new RequestError(
      'A constraint is one of unique, check, primaryKey and references: give exactly one of them.',
    );
  }
  const table = tableNamed(request.table, around.schema);
  const { ddl, expressionSql } = around.language;
  const add = (definition: string): string[] => [`ALTER TABLE ${ddl.refText(table)} ADD ${definition};`];
  if (unique !== undefined) return add(uniqueSql(unique, table, constraintName, around) + deferral(request, around));
  if (primaryKey !== undefined)
    return add(`${nameSql(constraintName ?? null, around)}PRIMARY KEY (${listSql(primaryKey, around)})`);
  if (check !== undefined) {
    const name =
      constraintName ?? conventionalName('check', table, ddl.columnsInText(check), around.schema, around.made);
    return add(`${nameSql(name, around)}CHECK (${expressionSql(check)})`);
  }
  return add(foreignKeySql(request, table, around));
}

function foreignKeySql(request: AddConstraintRequest, table: Table, around: Around): string {
  const { references = '', columns = [], constraintName, onDelete, onUpdate } = request;
  if (columns.length === 0) throw new RequestError('A foreign key needs the columns that it is on.');
  const target = referenceOf(references, around.schema);
  const name = constraintName ?? conventionalName('foreign-key', table, columns, around.schema, around.made);
  return (
    [
      `${nameSql(name, around)}FOREIGN KEY (${listSql(columns, around)}) REFERENCES ${around.language.ddl.refText(target.table)} (${listSql(target.columns, around)})`,
      ...actionSql('ON DELETE', onDelete),
      ...actionSql('ON UPDATE', onUpdate),
    ].join(' ') + deferral(request, around)
  );
}

function deferral({ deferrable }: AddConstraintRequest, { language }: Around): string {
  if (deferrable !== true) return '';
  if (language.hasDeferral) return ' DEFERRABLE INITIALLY DEFERRED';
  throw new RequestError(`${language.label} has no deferrable constraints: leave that out.`);
}

/** `CONSTRAINT uq_stocks_symbol UNIQUE (symbol)`, its name by the file's convention where none is given. */
export function uniqueSql(
  columns: readonly string[],
  table: TableRef,
  name: string | undefined,
  around: Around,
): string {
  const { schema, made } = around;
  if (columns.length === 0) throw new RequestError('A unique constraint needs columns.');
  const named = nameSql(name ?? conventionalName('unique', table, columns, schema, made), around);
  return `${named}UNIQUE (${listSql(columns, around)})`;
}

function nameSql(name: string | null, { language }: Around): string {
  return name === null ? '' : `CONSTRAINT ${language.ddl.quoteName(name)} `;
}

function listSql(columns: readonly string[], { language }: Around): string {
  return columnList(columns, language.ddl);
}
