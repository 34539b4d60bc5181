import type { Fact } from '../fact';
import type { Place } from '../text/place';

/** One column as PostgreSQL would hold it. */
export interface Column {
  readonly name: string;
  /** As PostgreSQL's `format_type` prints it: `character varying(50)`, `numeric(10,2)`, `text[]`; see `formatType`. */
  readonly type: Fact<string>;
  readonly nullable: Fact<boolean>;
  /** Normalised SQL of the database's DEFAULT, null for none; an owned `nextval` is `identity: 'serial'` instead. */
  readonly default: Fact<string | null>;
  /** What the ORM itself puts into an INSERT; null for nothing; absent in SQL sources. */
  readonly pythonDefault?: Fact<PythonDefault | null>;
  readonly identity: Identity | null;
  readonly generated: Fact<Generated | null>;
  /** As written in a COLLATE clause; null for the type's own. */
  readonly collation: Fact<string | null>;
  readonly comment: string | null;
  /** Django `choices` or the labels of a non-native Enum, as stored; null or absent where there are none. */
  readonly choices?: readonly string[] | null;
  /** The type under a domain, printed like `type`. */
  readonly baseType?: string | null;
  readonly place: Place | null;
}

/** How an integer column counts up by itself: an identity, or a DEFAULT from a sequence that the column owns. */
export type Identity = 'by default' | 'always' | 'serial';

/** A generated column's expression, normalised. */
export interface Generated {
  readonly expression: string;
  readonly kind: 'stored' | 'virtual';
}

/**
 * A value that Python supplies. `value`: a constant or a known function in its SQL form (`0`, `'x'`, `now()`,
 * `gen_random_uuid()`, `'{}'`), normalised like a DEFAULT. `callable`: some other function, by its dotted name.
 * `fetched`: SQLAlchemy's `FetchedValue`, which leaves the value to the database.
 */
export type PythonDefault =
  | { readonly kind: 'value'; readonly sql: string }
  | { readonly kind: 'callable'; readonly name: string }
  | { readonly kind: 'fetched' };
