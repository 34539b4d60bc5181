import type { Seeded } from './seeded';
import type { Style } from './styles';

/** A type in the four descriptions. */
export interface ColumnKind {
  readonly sql: string;
  /** Django's field and its arguments. */
  readonly field: readonly [name: string, ...args: string[]];
  /** SQLAlchemy's type and its arguments. */
  readonly type: readonly [name: string, ...args: string[]];
  /** What `Mapped[…]` holds. */
  readonly python: string;
}

const varchar = (length: number): ColumnKind => ({
  sql: `varchar(${length})`,
  field: ['CharField', `max_length=${length}`],
  type: ['String', `${length}`],
  python: 'str',
});
const numeric = (precision: number, scale: number): ColumnKind => ({
  sql: `numeric(${precision}, ${scale})`,
  field: ['DecimalField', `max_digits=${precision}`, `decimal_places=${scale}`],
  type: ['Numeric', `${precision}`, `${scale}`],
  python: 'Decimal',
});
const plain = (sql: string, field: string, type: string, python: string): ColumnKind => ({
  ...{ sql, python },
  field: [field],
  type: [type],
});
const text = plain('text', 'TextField', 'Text', 'str');
const integer = plain('integer', 'IntegerField', 'Integer', 'int');
const bigint = plain('bigint', 'BigIntegerField', 'BigInteger', 'int');
const boolean = plain('boolean', 'BooleanField', 'Boolean', 'bool');
const date = plain('date', 'DateField', 'Date', 'date');
const jsonb = plain('jsonb', 'JSONField', 'JSONB', 'dict');
const moment: ColumnKind = {
  sql: 'timestamp with time zone',
  field: ['DateTimeField'],
  type: ['DateTime', 'timezone=True'],
  python: 'datetime',
};

/** A column as all four descriptions have it. */
export interface SeededColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  /** A number, the same in SQL and Python. */
  readonly default?: number;
  readonly comment?: string;
  /** The table that it references by its key; the name ends with `_id`. */
  readonly references?: string;
}

/** A table as all four descriptions have it. */
export interface SeededTable {
  readonly name: string;
  readonly model: string;
  readonly app: string;
  readonly columns: readonly SeededColumn[];
  readonly indexes: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly uniques: readonly { readonly name: string; readonly columns: readonly string[] }[];
  /** Columns that are at least this. */
  readonly checks: readonly { readonly name: string; readonly column: string; readonly least: number }[];
  readonly comment?: string;
}

/** Which name each part has in one workspace: the changes are about these. */
export type Roles = Readonly<
  Record<'parent' | 'child' | 'other' | 'leaf' | 'spare' | 'short' | 'parentNoun' | keyof typeof columnsOf, string>
>;

/** The tables of a workspace, parents first, and the names that were chosen for their parts. */
export interface SeededTables {
  readonly tables: readonly SeededTable[];
  readonly roles: Roles;
  readonly apps: readonly string[];
}

