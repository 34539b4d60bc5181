import {
  type Column,
  type EnumType,
  type ForeignKey,
  isUnreadable,
  type Reading,
  type Table,
} from '@canonical-schema/schema';
import type { JudgedReading } from '../options';
import { remediesOf } from '../wording/remedies-of';
import { type Alignment, type Side, type TablePair, tableKey } from './alignment';
import { enumOf, pairColumns, surrounded, type Types, typesOf } from './columns';
import { alignObjects } from './objects';
import { compareText, type Pair, type Pairing } from './pairing';
import { pairTables } from './tables';

/** Aligns one reading with the canonical one: every lookup is made here, so that rules make none. Linear in both. */
export function align(canonical: Reading, judged: JudgedReading, external: ReadonlySet<string>): Alignment {
  const { reading, mirror, name } = judged;
  const side: Side = { source: reading.source, name, mirror, remedies: remediesOf(reading.source) };
  const types = typesOf(canonical.schema, reading.schema);
  const tables = pairTables(canonical, reading, external);
  const drafts = tables.both.map((pair) => ({ pair, columns: pairColumns(pair, types) }));
  const atlas = new Atlas(canonical, drafts);
  const isEmpty = tables.both.length === 0 && reading.schema.tables.every((table) => external.has(tableKey(table)));
  return {
    side,
    reading,
    tables: {
      both: drafts.map((draft) => alignTable(draft, side, atlas, types)),
      missing: isEmpty ? [] : tables.missing,
      extra: canonical.schema.tables.length === 0 ? [] : tables.extra,
    },
    enums: pairEnums(drafts, types),
    isEmpty,
  };
}

interface Draft {
  readonly pair: Pair<Table>;
  readonly columns: Pairing<Column>;
}

/** Where a foreign key of the actual side leads, in canonical names. */
class Atlas {
  private readonly canonicalTables: ReadonlySet<string>;
  private readonly pairs: ReadonlyMap<string, Draft>;
  private readonly references: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly columns = new Map<string, ReadonlyMap<string, Pair<Column>>>();

  constructor(canonical: Reading, drafts: readonly Draft[]) {
    this.canonicalTables = new Set(canonical.schema.tables.map(tableKey));
    this.pairs = new Map(drafts.map((draft) => [tableKey(draft.pair.actual), draft]));
    this.references = referencesOf(canonical);
  }

  /** The foreign key with the canonical name of the table that it references. */
  translated(key: ForeignKey): ForeignKey {
    const { references } = key;
    const target = this.pairs.get(tableKey({ schema: references.schema, name: references.table }))?.pair.canonical;
    if (target === undefined) return key;
    return { ...key, references: { ...references, schema: target.schema, table: target.name } };
  }

  /** The columns of a canonical table that foreign keys reference. */
  referenced(table: Table): ReadonlySet<string> {
    return this.references.get(tableKey(table)) ?? new Set();
  }

  /** Does the SQL describe the table that this translated foreign key references? */
  describes({ references }: ForeignKey): boolean {
    return this.canonicalTables.has(tableKey({ schema: references.schema, name: references.table }));
  }

  /** The pair of columns that a column of the actual side references. */
  target(column: string, keys: readonly ForeignKey[]): Pair<Column> | null {
    for (const { columns, references } of keys) {
      const position = columns.indexOf(column);
      const referenced = position < 0 ? undefined : references.columns[position];
      const key = tableKey({ schema: references.schema, name: references.table });
      const pair = referenced === undefined ? undefined : this.columnsOf(key).get(referenced);
      if (pair !== undefined) return pair;
    }
    return null;
  }

  private columnsOf(key: string): ReadonlyMap<string, Pair<Column>> {
    const known = this.columns.get(key);
    if (known !== undefined) return known;
    const pairs = this.pairs.get(key)?.columns.both ?? [];
    const columns = new Map(pairs.map((pair) => [pair.actual.name, pair]));
    this.columns.set(key, columns);
    return columns;
  }
}

function referencesOf(canonical: Reading): ReadonlyMap<string, ReadonlySet<string>> {
  const references = new Map<string, Set<string>>();
  for (const { references: target } of canonical.schema.tables.flatMap((table) => table.foreignKeys)) {
    const key = tableKey({ schema: target.schema, name: target.table });
    const columns = references.get(key) ?? new Set<string>();
    references.set(key, columns.add(target.columns.toSorted().join('\u0000')));
  }
  return references;
}

function alignTable({ pair, columns }: Draft, side: Side, atlas: Atlas, types: Types): TablePair {
  const { actual } = pair;
  const objects = alignObjects({
    pair,
    columns,
    domains: types.canonicalDomains,
    actualForeignKeys: actual.foreignKeys.map((key) => atlas.translated(key)),
  });
  const isAbroad = (key: ForeignKey) => !atlas.describes(key);
  const surround = (columnPair: Pair<Column>) =>
    surrounded(columnPair, pair, atlas.target(columnPair.actual.name, actual.foreignKeys), types);
  return {
    ...pair,
    ...objects,
    side,
    columns: { ...objects.columns, both: columns.both.map(surround) },
    foreignKeys: { ...objects.foreignKeys, extra: objects.foreignKeys.extra.filter((key) => !isAbroad(key)) },
    referenced: atlas.referenced(pair.canonical),
    foreignKeysAbroad: objects.foreignKeys.extra.filter(isAbroad),
  };
}

/** Enum types by name, as columns of both sides use them. */
function pairEnums(drafts: readonly Draft[], types: Types): Pair<EnumType>[] {
  const pairs = new Map<EnumType, Pair<EnumType>>();
  for (const { canonical, actual } of drafts.flatMap((draft) => draft.columns.both)) {
    if (isUnreadable(canonical.type) || canonical.type !== actual.type) continue;
    const canonicalEnum = enumOf(canonical, types.canonicalEnums);
    const actualEnum = enumOf(actual, types.actualEnums);
    if (canonicalEnum === undefined || actualEnum === undefined) continue;
    pairs.set(canonicalEnum, { canonical: canonicalEnum, actual: actualEnum });
  }
  return [...pairs.values()].sort((a, b) => compareText(a.canonical.name, b.canonical.name));
}
