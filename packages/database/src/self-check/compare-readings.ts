import {
  type Check,
  type Column,
  type Domain,
  dialectTraits,
  type EnumType,
  type Exclusion,
  type ForeignKey,
  type Index,
  isUnreadable,
  type PrimaryKey,
  type Reading,
  type Sequence,
  type Table,
  tableLabel,
  type Unique,
  type UnreadPart,
} from '@canonical-schema/schema';
import { withoutForeignKeyIndexes } from '@canonical-schema/sql';
import { meetingKey, type NamedOver } from './meeting-key';

/** One fact on which a reading and the catalog disagree. `undefined` stands for an object that one side lacks. */
export interface Difference {
  /** `stocks.symbol`, `stocks: index idx_stocks_symbol`. */
  readonly subject: string;
  readonly fact: string;
  readonly reading: unknown;
  readonly catalog: unknown;
}

/** What a comparison found, how much of the reading is right, and how much of it could not be compared. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** Facts that are as the catalog has them; that an object is there at all is one. */
  readonly equal: number;
  /** Facts that the reading calls unreadable: neither right nor wrong. */
  readonly unread: number;
}

/**
 * Holds a reading against the catalog that its source really makes: object by object, fact by fact, names included.
 * Only the tables for which `isOwn` says yes count on the catalog's side; tables that the ORM does not create do not
 * count on the reading's.
 */
export function compareReadings(reading: Reading, catalog: Reading, isOwn: (table: Table) => boolean): Comparison {
  const ledger = new Ledger();
  const { indexesForeignKeys } = dialectTraits[reading.dialect];
  const made = reading.schema.tables
    .filter((table) => table.managed && table.orm?.external !== true)
    // No catalog tells a written index from one that came with a key and has the name that it would have.
    .map((table) => (indexesForeignKeys ? { ...table, indexes: withoutForeignKeyIndexes(table) } : table));
  const unreadWhole = new Set(reading.unread.flatMap(({ table }) => (table === null ? [] : [tableLabel(table)])));
  const anyUnreadTable = reading.unread.some(({ extent, table }) => extent === 'whole' && table === null);
  pair(made, catalog.schema.tables.filter(isOwn), tableLabel, {
    both: (left, right) => compareTables(left, right, ledger),
    readingOnly: (table) => ledger.lacks('catalog', `table ${tableLabel(table)}`),
    catalogOnly: (table) => {
      if (anyUnreadTable || unreadWhole.has(tableLabel(table))) ledger.unread += factsOfTable(table);
      else ledger.lacks('reading', `table ${tableLabel(table)}`);
    },
  });
  compareTypes(reading, catalog, ledger);
  const { differences, equal, unread } = ledger;
  return { differences, equal, unread };
}

/** How many facts a table comes to. */
function factsOfTable(table: Table): number {
  const ledger = new Ledger();
  compareTables(table, table, ledger);
  return ledger.equal;
}

/** Collects what a comparison finds. */
class Ledger {
  readonly differences: Difference[] = [];
  equal = 0;
  unread = 0;

  lacks(side: 'reading' | 'catalog', subject: string): void {
    this.differences.push({
      subject,
      fact: 'existence',
      reading: side === 'reading' ? undefined : 'there',
      catalog: side === 'catalog' ? undefined : 'there',
    });
  }

  /** Facts of an object that both sides have, by name, the reading's first. */
  compare(subject: string, facts: Readonly<Record<string, readonly [unknown, unknown]>>): void {
    this.equal += 1;
    for (const [fact, [reading, catalog]] of Object.entries(facts)) {
      if (holdsUnreadable(reading)) this.unread += 1;
      else if (JSON.stringify(reading) === JSON.stringify(catalog)) this.equal += 1;
      else this.differences.push({ subject, fact, reading, catalog });
    }
  }
}

function holdsUnreadable(fact: unknown): boolean {
  if (Array.isArray(fact)) return fact.some(holdsUnreadable);
  if (typeof fact !== 'object' || fact === null) return false;
  return isUnreadable(fact) || Object.values(fact).some(holdsUnreadable);
}

interface Pairing<T> {
  both(reading: T, catalog: T): void;
  readingOnly(reading: T): void;
  catalogOnly(catalog: T): void;
}

/** Pairs objects by key, in the reading's order; equal keys meet in order. */
function pair<T>(reading: readonly T[], catalog: readonly T[], keyOf: (object: T) => string, found: Pairing<T>): void {
  const rest = new Map<string, T[]>();
  for (const object of catalog) rest.set(keyOf(object), [...(rest.get(keyOf(object)) ?? []), object]);
  for (const object of reading) {
    const partner = rest.get(keyOf(object))?.shift();
    if (partner === undefined) found.readingOnly(object);
    else found.both(object, partner);
  }
  for (const objects of rest.values()) for (const object of objects) found.catalogOnly(object);
}

