import type { Change, Column, ColumnAlteration } from '@canonical-schema/schema';
import type { Batch } from './batch';
import type { CallArguments } from './column-call';
import type { SourceColumn } from './source-column';
import type { TableTarget } from './table-target';

/** A column that is being altered. */
export interface Altering {
  readonly change: Extract<Change, { kind: 'alter-column' }>;
  readonly source: SourceColumn;
  readonly target: TableTarget;
  readonly batch: Batch;
  /** The column as it shall be. */
  readonly column: Column;
  readonly call: CallArguments;
  refuse(why: string): void;
}

/** Does an alteration set a fact? */
export function has(set: ColumnAlteration, fact: keyof ColumnAlteration): boolean {
  return set[fact] !== undefined;
}
