import type { Fact, Identity, ServerVersion } from '@canonical-schema/schema';
import type { SqlDialect } from '@canonical-schema/sql';
import type { VendorSql } from '../expressions/vendor';
import type { FieldKind, TypesOfFields } from '../fields/field-kind';
import type { FieldState } from '../fields/field-state';
import type { NameRules } from '../names';
import type { Features } from './features';
import type { Literals } from './literals';
import type { ServerNames } from './server-names';

/**
 * One of Django's database backends: what its wrapper, its features and its schema editor decide about tables. Whoever
 * emits, replays or renders asks this value; `backendOf` chooses it.
 */
export interface Backend {
  /** The SQL that its server speaks. */
  readonly sql: SqlDialect;
  /** Its version; none where nothing depends on it. */
  readonly server: ServerVersion;
  /** `connection.vendor`, which MySQL and MariaDB share. */
  readonly vendor: 'postgresql' | 'mysql' | 'sqlite';
  /** The dotted name of Django's package, as settings name it. */
  readonly engine: string;
  readonly names: NameRules;
  readonly types: ColumnTypes;
  readonly serverNames: ServerNames;
  readonly features: Features;
  readonly literals: Literals;
  readonly expressions: VendorSql;
}

/** What the columns of fields are. Source: `data_types` and their companions of the database wrapper. */
export interface ColumnTypes {
  /** Is the type that a class of one's own gives its column also what its values are taken for? */
  readonly decidesOutput: boolean;
  /** The type of a field's column, in the dialect's normal form. */
  of(field: FieldState, types: TypesOfFields): Fact<string>;
  /** The type of a column that points to the field: `rel_db_type`. */
  ofReference(field: FieldState, types: TypesOfFields): Fact<string>;
  /** The condition that stands behind the columns of such fields, over the quoted column; null for none. */
  check(kind: FieldKind, column: string): string | null;
  /** How the column counts up by itself. `isKey`: it alone is the primary key. */
  identity(field: FieldState, type: Fact<string>, isKey: boolean): Identity | null;
}
