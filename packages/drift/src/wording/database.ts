import { isUnreadable, tableLabel } from '@canonical-schema/schema';
import { describeIndex } from '../compare/index-structure';
import type { JudgedDialect } from '../dialects';
import type { Remedies } from './remedies';
import { actionWords, deferrableWords } from './sql-words';

/** How a running database is mended: by a migration in SQL. */
export const databaseRemedies = ({ identityWords }: JudgedDialect): Remedies => ({
  side: 'the database',
  addTable: (table) => `Create ${tableLabel(table)} in the database`,
  dropTable: (table) => `Drop ${tableLabel(table)}`,
  renameTable: (to) => `Rename the table to ${tableLabel(to)}`,
  addColumn: (column) => `ADD COLUMN ${column.name}`,
  dropColumn: (column) => `DROP COLUMN ${column.name}`,
  setType: (_from, to) => `ALTER the column's TYPE to ${to}`,
  setImplicitKey: (to) => `ALTER the key's TYPE to ${to}`,
  setNullable: (nullable) => (nullable ? 'DROP NOT NULL' : 'SET NOT NULL'),
  setDefault: (sql) => (sql === null ? 'DROP DEFAULT' : `SET DEFAULT ${sql}`),
  setPythonDefault: (sql) => `SET DEFAULT ${sql}`,
  setIdentity: ({ identity }) => (identity === null ? 'DROP IDENTITY' : `Make the column ${identityWords[identity]}`),
  setGenerated: ({ generated }) =>
    generated === null || isUnreadable(generated)
      ? 'DROP EXPRESSION'
      : `Make the column GENERATED ALWAYS AS (${generated.expression}) ${generated.kind.toUpperCase()}`,
  setCollation: (collation) => `Make the collation ${collation}`,
  setComment: (of) => `COMMENT ON the ${of}`,
  setLabels: (labels) => `Make the labels ${labels.join(', ')}`,
  setChoices: (labels) => `Make the labels ${labels.join(', ')}`,
  setPrimaryKey: (columns) => `ADD PRIMARY KEY (${columns.join(', ')})`,
  addUnique: (index) => `Add ${describeIndex(index)}`,
  dropUnique: (index) => `Drop ${index.name ?? describeIndex(index)}`,
  setUniqueDeferrable: (words) => `Make the constraint ${words}`,
  addForeignKey: (key) => `ADD FOREIGN KEY (${key.columns.join(', ')}) REFERENCES ${key.references.table}`,
  dropForeignKey: (key) => `DROP CONSTRAINT ${key.name ?? ''}`.trim(),
  setTarget: (key) => `Make it REFERENCES ${key.references.table} (${key.references.columns.join(', ')})`,
  setOnDelete: (key) => `Give it ${actionWords('ON DELETE', key.onDelete)}`,
  setOnUpdate: (key) => `Give it ${actionWords('ON UPDATE', key.onUpdate)}`,
  setDeferrable: (key) => `Make it ${deferrableWords(key)}`,
  addCheck: (check) => `ADD CHECK (${isUnreadable(check.expression) ? '…' : check.expression})`,
  dropCheck: (check) => `DROP CONSTRAINT ${check.name ?? ''}`.trim(),
  setCheck: (expression) => `Make it CHECK (${expression})`,
  addExclusion: (exclusion) => `ADD EXCLUDE ${isUnreadable(exclusion.definition) ? '…' : exclusion.definition}`,
  dropExclusion: (exclusion) => `DROP CONSTRAINT ${exclusion.name ?? ''}`.trim(),
  addIndex: (index) => `CREATE INDEX ${describeIndex(index)}`,
  dropIndex: (index) => `DROP INDEX ${index.name ?? ''}`.trim(),
  setIndex: (index) => `Make it ${describeIndex(index)}`,
  setName: (name) => `Rename it to ${name}`,
});
