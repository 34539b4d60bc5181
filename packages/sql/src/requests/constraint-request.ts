import type { Table, TableRef } from '@canonical-schema/schema';
import { quoteName } from '../expressions/quote';
import { columnsInText } from '../expressions/text';
import { typeText } from '../fold/sql-text';
import type { Around } from './around';
import type { AddConstraintRequest } from './change-request';
import { conventionalName } from './conventional-names';
import { actionSql, expressionSql, RequestError, referenceOf, tableNamed } from './fragments';

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
  const add = (definition: string): string[] => [`ALTER TABLE ${typeText(table)} ADD ${definition};`];
  if (unique !== undefined) return add(uniqueSql(unique, table, constraintName, around) + deferral(request));
  if (primaryKey !== undefined) return add(`${nameSql(constraintName ?? null)}PRIMARY KEY (${listSql(primaryKey)})`);
  if (check !== undefined) {
    const name = constraintName ?? conventionalName('check', table, columnsInText(check), around.schema, around.made);
    return add(`${nameSql(name)}CHECK (${expressionSql(check)})`);
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
      `${nameSql(name)}FOREIGN KEY (${listSql(columns)}) REFERENCES ${typeText(target.table)} (${listSql(target.columns)})`,
      ...actionSql('ON DELETE', onDelete),
      ...actionSql('ON UPDATE', onUpdate),
    ].join(' ') + deferral(request)
  );
}

function deferral({ deferrable }: AddConstraintRequest): string {
  return deferrable === true ? ' DEFERRABLE INITIALLY DEFERRED' : '';
}

/** `CONSTRAINT uq_stocks_symbol UNIQUE (symbol)`, its name by the file's convention where none is given. */
export function uniqueSql(
  columns: readonly string[],
  table: TableRef,
  name: string | undefined,
  { schema, made }: Around,
): string {
  if (columns.length === 0) throw new RequestError('A unique constraint needs columns.');
  return `${nameSql(name ?? conventionalName('unique', table, columns, schema, made))}UNIQUE (${listSql(columns)})`;
}

function nameSql(name: string | null): string {
  return name === null ? '' : `CONSTRAINT ${quoteName(name)} `;
}

function listSql(columns: readonly string[]): string {
  return columns.map(quoteName).join(', ');
}
