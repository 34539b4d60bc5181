import { type Reading, type Table, tableLabel } from '@canonical-schema/schema';
import { tableKey } from './alignment';
import { isLedger } from './ledgers';
import { compareText, type Pair, type Pairing } from './pairing';
import { remade } from './remade';

/** Kinds of other objects that a model may stand over as if they were tables. */
const relationKinds: ReadonlySet<string> = new Set([
  'view',
  'materialized view',
  'materialised view',
  'foreign table',
  'partition',
]);

/**
 * Pairs tables by name (several models may stand over one table: each is compared), then one whose name the ORM made up with one of the same columns under another name.
 * Left out: installed packages' tables that the SQL does not name, models over views, ledgers of migration tools that
 * stand on one side only, and what may lie behind a class or statement that could not be read.
 */
export function pairTables(canonical: Reading, actual: Reading, external: ReadonlySet<string>): Pairing<Table> {
  const actualByKey = groupBy(actual.schema.tables, tableKey);
  const both: Pair<Table>[] = [];
  const missing: Table[] = [];
  for (const table of canonical.schema.tables) {
    const partners = actualByKey.get(tableKey(table));
    if (partners === undefined) missing.push(table);
    for (const partner of partners ?? []) both.push({ canonical: table, actual: partner });
    actualByKey.delete(tableKey(table));
  }
  const extra = [...actualByKey.values()].flat().filter((table) => !external.has(tableKey(table)));
  const relations = relationsOf(canonical);
  const renamed = pairRenamed(
    missing,
    extra.filter((table) => !relations.has(tableKey(table))),
  );
  const unreadActual = unreadTables(actual);
  const unreadCanonical = unreadTables(canonical);
  return {
    both: sortedByName([...both, ...renamed.both]),
    missing: renamed.missing.filter((table) => !isLedger(table) && !unreadActual.has(tableKey(table))),
    extra: renamed.extra.filter((table) => !isLedger(table) && !unreadCanonical.has(tableKey(table))),
  };
}

const externalIn = remade<readonly Table[], readonly string[]>();

/** Keys of the tables that installed packages bring along, in any of the readings: a database has them as well. */
export function externalTables(readings: readonly Reading[]): ReadonlySet<string> {
  return new Set(
    readings.flatMap(({ schema }) =>
      externalIn(schema.tables, [], () => schema.tables.filter((table) => table.orm?.external === true).map(tableKey)),
    ),
  );
}

/** Keys of tables that a whole class or statement which could not be read may describe. */
export function unreadTables(reading: Reading): ReadonlySet<string> {
  return new Set(reading.unread.flatMap(({ extent, table }) => (extent === 'whole' && table ? [tableKey(table)] : [])));
}

function relationsOf(reading: Reading): ReadonlySet<string> {
  const relations = reading.schema.others.filter((other) => relationKinds.has(other.kind));
  return new Set(relations.map((other) => tableKey({ schema: other.schema ?? 'public', name: other.name })));
}

function sortedByName(pairs: readonly Pair<Table>[]): readonly Pair<Table>[] {
  const labelled = pairs.map((pair) => ({ pair, label: tableLabel(pair.canonical) }));
  labelled.sort((a, b) => {
    const name = compareText(a.label, b.label);
    return name === 0 ? compareText(a.pair.actual.orm?.model ?? '', b.pair.actual.orm?.model ?? '') : name;
  });
  return labelled.map(({ pair }) => pair);
}

/** Groups of unpaired tables that have the same columns; a group pairs only where each side's choice is beyond doubt. */
function pairRenamed(missing: readonly Table[], extra: readonly Table[]): Pairing<Table> {
  const movable = extra.filter((table) => table.columns.length > 1);
  const candidates = groupBy(movable, columnsKey);
  const rivals = groupBy(missing, columnsKey);
  const both: Pair<Table>[] = [];
  for (const [key, actuals] of candidates) {
    both.push(...undoubtedPairs(rivals.get(key) ?? [], actuals));
  }
  const paired = new Set(both.flatMap((pair) => [pair.canonical, pair.actual]));
  const isLeft = (table: Table) => !paired.has(table);
  return { both, missing: missing.filter(isLeft), extra: extra.filter(isLeft) };
}

function undoubtedPairs(canonicals: readonly Table[], actuals: readonly Table[]): Pair<Table>[] {
  const [canonical] = canonicals;
  const [actual] = actuals;
  if (canonicals.length === 1 && actuals.length === 1 && canonical !== undefined && actual !== undefined) {
    return mayBeRenamed(canonical, actual) ? [{ canonical, actual }] : [];
  }
  const byResemblance = groupBy(actuals, (table) => resemblanceOf(table.orm?.model.split('.').pop() ?? table.name));
  return canonicals.flatMap((table) => {
    const alike = byResemblance.get(resemblanceOf(table.name)) ?? [];
    const [only] = alike;
    return alike.length === 1 && only !== undefined && mayBeRenamed(table, only)
      ? [{ canonical: table, actual: only }]
      : [];
  });
}

/** A name that nobody wrote, or the same name in another schema. */
function mayBeRenamed(canonical: Table, actual: Table): boolean {
  return actual.orm?.nameGiven === false || canonical.name === actual.name;
}

/** `OptionContract`, `option_contracts` and `optioncontract` alike: letters only, without a plural's end. */
function resemblanceOf(name: string): string {
  const letters = name.toLowerCase().replaceAll('_', '');
  return letters.endsWith('s') ? letters.slice(0, -1) : letters;
}

function columnsKey(table: Table): string {
  return table.columns
    .map((column) => column.name)
    .toSorted()
    .join('\u0000');
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
