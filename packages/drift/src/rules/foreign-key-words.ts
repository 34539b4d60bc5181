import { type ForeignKey, type TableRef, tableLabel } from '@canonical-schema/schema';
import { columnsLabel } from './departure';

/** `option_contracts (stock_id) REFERENCES stocks (id)`. */
export function foreignKeyLabel(table: TableRef, key: ForeignKey): string {
  return `The foreign key ${tableLabel(table)} ${columnsLabel(key.columns)} REFERENCES ${targetLabel(key)}`;
}

/** `stocks (id)`. */
export function targetLabel({ references }: ForeignKey): string {
  return `${tableLabel({ schema: references.schema, name: references.table })} ${columnsLabel(references.columns)}`;
}

/** A foreign key, as findings carry it in JSON. */
export function foreignKeyFact(key: ForeignKey): Record<string, unknown> {
  return { columns: key.columns, references: key.references, onDelete: key.onDelete, onUpdate: key.onUpdate };
}