function compareTables(reading: Table, catalog: Table, ledger: Ledger): void {
  const label = tableLabel(reading);
  ledger.compare(label, { comment: [reading.comment, catalog.comment] });
  pair(reading.columns, catalog.columns, ({ name }) => name, {
    both: (left, right) => ledger.compare(`${label}.${left.name}`, columnFacts(left, right)),
    readingOnly: ({ name }) => ledger.lacks('catalog', `${label}.${name}`),
    catalogOnly: ({ name }) => {
      if (isUnreadPart(reading.unread, 'column', name)) ledger.unread += 1;
      else ledger.lacks('reading', `${label}.${name}`);
    },
  });
  const compareKind = <T extends NamedOver>(
    kind: UnreadPart['kind'],
    left: readonly T[],
    right: readonly T[],
    facts: Facts<T>,
  ): void =>
    pair(left, right, meetingKey, {
      both: (a, b) => ledger.compare(`${label}: ${kind} ${a.name}`, factsOf(facts, a, b)),
      readingOnly: (a) => ledger.lacks('catalog', describe(label, kind, a)),
      catalogOnly: (b) => {
        if (isUnreadPart(reading.unread, kind, b.name)) ledger.unread += 1;
        else ledger.lacks('reading', describe(label, kind, b));
      },
    });
  compareKind('primary-key', listOf(reading.primaryKey), listOf(catalog.primaryKey), primaryKeyFacts);
  compareKind('unique', reading.uniques, catalog.uniques, uniqueFacts);
  compareKind('foreign-key', reading.foreignKeys, catalog.foreignKeys, foreignKeyFacts);
  compareKind('check', reading.checks, catalog.checks, checkFacts);
  compareKind('exclusion', reading.exclusions, catalog.exclusions, exclusionFacts);
  compareKind('index', reading.indexes, catalog.indexes, indexFacts);
}

const listOf = <T>(value: T | null): readonly T[] => (value === null ? [] : [value]);

/** An object that has no partner, with everything that may tell why. */
function describe(label: string, kind: string, object: { readonly name: string | null }): string {
  const { place, nameGiven, ...facts } = object as Record<string, unknown>;
  return `${label}: ${kind} ${object.name} ${JSON.stringify(facts)}`;
}

function isUnreadPart(parts: readonly UnreadPart[], kind: UnreadPart['kind'], name: string | null): boolean {
  return parts.some((part) => (part.kind === kind || part.kind === 'anything') && (part.name ?? name) === name);
}

type Facts<T> = Readonly<Record<string, (object: T) => unknown>>;

function factsOf<T>(facts: Facts<T>, left: T, right: T): Record<string, readonly [unknown, unknown]> {
  return Object.fromEntries(Object.entries(facts).map(([name, of]) => [name, [of(left), of(right)] as const]));
}

const columnFacts = (left: Column, right: Column): Record<string, readonly [unknown, unknown]> =>
  factsOf(columnFactTable, left, right);

const columnFactTable: Facts<Column> = {
  type: ({ type }) => type,
  nullable: ({ nullable }) => nullable,
  default: (column) => column.default,
  identity: ({ identity }) => identity,
  generated: ({ generated }) => generated,
  collation: ({ collation }) => collation,
  comment: ({ comment }) => comment,
};
const primaryKeyFacts: Facts<PrimaryKey> = { columns: ({ columns }) => columns };
const uniqueFacts: Facts<Unique> = {
  columns: ({ columns }) => columns,
  'nulls not distinct': ({ nullsNotDistinct }) => nullsNotDistinct,
  deferrable: ({ deferrable, initiallyDeferred }) => [deferrable, initiallyDeferred],
  include: ({ include }) => include,
};
const foreignKeyFacts: Facts<ForeignKey> = {
  columns: ({ columns }) => columns,
  references: ({ references: { schema, table, columns } }) => [schema, table, columns],
  'on delete': ({ onDelete }) => onDelete,
  'on update': ({ onUpdate }) => onUpdate,
  deferrable: ({ deferrable, initiallyDeferred }) => [deferrable, initiallyDeferred],
  match: ({ match }) => match,
};
const checkFacts: Facts<Check> = {
  expression: ({ expression }) => expression,
  columns: ({ expression, columns }) => (isUnreadable(expression) ? expression : [...columns].sort()),
};
const exclusionFacts: Facts<Exclusion> = { definition: ({ definition }) => definition };
const indexFacts: Facts<Index> = {
  unique: ({ unique }) => unique,
  method: ({ method }) => method,
  keys: ({ keys }) =>
    keys.map(({ of, opclass, collation, length, descending, nulls }) => [
      of.kind === 'column' ? of.column : of,
      opclass,
      collation,
      descending,
      nulls,
      ...(length === undefined ? [] : [length]),
    ]),
  include: ({ include }) => include,
  where: ({ where }) => where,
  'nulls not distinct': ({ nullsNotDistinct }) => nullsNotDistinct,
};
const enumFacts: Facts<EnumType> = { labels: ({ labels }) => labels };
const domainFacts: Facts<Domain> = {
  type: ({ type }) => type,
  'not null': ({ notNull }) => notNull,
  default: (domain) => domain.default,
  checks: ({ checks }) => checks.map(({ expression }) => expression).sort(),
};
const sequenceFacts: Facts<Sequence> = {
  owner: ({ ownedBy }) => ownedBy && [ownedBy.schema, ownedBy.table, ownedBy.column],
};

function compareTypes(reading: Reading, catalog: Reading, ledger: Ledger): void {
  const compareKind = <T extends { readonly schema: string; readonly name: string }>(
    kind: string,
    left: readonly T[],
    right: readonly T[],
    facts: Facts<T>,
  ): void =>
    pair(left, right, tableLabel, {
      both: (a, b) => ledger.compare(`${kind} ${tableLabel(a)}`, factsOf(facts, a, b)),
      readingOnly: (a) => ledger.lacks('catalog', `${kind} ${tableLabel(a)}`),
      catalogOnly: (b) => ledger.lacks('reading', `${kind} ${tableLabel(b)}`),
    });
  compareKind('enum', reading.schema.enums, catalog.schema.enums, enumFacts);
  compareKind('domain', reading.schema.domains, catalog.schema.domains, domainFacts);
  compareKind('sequence', reading.schema.sequences, catalog.schema.sequences, sequenceFacts);
}
