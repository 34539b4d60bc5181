import type { Fact, Place, ReferentialAction, UnreadPart } from '@canonical-schema/schema';
import type { Value } from '../syntax/value';
import type { ListenedDdl } from './listened-ddl';

/**
 * Models as SQLAlchemy itself holds them once every module is imported: MetaData, tables, columns with its own types.
 * Reading builds this, emission turns it into what `create_all` makes of it.
 */
export interface ModelDescription {
  readonly tables: readonly TableDescription[];
  /** Sequences that belong to a MetaData by themselves. */
  readonly sequences: readonly SequenceDescription[];
  /** SQL that `create_all` runs besides, in order. */
  readonly ddl: readonly ListenedDdl[];
  /** The column that an expression is, whatever table holds it: a `Column(...)` itself, `Model.attribute`, `table.c.key`. */
  columnOf(value: Value): PlacedColumn | null;
  /** The first column that the text of a call names as `Model.attribute`: whose column a mixin's is, no value tells. */
  columnWritten(call: Place): PlacedColumn | null;
}

/** A column with the table that holds it. */
export interface PlacedColumn {
  readonly table: TableDescription;
  readonly column: ColumnDescription;
}

/** One `MetaData()`. Two tables belong to the same one when `identity` is equal. */
export interface MetaDataDescription {
  readonly identity: string;
  readonly schema: Fact<string | null>;
  readonly naming: Fact<NamingConvention>;
  /** The expression that makes it, where there is one. */
  readonly place?: Place;
}

/** `naming_convention=`: templates by kind, and tokens of the user's own (callables, whose text is unknown). */
export interface NamingConvention {
  readonly templates: ReadonlyMap<NamedKind, Fact<string>>;
  readonly customTokens: ReadonlySet<string>;
}

/** The abbreviations that naming conventions know. */
export type NamedKind = 'ix' | 'uq' | 'ck' | 'fk' | 'pk';

export interface TableDescription {
  readonly name: string;
  /** As given to `Table` (or inherited from its MetaData); null for PostgreSQL's search path. */
  readonly schema: string | null;
  readonly metadata: MetaDataDescription;
  /** The longest name that the dialect makes for what belongs to it, in characters. */
  readonly longestName: number;
  readonly columns: readonly ColumnDescription[];
  readonly constraints: readonly ConstraintDescription[];
  readonly indexes: readonly IndexDescription[];
  readonly comment: string | null;
  /** Keywords of the table, dialects' own among them: `sqlite_autoincrement`. */
  readonly options: ReadonlyMap<string, Value>;
  readonly model: string;
  readonly owner: string;
  readonly nameGiven: boolean;
  readonly external: boolean;
  readonly unread: readonly UnreadPart[];
  readonly place: Place;
}

export interface ColumnDescription {
  readonly name: string;
  /** How Python names it in `table.c`. */
  readonly key: string;
  /** The attribute that maps it, where it differs from `key`. */
  readonly attribute: string | null;
  readonly type: SqlType;
  /** Null where nothing was said: nullable, unless the column is of the primary key. */
  readonly nullable: Fact<boolean> | null;
  readonly primaryKey: Fact<boolean>;
  readonly autoincrement: Fact<boolean | 'auto' | 'ignore_fk'>;
  readonly serverDefault: ServerDefault;
  /** `default=` as Python has it; null for none. What it means in SQL depends on the column's type. */
  readonly pythonDefault: Value | null;
  /** `default=Sequence(...)` or a positional one: a sequence of its own, and no DEFAULT. */
  readonly sequence: SequenceDescription | null;
  readonly foreignKeys: readonly ColumnForeignKey[];
  readonly unique: Fact<boolean>;
  readonly index: Fact<boolean>;
  /** The index that GeoAlchemy makes for a column of a spatial type. */
  readonly spatialIndex: SpatialIndex | null;
  readonly checks: readonly CheckDescription[];
  readonly comment: string | null;
  readonly sortOrder: number;
  readonly place: Place;
}

/** A GiST index of two dimensions, of as many as there are, or of a raster's hull. */
export type SpatialIndex = 'plane' | 'every-dimension' | 'hull';

export interface SequenceDescription {
  readonly name: Fact<string>;
  readonly schema: string | null;
  /** `optional=True`: PostgreSQL makes the column serial instead. */
  readonly optional: boolean;
  readonly place: Place;
}

/** What stands behind DEFAULT or GENERATED in a column's DDL. */
export type ServerDefault =
  | { readonly kind: 'none' }
  /** The database fills the column in by means that SQLAlchemy does not create: `FetchedValue()`. */
  | { readonly kind: 'fetched' }
  | { readonly kind: 'sql'; readonly sql: SqlText }
  | { readonly kind: 'identity'; readonly always: Fact<boolean> }
  | { readonly kind: 'computed'; readonly sql: SqlText; readonly persisted: Fact<boolean | null> }
  | { readonly kind: 'unread'; readonly why: string };

