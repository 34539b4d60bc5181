import {
  type Column,
  type EnumType,
  type ForeignKey,
  isUnreadable,
  type Reading,
  type Schema,
  type Table,
} from '@canonical-schema/schema';
import { judgedDialect } from '../dialects';
import type { JudgedReading } from '../options';
import { type TypedTable, typeSteps } from '../repairs/enum-repair';
import { remediesOf } from '../wording/remedies-of';
import { type Alignment, type Side, type TablePair, tableKey } from './alignment';
import { Atlas, type Draft } from './atlas';
import { enumOf, pairColumns, surrounded, type Types, typesOf } from './columns';
import { inCaseOf } from './letter-case';
import { alignObjects } from './objects';
import { compareText, type Pair, pairByName } from './pairing';
import { remade } from './remade';
import { pairTables } from './tables';

/** Aligns one reading with the canonical one: every lookup is made here, so that rules make none. Linear in both. */
export function align(canonical: Reading, judged: JudgedReading, external: ReadonlySet<string>): Alignment {
  const { reading, mirror, name } = judged;
  // Of tables that lie outside the project only those matter that this reading has, too.
  const own = reading.schema.tables.map(tableKey).filter((key) => external.has(key));
  const from = [canonical, mirror, name, own.sort().join('\u0001')];
  return alignmentOf(reading, from, () => {
    // What a reading remarks, as on a migration that is missing, changes nothing of what is paired.
    const paired = [...from, reading.source, reading.dialect, ...reading.unread];
    const known = alignedSchema(reading.schema, paired, () => aligned(canonical, judged, new Set(own)));
    return { ...known, reading: { ...reading, schema: known.reading.schema } };
  });
}

const alignmentOf = remade<Reading, Alignment>();
const alignedSchema = remade<Schema, Alignment>();

function aligned(canonical: Reading, judged: JudgedReading, external: ReadonlySet<string>): Alignment {
  const { mirror, name } = judged;
  const reading = inCaseOf(canonical, judged.reading);
  const dialect = judgedDialect(canonical.dialect);
  const side: Side = { source: reading.source, name, mirror, remedies: remediesOf(reading.source, dialect), dialect };
  const types = typesOf(canonical.schema, reading.schema);
  const tables = pairTables(canonical, reading, external);
  const drafts = tables.both.map((pair) =>
    draftOf(pair.actual, [pair.canonical, ...types.from], () => ({ pair, columns: pairColumns(pair, types) })),
  );
  const atlas = new Atlas(canonical, drafts);
  const shared = sharedTables(tables.both);
  const isEmpty = tables.both.length === 0 && reading.schema.tables.every((table) => external.has(tableKey(table)));
  const typed = [...drafts.map(typedTable), ...tables.extra.map((actual) => ({ actual, columns: [] }))];
  const repaired = { typeSteps: sameSteps(reading, typeSteps(canonical.schema, reading.schema, side.source, typed)) };
  return {
    ...repaired,
    side,
    reading,
    tables: {
      both: drafts.map((draft) => {
        const isShared = shared.has(draft.pair.canonical);
        const from = [...surroundingsOf(draft, side, atlas, types), isShared, repaired.typeSteps];
        return pairOf(draft.pair.actual, from, () => ({
          ...alignTable(draft, side, atlas, types),
          ...repaired,
          isShared,
        }));
      }),
      missing: isEmpty ? [] : tables.missing,
      extra: canonical.schema.tables.length === 0 ? [] : tables.extra,
    },
    enums: pairEnums(drafts, types),
    isEmpty,
  };
}

const draftOf = remade<Table, Draft>();
const pairOf = remade<Table, TablePair>();

/** Everything that aligning a table looks at. */
function surroundingsOf(draft: Draft, side: Side, atlas: Atlas, types: Types): readonly unknown[] {
  const { pair, columns } = draft;
  const { canonical, actual } = pair;
  const keys = actual.foreignKeys.map((key) => atlas.referencedTable(key));
  const around: unknown[] = [];
  for (const column of atlas.linked(draft)) {
    around.push(column, atlas.target(column));
    for (const follower of atlas.followers(column)) around.push(follower.table, follower.column);
  }
  const of = [side.source, side.name, side.mirror, side.dialect, canonical, columns, atlas.referencedText(canonical)];
  return [...of, ...types.from, keys.length, ...keys, ...around];
}

/** Steps that say the same are the same: tables are compared anew where they are not. */
function sameSteps(reading: Reading, steps: Alignment['typeSteps']): Alignment['typeSteps'] {
  const text = JSON.stringify([...steps]);
  const known = lastSteps.get(reading.source);
  if (known?.text === text) return known.steps;
  lastSteps.set(reading.source, { text, steps });
  return steps;
}

const lastSteps = new Map<Reading['source'], { readonly text: string; readonly steps: Alignment['typeSteps'] }>();

function typedTable({ pair: { actual }, columns }: Draft): TypedTable {
  return { actual, columns: columns.both };
}

/** The canonical tables that several tables of the other side stand over. */
function sharedTables(pairs: readonly Pair<Table>[]): ReadonlySet<Table> {
  const seen = new Set<Table>();
  return new Set(
    pairs.flatMap(({ canonical }) => {
      const isAgain = seen.has(canonical);
      seen.add(canonical);
      return isAgain ? [canonical] : [];
    }),
  );
}

function alignTable(
  { pair, columns }: Draft,
  side: Side,
  atlas: Atlas,
  types: Types,
): Omit<TablePair, 'isShared' | 'typeSteps'> {
  const { actual } = pair;
  const objects = alignObjects({
    pair,
    columns,
    domains: types.canonicalDomains,
    actualForeignKeys: actual.foreignKeys.map((key) => atlas.translated(key)),
  });
  const isAbroad = (key: ForeignKey) => !atlas.describes(key);
  const declared = declaredColumns(pair, types);
  const surround = (columnPair: Pair<Column>) =>
    surrounded(
      columnPair,
      pair,
      atlas.target(columnPair),
      types,
      side.dialect,
      atlas.followers(columnPair),
      declared?.get(columnPair.canonical.name) ?? columnPair,
    );
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

/** The columns as both sides say them, by name; null where no domain makes something else of any. */
function declaredColumns({ canonical, actual }: Pair<Table>, types: Types): ReadonlyMap<string, Pair<Column>> | null {
  if (types.canonicalDomains.size + types.actualDomains.size === 0) return null;
  return new Map(pairByName(canonical.columns, actual.columns).both.map((own) => [own.canonical.name, own]));
}

/** Enum types by name, as columns of both sides use them. */
function pairEnums(drafts: readonly Draft[], types: Types): Pair<EnumType>[] {
  if (types.canonicalEnums.size === 0 || types.actualEnums.size === 0) return [];
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
