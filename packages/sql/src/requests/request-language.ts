import type { Column, Schema, Table, TableRef } from '@canonical-schema/schema';
import type { DdlLanguage } from '../ddl/ddl-language';
import type { AlterColumnRequest } from './change-request';
import type { IndexKeyRequest } from './fragments';

/** An index that is asked for, its parts read and written. */
export interface RequestedIndex {
  readonly name: string | null;
  readonly table: TableRef;
  readonly unique: boolean;
  readonly method: string;
  readonly keys: readonly string[];
  readonly include: readonly string[];
  readonly where: string | null;
}

/** How a dialect reads what is asked for, and words it: whatever a value holds, it can only be what it is meant to be. */
export interface RequestLanguage {
  readonly label: string;
  readonly ddl: DdlLanguage;
  /** A type in normal form. Throws `RequestError`, as all of these. */
  typeOf(text: string): string;
  /** A type as a definition takes it. */
  typeSql(text: string): string;
  /** An expression that is one expression wherever it is put. */
  expressionSql(text: string): string;
  /** A DEFAULT; `type` is in normal form, null where it is not known. */
  defaultSql(text: string, type: string | null, schema: Schema): string;
  /** One key of an index. */
  indexKeyOf(text: string, columns: readonly { readonly name: string }[]): IndexKeyRequest;
  /** CREATE INDEX without its semicolon. */
  createIndex(index: RequestedIndex): string;
  /** An index as DROP INDEX names it. */
  indexText(name: string, table: Table): string;
  /** What a key's option names besides types, with PRIMARY KEY. */
  readonly keys: { readonly [option in string]?: string };
  readonly hasCascade: boolean;
  readonly hasDeferral: boolean;
  /** Can a constraint behind its column have a name? */
  readonly namesInline: boolean;
  /** The statements that alter a column by its whole definition; null where each fact has a statement of its own. */
  readonly altered: ((request: AlterColumnRequest, column: Column, table: Table, schema: Schema) => string[]) | null;
}