/** SQL in which the table's columns stand under their quoted names; rendered when all columns are known. */
export type SqlText = (columns: ColumnResolver) => Fact<string>;

/** The columns that Python expressions name. */
export interface ColumnResolver {
  /** The column of this table under a string key; null for none. */
  named(key: string): ColumnDescription | null;
  /** The column that an expression is: the `Column(...)` itself, `Model.attribute`, `table.c.key`; null where it is none. */
  of(value: Value): ColumnDescription | null;
}

export type SqlType =
  /** A type by its text in the dialect's normal form. */
  | ({ readonly kind: 'plain'; readonly text: string; readonly collation: string | null } & BooleanOptions)
  | { readonly kind: 'array'; readonly item: SqlType }
  | ({ readonly kind: 'enum' } & EnumDescription)
  | ({ readonly kind: 'domain' } & DomainDescription)
  /** No type: a foreign key's column takes its target's. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unread'; readonly why: string };

/** What the generic `Boolean` says besides; absent for other types. */
export interface BooleanOptions {
  readonly boolean?: { readonly createConstraint: boolean; readonly name: string | null };
}

export interface EnumDescription {
  readonly name: string | null;
  readonly labels: Fact<readonly string[]>;
  readonly native: boolean;
  readonly createConstraint: boolean;
  /** False where the type is made elsewhere (`create_type=False`). */
  readonly createType: boolean;
  /** Of the varchar; null for no length, undefined for the longest label's. */
  readonly length: number | null | undefined;
  readonly schema: TypeSchema;
  readonly place: Place;
}

export interface DomainDescription {
  readonly name: string;
  readonly schema: TypeSchema;
  readonly dataType: SqlType;
  readonly notNull: boolean;
  readonly default: Fact<string | null>;
  readonly check: Fact<string | null>;
  readonly checkName: string | null;
  readonly place: Place;
}

/** Where a named type lives: said, the MetaData's, the table's (`inherit_schema`), or the search path's. */
export type TypeSchema =
  | { readonly from: 'given'; readonly schema: string | null }
  | { readonly from: 'metadata' }
  | { readonly from: 'table' };

/** What a person wrote as a name: nothing, a name that a convention may wrap, or a final one (`conv("…")`, `op.f`). */
export interface GivenName {
  readonly text: Fact<string | null>;
  readonly final: boolean;
}

/** A key of a constraint or index: Python's expression for it. */
export interface KeyTerm {
  readonly value: Value;
  readonly place: Place;
}

export type ConstraintDescription =
  | ({ readonly kind: 'primary-key'; readonly keys: readonly KeyTerm[] } & ConstraintOptions)
  | ({
      readonly kind: 'unique';
      readonly keys: readonly KeyTerm[];
      readonly nullsNotDistinct: boolean;
      readonly include: readonly KeyTerm[];
    } & ConstraintOptions)
  | ({
      readonly kind: 'foreign-key';
      readonly keys: readonly KeyTerm[];
      readonly targets: readonly ForeignKeyTarget[];
    } & ForeignKeyOptions)
  | ({ readonly kind: 'check' } & CheckDescription)
  | ({
      readonly kind: 'exclusion';
      readonly using: string;
      readonly elements: readonly {
        readonly term: KeyTerm;
        readonly operator: string;
        readonly opclass: string | null;
      }[];
      readonly where: SqlText | null;
    } & ConstraintOptions);

export interface ConstraintOptions {
  readonly name: GivenName;
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
  readonly place: Place;
}

export interface ForeignKeyOptions extends ConstraintOptions {
  readonly onDelete: Fact<ReferentialAction>;
  readonly onUpdate: Fact<ReferentialAction>;
  readonly match: 'simple' | 'full';
  /** Was MATCH written, in whatever form? */
  readonly matchGiven: boolean;
}

/** `ForeignKey(...)` within a column. */
export interface ColumnForeignKey extends ForeignKeyOptions {
  readonly target: ForeignKeyTarget;
}

/** `"schema.table.column"` as a string, or an expression that is a column. */
export type ForeignKeyTarget =
  | { readonly kind: 'string'; readonly text: string; readonly byName: boolean }
  /** `within` is the call that it is an argument of. */
  | { readonly kind: 'column'; readonly value: Value; readonly within: Place }
  | { readonly kind: 'unread'; readonly why: string };

export interface CheckDescription extends ConstraintOptions {
  readonly sql: SqlText;
}

export interface IndexDescription {
  readonly name: GivenName;
  readonly unique: boolean;
  readonly keys: readonly KeyTerm[];
  /** Options of the dialect: `postgresql_using`, `mysql_prefix`. */
  readonly using: string;
  readonly operatorClasses: ReadonlyMap<string, string>;
  readonly include: readonly KeyTerm[];
  readonly where: SqlText | null;
  readonly nullsNotDistinct: boolean;
  /** How much of its columns is indexed, by column or (a number) of all of them. */
  readonly lengths: ReadonlyMap<string, number> | number | null;
  readonly place: Place;
}