const nounsOf = {
  parent: ['author', 'clinic', 'depot', 'vendor'],
  child: ['book', 'visit', 'parcel', 'ticket'],
  other: ['loan', 'invoice', 'booking', 'payment'],
  leaf: ['note', 'remark', 'photo', 'alarm'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

const columnsOf = {
  widened: ['title', 'label', 'heading'],
  grown: ['pages', 'weight', 'mileage'],
  refined: ['price', 'fee', 'charge'],
  required: ['ward', 'dock', 'shelf'],
  relaxed: ['printed_on', 'opened_on', 'packed_on'],
  defaulted: ['copies', 'level', 'floors'],
  switched: ['is_open', 'is_public', 'is_frozen'],
  renamed: ['summary', 'abstract_text', 'outline'],
  ruled: ['rating', 'rank_no', 'score'],
  dropped: ['shade', 'colour', 'tone'],
  droppedWithIndex: ['zone', 'region', 'area'],
  indexed: ['seen_at', 'moved_at', 'touched_at'],
  code: ['code', 'slug_text', 'reference'],
  amount: ['amount', 'total', 'volume'],
  loose: ['keeper_id', 'holder_id', 'helper_id'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

/** Tables whose every part is there for one change. */
export function seededTables(seeded: Seeded, style: Style): SeededTables {
  const apps = seeded.shuffled(['catalogue', 'desk', 'stock_room']).slice(0, style.apps);
  const appAt = (at: number) => apps[at % apps.length] ?? 'catalogue';
  const nouns = chosen(seeded, nounsOf);
  const c = chosen(seeded, columnsOf);
  const tableOf = (noun: string, at: number) => (style.meta === 'always' ? `${noun}s` : `${appAt(at)}_${noun}`);
  const head = (role: keyof typeof nounsOf, at: number) => ({
    ...{ name: tableOf(nouns[role], at), app: appAt(at) },
    model: `${nouns[role][0]?.toUpperCase()}${nouns[role].slice(1)}`,
    ...{ indexes: [], uniques: [], checks: [] },
  });
  const column = (name: string, kind: ColumnKind, more: Partial<SeededColumn> = {}): SeededColumn => ({
    ...{ name, kind, nullable: true },
    ...more,
  });
  const required = { nullable: false };
  const parent: SeededTable = {
    ...head('parent', 0),
    columns: [column('name', varchar(60), required), column('founded_on', date), column('contact', varchar(80))],
  };
  const shorts = { child: nouns.child.slice(0, 6) };
  const child: SeededTable = {
    ...head('child', 0),
    columns: [
      column(`${nouns.parent}_id`, bigint, { ...required, references: parent.name }),
      ...seeded.shuffled([
        column(c.widened, varchar(40), { ...required, comment: 'What it is called' }),
        column(c.grown, integer),
        column(c.refined, numeric(8, 2)),
        column(c.required, varchar(20)),
        column(c.relaxed, date, required),
        column(c.defaulted, integer, { ...required, default: 1 }),
        column(c.switched, boolean, required),
        column(c.renamed, text),
        column(c.ruled, integer, required),
        column(c.dropped, text),
        column(c.droppedWithIndex, varchar(12)),
        column(c.indexed, moment),
      ]),
    ],
    indexes: [
      { name: `idx_${shorts.child}_${nouns.parent}`, columns: [`${nouns.parent}_id`] },
      { name: `idx_${shorts.child}_${c.droppedWithIndex}`, columns: [c.droppedWithIndex] },
      { name: `idx_${shorts.child}_${c.indexed}`, columns: [c.indexed, c.ruled] },
    ],
    uniques: [{ name: `uq_${shorts.child}_${c.ruled}`, columns: [c.ruled, c.widened] }],
    checks: [{ name: `ck_${shorts.child}_${c.ruled}`, column: c.ruled, least: 0 }],
    comment: 'The things themselves',
  };
  const other: SeededTable = {
    ...head('other', 1),
    columns: [
      column(c.code, varchar(30), required),
      column(c.amount, integer),
      column(c.loose, bigint),
      column('paid_at', moment, required),
      column('details', jsonb),
    ],
  };
  const leaf: SeededTable = { ...head('leaf', 2), columns: [column('body', text, required), column('place', integer)] };
  const spare: SeededTable = {
    ...head('leaf', 2),
    ...{ name: tableOf('shift', 2), model: 'Shift' },
    columns: [column('starts_on', date, required), column('hours', integer)],
    indexes: [{ name: 'idx_shift_starts', columns: ['starts_on'] }],
  };
  const roles: Roles = {
    ...c,
    ...{ parent: parent.name, child: child.name, other: other.name, leaf: leaf.name, spare: spare.name },
    ...{ short: shorts.child, parentNoun: nouns.parent },
  };
  return { tables: [parent, child, other, leaf, spare], roles, apps };
}

function chosen<K extends string>(
  seeded: Seeded,
  pools: Readonly<Record<K, readonly [string, ...string[]]>>,
): Readonly<Record<K, string>> {
  const entries = Object.entries<readonly [string, ...string[]]>(pools);
  return Object.fromEntries(entries.map(([role, pool]) => [role, seeded.one(pool)])) as Record<K, string>;
}
