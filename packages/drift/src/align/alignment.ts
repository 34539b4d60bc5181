import type {
  Check,
  Column,
  EnumType,
  Exclusion,
  Fact,
  ForeignKey,
  Index,
  PrimaryKey,
  Reading,
  Source,
  Table,
  TableRef,
  UnreadPart,
} from '@canonical-schema/schema';
import type { JudgedDialect } from '../dialects';
import type { JudgedReading } from '../options';
import type { Repair } from '../repairs/repair';
import type { Remedies } from '../wording/remedies';
import type { Pair, Pairing } from './pairing';
import type { UniquenessRule } from './uniqueness';

/** Everything that rules look at: the canonical reading, and each other one aligned with it. */
export interface Judgement {
  readonly canonical: Reading;
  readonly alignments: readonly Alignment[];
}

/** Who is held against the SQL. */
export interface Side {
  readonly source: Source;
  readonly name: string;
  readonly mirror: JudgedReading['mirror'];
  readonly remedies: Remedies;
  /** The canonical reading's. */
  readonly dialect: JudgedDialect;
}

/** One reading, paired with the canonical one object by object. */
export interface Alignment {
  readonly side: Side;
  readonly reading: Reading;
  readonly tables: Pairing<Table, TablePair>;
  /** Enum types that a column of both sides has, each once. */
  readonly enums: readonly Pair<EnumType>[];
  /** What has to be done about a type of the SQL before a column of the other side can have it, by its text. */
  readonly typeSteps: ReadonlyMap<string, Repair>;
  /** True where the reading has no table that could be compared. */
  readonly isEmpty: boolean;
}

/** One table on both sides. Objects of an unmanaged model that are not judged are in no pairing. */
export interface TablePair extends Pair<Table> {
  readonly side: Side;
  readonly columns: Pairing<Column, ColumnPair>;
  readonly primaryKey: Pair<PrimaryKey | null>;
  readonly uniqueness: Pairing<UniquenessRule>;
  /** References of the actual side are said in canonical table names. */
  readonly foreignKeys: Pairing<ForeignKey, ForeignKeyPair>;
  /** Extra foreign keys to tables that the SQL does not describe: installed packages' tables. */
  readonly foreignKeysAbroad: readonly ForeignKey[];
  readonly checks: Pairing<Check>;
  readonly exclusions: Pairing<Exclusion>;
  readonly indexes: Pairing<Index>;
  /** Columns of this table that foreign keys of the SQL reference, sorted and joined with NUL. */
  readonly referenced: ReadonlySet<string>;
  /** Objects on one side only that an unread part of the other side may be: not findings. */
  readonly hidden: readonly Hidden[];
  /** Do several tables of the other side, such as two models, stand over the canonical one? */
  readonly isShared: boolean;
  /** The alignment's own. */
  readonly typeSteps: ReadonlyMap<string, Repair>;
}

/** One column on both sides, with everything that its rules ask about its surroundings. */
export interface ColumnPair extends Pair<Column> {
  /** The column that a foreign key of this one references, on both sides. */
  readonly target: Pair<Column> | null;
  /** The labels of the native enum that is this column's type. */
  readonly labels: Pair<Fact<readonly string[]> | null>;
  /** Is it the key that Django makes where no field says `primary_key=True`? */
  readonly isImplicitKey: boolean;
  /** Is that the key of a table that Django makes for a ManyToManyField? */
  readonly isJoinTableKey: boolean;
  /** The columns as declared; the pair itself counts what a domain adds where the other side does not have it. */
  readonly declared: Pair<Column>;
  /** The columns whose foreign keys reference this one, or another one of these, and that have its type on both sides. */
  readonly followers: readonly Follower[];
}

/** A column that takes its type from the one that it references, with its table on the other side. */
export interface Follower {
  readonly table: Table;
  readonly column: Pair<Column>;
}

/** One foreign key on both sides. */
export type ForeignKeyPair = Pair<ForeignKey>;

/** An object that may or may not be missing. */
export interface Hidden {
  readonly part: UnreadPart;
  /** The side that could not be read. */
  readonly on: 'canonical' | 'actual';
  /** As a person names it: `index idx_stocks_symbol (symbol)`. */
  readonly label: string;
}

/** The key under which tables are found: schema and name. */
export function tableKey(table: TableRef): string {
  return `${table.schema}\u0000${table.name}`;
}
