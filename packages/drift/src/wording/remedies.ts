import type { Check, Column, Exclusion, ForeignKey, Index, Table } from '@canonical-schema/schema';

/** What a message calls a source, and how each misalignment is mended there, in that source's own words. */
export interface Remedies {
  /** As it stands after "in": `Django`, `the database`. */
  readonly side: string;
  /** Each is a clause that a message begins a sentence with: `Change max_length to 10`. */
  addTable(table: Table): string;
  dropTable(table: Table): string;
  renameTable(to: Table): string;
  addColumn(column: Column): string;
  dropColumn(column: Column): string;
  setType(from: string, to: string): string;
  setImplicitKey(to: string): string;
  setNullable(nullable: boolean): string;
  setDefault(sql: string | null): string;
  setPythonDefault(sql: string): string;
  /** Null where the source has no way to say it. */
  setIdentity(column: Column, from: Column): string | null;
  setGenerated(column: Column): string;
  setCollation(collation: string): string;
  setComment(of: 'table' | 'column', comment: string): string;
  setLabels(labels: readonly string[]): string;
  setChoices(labels: readonly string[]): string;
  setPrimaryKey(columns: readonly string[]): string;
  addUnique(index: Index): string;
  dropUnique(index: Index): string;
  setUniqueDeferrable(deferrable: string): string;
  addForeignKey(key: ForeignKey): string;
  dropForeignKey(key: ForeignKey): string;
  setTarget(key: ForeignKey): string;
  setOnDelete(key: ForeignKey): string;
  setOnUpdate(key: ForeignKey): string;
  setDeferrable(key: ForeignKey): string;
  addCheck(check: Check): string;
  dropCheck(check: Check): string;
  setCheck(expression: string): string;
  addExclusion(exclusion: Exclusion): string;
  dropExclusion(exclusion: Exclusion): string;
  addIndex(index: Index): string;
  dropIndex(index: Index): string;
  setIndex(index: Index): string;
  setName(name: string): string;
}
