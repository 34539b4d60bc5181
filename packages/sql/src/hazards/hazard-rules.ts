import { type Change, type Column, isUnreadable, type TableRef, tableLabel } from '@canonical-schema/schema';
import { quoteName } from '../expressions/quote';
import { typeText } from '../fold/sql-text';
import { addColumnHazards, alterColumnHazards } from './column-hazards';
import { constraintHazards, indexHazards } from './constraint-hazards';
import { quietRules } from './quiet-rules';
import type { Around, HazardRules, Said } from './said';

/** What each kind of change does to rows that are there. Renames and comments touch the catalog alone. */
export const hazardRules: HazardRules = {
  ...quietRules,
  'drop-table': dropTable,
  'add-column': addColumnHazards,
  'drop-column': dropColumn,
  'alter-column': alterColumnHazards,
  'add-constraint': constraintHazards,
  'add-index': indexHazards,
  'alter-domain': alterDomain,
};

function dropTable({ table }: { readonly table: TableRef }): readonly Said[] {
  const name = typeText(table);
  return [
    {
      kind: 'loses-data',
      message: `The table ${tableLabel(table)} goes with all its rows.`,
      safer:
        `Keep a copy (pg_dump -t ${name}); ALTER TABLE ${name} RENAME TO ${quoteName(`${table.name}_old`)} first, and ` +
        'drop it when nothing has missed it.',
    },
  ];
}

function dropColumn({ table, column }: { readonly table: TableRef; readonly column: string }): readonly Said[] {
  return [
    {
      kind: 'loses-data',
      message: `The column ${tableLabel(table)}.${column} goes with all its values.`,
      safer:
        'First release code that neither reads nor writes it ' +
        `(ALTER TABLE ${typeText(table)} ALTER COLUMN ${quoteName(column)} DROP NOT NULL lets that insert rows), keep a copy ` +
        'of the values, then drop it.',
    },
  ];
}

function alterDomain(change: Extract<Change, { kind: 'alter-domain' }>, { catalog }: Around): readonly Said[] {
  const before = catalog.domain(change.domain);
  const isStricter =
    (change.to.notNull && before?.notNull === false) ||
    change.to.checks.some(({ expression }) => !before?.checks.some((check) => check.expression === expression));
  const name = typeText(change.domain);
  const users = catalog.schema().tables.filter(({ columns }) => columns.some(({ type }) => isOf(type, name)));
  if (!isStricter || users.length === 0) return [];
  const tables = users.map((table) => tableLabel(table)).join(', ');
  return [
    {
      kind: 'fails-on-rows',
      message: `Values of ${name} in ${tables} that break the new rule make it fail.`,
      safer: null,
    },
    {
      kind: 'long-lock',
      message: `All rows of ${tables} are read while writers wait.`,
      safer: `ALTER DOMAIN ${name} ADD CONSTRAINT … NOT VALID, mend the values, then ALTER DOMAIN ${name} VALIDATE CONSTRAINT ….`,
    },
  ];
}

function isOf(type: Column['type'], name: string): boolean {
  return !isUnreadable(type) && (type === name || type === `${name}[]`);
}
