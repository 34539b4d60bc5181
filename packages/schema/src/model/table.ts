import type { Place } from '../text/place';
import type { Column } from './column';
import type { Check, Exclusion, ForeignKey, PrimaryKey, Unique } from './constraint';
import type { Index } from './index';

/** One table as PostgreSQL would hold it after its source was applied. */
export interface Table {
  readonly schema: string;
  readonly name: string;
  /** In the order the source creates them; order never matters to a comparison. */
  readonly columns: readonly Column[];
  readonly primaryKey: PrimaryKey | null;
  readonly uniques: readonly Unique[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly checks: readonly Check[];
  readonly exclusions: readonly Exclusion[];
  readonly indexes: readonly Index[];
  readonly comment: string | null;
  /** False where the ORM knows the table but does not create it (Django `managed = False`). */
  readonly managed: boolean;
  /** What the ORM side alone knows of the table; absent in SQL sources. */
  readonly orm?: OrmTable;
  /** Objects that this table may have besides those listed, because their source could not be read. */
  readonly unread: readonly UnreadPart[];
  readonly place: Place | null;
}

/** How an ORM came to this table. */
export interface OrmTable {
  /** The class, `Table()` variable or field that makes it: `options.Stock`, `Stock.tags`. */
  readonly model: string;
  /** Django's app label or the Python module: the owner in messages and for writers. */
  readonly owner: string;
  /** Did a person write the table's name (`db_table`, `__tablename__`)? */
  readonly nameGiven: boolean;
  /** True where Django made the `id` key because no field says `primary_key=True`. */
  readonly implicitKey: boolean;
  /** True where the class lies outside the workspace (an installed package): judged only where the SQL names it. */
  readonly external: boolean;
}

/** An object that could not be read: a missing object of that kind (and name, and columns) is not a finding. */
export interface UnreadPart {
  readonly kind: 'column' | 'primary-key' | 'unique' | 'foreign-key' | 'check' | 'exclusion' | 'index' | 'anything';
  readonly name: string | null;
  /** Null where not even these are known. */
  readonly columns: readonly string[] | null;
  readonly why: string;
  readonly place: Place | null;
}

/** A table's name with its schema. */
export interface TableRef {
  readonly schema: string;
  readonly name: string;
}

/** `stocks`, or `market.stocks` outside `public`: how messages and sorted lists name a table. */
export function tableLabel(table: TableRef): string {
  return table.schema === 'public' ? table.name : `${table.schema}.${table.name}`;
}
