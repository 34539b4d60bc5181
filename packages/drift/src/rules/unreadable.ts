import type { Place, Reading, Source, SourcedPlace, Table, Unread } from '@canonical-schema/schema';
import { type Alignment, type Judgement, type TablePair, tableKey } from '../align/alignment';
import { brokenTables } from '../align/broken-statements';
import { compareText } from '../align/pairing';
import { remade } from '../align/remade';
import type { Departure, Rule } from './rule';
import { type UnreadFact, unreadFactsOf } from './unread-facts';

/**
 * Everything that could not be read, each once: facts and parts of tables with what they may hide, then what a reading
 * lists besides. A source in which nothing was found is the whole of it unread.
 */
export const unreadableFact: Rule = {
  code: 'unreadable',
  over: 'judgement',
  judge: (judgement) => {
    const hidden = hiddenLabels(judgement);
    const { canonical, alignments } = judgement;
    const ofCanonical = factsOfCanonical(canonical, [], () =>
      canonical.schema.tables.flatMap((table) => factsOf(table, 'canonical', null)),
    );
    return [
      ...emptySources(judgement),
      ...ofReading(canonical, ofCanonical, new Set(), hidden),
      ...alignments.flatMap((alignment) => {
        const { facts, foreign } = factsOfAlignment(alignment, [], () => factsIn(alignment));
        return ofReading(alignment.reading, facts, foreign, hidden);
      }),
    ];
  },
};

const factsOfCanonical = remade<Reading, readonly UnreadFact[]>();
const factsOfAlignment = remade<Alignment, ReturnType<typeof factsIn>>();

function factsIn({ reading, tables, side }: Alignment) {
  const facts = tables.both.flatMap((pair) => factsOf(pair.actual, side.source, pair.canonical));
  const paired = new Set(tables.both.map((pair) => tableKey(pair.actual)));
  return { facts, foreign: foreignTables(reading, paired) };
}

const remadeFacts = remade<Table, readonly UnreadFact[]>();

function factsOf(table: Table, source: Source, counterpart: Table | null): readonly UnreadFact[] {
  return remadeFacts(table, [source, counterpart], () => unreadFactsOf(table, source, counterpart));
}

/** Installed packages' tables that the SQL does not name: nobody asked about them. */
function foreignTables(reading: Reading, paired: ReadonlySet<string>): ReadonlySet<string> {
  const external = reading.schema.tables.filter((table) => table.orm?.external === true);
  return new Set(external.map(tableKey).filter((key) => !paired.has(key)));
}

function emptySources({ canonical, alignments }: Judgement): Departure[] {
  const ofCanonical = canonical.schema.tables.length === 0 ? [emptySource('the SQL', 'canonical', 'canonical')] : [];
  const others = alignments.filter(({ isEmpty }) => isEmpty);
  return [...ofCanonical, ...others.map(({ side }) => emptySource(side.remedies.side, side.name, side.source))];
}

function emptySource(side: string, name: string, source: Source): Departure {
  return {
    subject: { kind: 'file', name },
    departs: source,
    severity: 'error',
    message: `No table was found in ${side}${name === 'canonical' ? '' : ` (${name})`}, so nothing was verified. Check the path in the options.`,
    places: [],
  };
}

function ofReading(
  reading: Reading,
  facts: readonly UnreadFact[],
  foreign: ReadonlySet<string>,
  hidden: ReadonlyMap<string, ReadonlySet<string>>,
): Departure[] {
  const lost = lostTables(reading);
  const isOf = (tables: ReadonlySet<string>, { table }: Unread) => table !== null && tables.has(tableKey(table));
  const unread = reading.unread.filter((entry) => !isOf(foreign, entry) && !isOf(lost, entry));
  const index = new FactIndex(facts);
  const remarked = remarkedLines(reading);
  const lone = unread.filter((entry) => index.factOf(entry) === undefined && !remarked.has(lineOf(entry.place)));
  const extents = new Map(unread.map((entry) => [index.factOf(entry), entry.extent]));
  const asked = facts.filter((fact) => fact.isAsked);
  return [
    ...ofOneCause(asked).map((cause) => ofFacts(cause, extents, hidden)),
    ...lone.map((entry) => ofEntry(entry, reading.source)),
  ];
}

/** Tables that only broken statements name: what later statements say of them is lost with these, and said with these. */
function lostTables(reading: Reading): ReadonlySet<string> {
  const broken = brokenTables(reading);
  if (broken.size === 0) return new Set();
  const standing = new Set(reading.schema.tables.map(tableKey));
  return new Set([...broken.keys()].filter((key) => !standing.has(key)));
}

/** Where statements stand that do not parse: each has its own finding already. */
function remarkedLines(reading: Reading): ReadonlySet<string> {
  const remarks = reading.remarks.filter((remark) => remark.code === 'syntax-error');
  return new Set(remarks.flatMap((remark) => remark.places.map(lineOf)));
}

function lineOf(place: Place): string {
  return `${place.path}:${place.line}`;
}

/** Finds the fact of a table that an entry of a reading's list speaks of, without going through all of them. */
class FactIndex {
  private readonly byTable = new Map<string, UnreadFact[]>();
  private readonly byFile = new Map<string, UnreadFact[]>();

