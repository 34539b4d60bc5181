import { CatalogError, type Table, type TableRef, tableLabel } from '@canonical-schema/schema';
import type { Context } from '../fold/fold';
import type { AlterTableCmd } from '../parser/postgres';

/** What one action of an ALTER TABLE is carried out on. */
export interface Action {
  readonly ref: TableRef;
  readonly command: AlterTableCmd;
  readonly context: Context;
  /** `ALTER TABLE ONLY`: the tables that inherit from it stay as they are. */
  readonly only: boolean;
}

/** The table that an action is about. */
export function tableOf({ context, ref }: Action): Table {
  const table = context.catalog.table(ref);
  if (table === null) throw new CatalogError(`table ${tableLabel(ref)} does not exist`);
  return table;
}