  constructor(facts: readonly UnreadFact[]) {
    for (const fact of facts) {
      add(this.byTable, `${fact.why}\u0000${tableKey(fact.table)}`, fact);
      add(this.byFile, `${fact.why}\u0000${fact.place?.path ?? ''}`, fact);
    }
  }

  factOf(entry: Unread): UnreadFact | undefined {
    const { why, table, place } = entry;
    const ofTable = table === null ? undefined : this.byTable.get(`${why}\u0000${tableKey(table)}`);
    const ofFile = this.byFile.get(`${why}\u0000${place.path}`);
    return ofTable?.find((fact) => isOfSameTable(entry, fact)) ?? ofFile?.find((fact) => isWithin(place, fact.place));
  }
}

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

function isOfSameTable({ subject }: Unread, fact: UnreadFact): boolean {
  const { column } = fact.subject;
  return column === undefined || subject === null || subject.endsWith(column);
}

function isWithin(place: Place, object: Place | null): boolean {
  if (object === null || object.path !== place.path) return false;
  const isInside = object.span.start <= place.span.start && place.span.end <= object.span.end;
  return isInside || object.line === place.line;
}

/** Facts of one table that one expression made unreadable: one thing to mend, so one finding. */
function ofOneCause(facts: readonly UnreadFact[]): UnreadFact[][] {
  const causes = new Map<string, UnreadFact[]>();
  for (const fact of facts) add(causes, causeOf(fact), fact);
  return [...causes.values()].map((cause) => cause.sort(byWeight));
}

/** A fact of a column before parts that may be anything; else by label. */
function byWeight(a: UnreadFact, b: UnreadFact): number {
  const order = Number(a.mayBe !== null) - Number(b.mayBe !== null);
  return order === 0 ? compareText(a.label, b.label) : order;
}

function ofFacts(
  facts: readonly UnreadFact[],
  extents: ReadonlyMap<UnreadFact | undefined, Unread['extent']>,
  hidden: ReadonlyMap<string, ReadonlySet<string>>,
): Departure {
  const [first, ...others] = facts;
  if (first === undefined) throw new Error('A finding needs a fact.');
  const labels = [first.label, ...others.map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1))];
  const names = facts.flatMap((fact) => [...(hidden.get(hiddenKey(fact)) ?? [])]);
  const isWhole = facts.some((fact) => extents.get(fact) === 'whole');
  const unverified = [...new Set(names)].sort();
  const consequence = unverified.length === 0 ? 'It is not verified' : `Not verified: ${unverified.join('; ')}`;
  return {
    subject: first.subject,
    departs: first.source,
    severity: isWhole ? 'error' : 'warning',
    message: `${listed(labels)} could not be read: ${withoutStop(first.why)}. ${consequence}.`,
    places: placesAt(first.source, first.place),
  };
}

/** `a, b and c`. */
function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

function ofEntry(entry: Unread, source: Source): Departure {
  const { table, subject, extent, place } = entry;
  const label = subject ?? (table === null ? `A part of ${place.path}` : table.name);
  const name = subject ?? place.path;
  return {
    subject:
      table === null
        ? { kind: source === 'canonical' ? 'statement' : 'file', name }
        : { kind: 'table', schema: table.schema, table: table.name },
    departs: source,
    severity: extent === 'whole' ? 'error' : 'warning',
    message: `${label} could not be read: ${withoutStop(entry.why)}. It is not verified.`,
    places: placesAt(source, place),
  };
}

function placesAt(source: Source, place: Place | null): SourcedPlace[] {
  return place === null ? [] : [{ source, place }];
}

function withoutStop(why: string): string {
  return why.endsWith('.') ? why.slice(0, -1) : why;
}

const hidingIn = remade<Alignment, readonly TablePair[]>();

/** What each unread part may hide, over all readings. */
function hiddenLabels({ alignments }: Judgement): ReadonlyMap<string, ReadonlySet<string>> {
  const labels = new Map<string, Set<string>>();
  const hiding = alignments.flatMap((alignment) =>
    hidingIn(alignment, [], () => alignment.tables.both.filter((pair) => pair.hidden.length > 0)),
  );
  for (const pair of hiding) {
    for (const { part, on, label } of pair.hidden) {
      const source = on === 'canonical' ? 'canonical' : pair.side.source;
      const table = pair[on];
      const place = part.place ?? table.place;
      const key = hiddenKey({ table: pair.canonical, why: part.why, place, source, mayBe: part.kind });
      labels.set(key, (labels.get(key) ?? new Set()).add(label));
    }
  }
  return labels;
}

type Cause = Pick<UnreadFact, 'table' | 'why' | 'place' | 'source'>;

function hiddenKey(fact: Cause & Pick<UnreadFact, 'mayBe'>): string {
  return `${causeOf(fact)}\u0000${fact.mayBe ?? ''}`;
}

function causeOf({ table, why, place, source }: Cause): string {
  const at = place === null ? '' : `${place.path}:${place.span.start}`;
  return [tableKey(table), source, why, at].join('\u0000');
}
