import type { Column, ForeignKey, Reading, Table } from '@canonical-schema/schema';
import { type Follower, tableKey } from './alignment';
import type { Pair, Pairing } from './pairing';
import { remade } from './remade';

/** Two tables with their columns paired. */
export interface Draft {
  readonly pair: Pair<Table>;
  readonly columns: Pairing<Column>;
}

/** A column that a foreign key has, and the columns that it may reference, as the actual side names them. */
interface Link {
  readonly column: Pair<Column>;
  readonly to: readonly { readonly table: string; readonly column: string }[];
}

/** Where a foreign key of the actual side leads, in canonical names. */
export class Atlas {
  private readonly canonicalTables: ReadonlySet<string>;
  private readonly pairs: ReadonlyMap<string, Draft>;
  private readonly references: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly targets: ReadonlyMap<Pair<Column>, Pair<Column>>;
  private readonly followersOf = new Map<Pair<Column>, Follower[]>();
  private readonly linkedIn = new Map<Draft, Set<Pair<Column>>>();

  constructor(canonical: Reading, drafts: readonly Draft[]) {
    this.canonicalTables = keysOf(canonical, [], () => new Set(canonical.schema.tables.map(tableKey)));
    this.pairs = new Map(drafts.map((draft) => [tableKey(draft.pair.actual), draft]));
    this.references = remadeReferences(canonical, [], () => referencesOf(canonical));
    const found = this.targetsOf(drafts);
    this.targets = withoutCircles(new Map(found.map(({ column, target }) => [column, target])));
    for (const { draft, targetDraft, column, target } of found) {
      this.linkedTo(draft).add(column);
      this.linkedTo(targetDraft).add(target);
      this.noteFollower({ table: draft.pair.actual, column });
    }
  }

  /** The foreign key with the canonical name of the table that it references. */
  translated(key: ForeignKey): ForeignKey {
    const { references } = key;
    const target = this.pairs.get(referenceKey(references))?.pair.canonical;
    if (target === undefined) return key;
    return { ...key, references: { ...references, schema: target.schema, table: target.name } };
  }

  /** The canonical table that a foreign key references; where no table of the other side is paired with it, whether there is one. */
  referencedTable({ references }: ForeignKey): Table | boolean {
    const key = referenceKey(references);
    return this.pairs.get(key)?.pair.canonical ?? this.canonicalTables.has(key);
  }

  /** The columns of a pair of tables that reference others, or are referenced. */
  linked(draft: Draft): ReadonlySet<Pair<Column>> {
    return this.linkedIn.get(draft) ?? noPairs;
  }

  /** The columns of a canonical table that foreign keys reference. */
  referenced(table: Table): ReadonlySet<string> {
    return this.references.get(tableKey(table)) ?? new Set();
  }

  /** The same as one text. */
  referencedText(table: Table): string {
    const referenced = this.references.get(tableKey(table));
    return referenced === undefined ? '' : [...referenced].join('\u0001');
  }

  /** Does the SQL describe the table that this translated foreign key references? */
  describes({ references }: ForeignKey): boolean {
    return this.canonicalTables.has(tableKey({ schema: references.schema, name: references.table }));
  }

  /** The pair of columns that a column of the actual side references; none where that leads back to itself. */
  target(pair: Pair<Column>): Pair<Column> | null {
    return this.targets.get(pair) ?? null;
  }

  /** The columns that take their type from a pair of columns, directly or through others. */
  followers(pair: Pair<Column>): readonly Follower[] {
    const direct = this.followersOf.get(pair);
    if (direct === undefined) return none;
    const found = new Map<Pair<Column>, Follower>();
    const waiting = [...direct];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next.column === pair || found.has(next.column)) continue;
      found.set(next.column, next);
      waiting.push(...(this.followersOf.get(next.column) ?? []));
    }
    return [...found.values()];
  }

  private noteFollower(follower: Follower): void {
    const { column } = follower;
    const target = this.target(column);
    if (target === null) return;
    if (target.canonical.type !== column.canonical.type || target.actual.type !== column.actual.type) return;
    const known = this.followersOf.get(target);
    if (known === undefined) this.followersOf.set(target, [follower]);
    else known.push(follower);
  }

  private linkedTo(draft: Draft): Set<Pair<Column>> {
    const known = this.linkedIn.get(draft);
    if (known !== undefined) return known;
    const linked = new Set<Pair<Column>>();
    this.linkedIn.set(draft, linked);
    return linked;
  }

  private targetsOf(drafts: readonly Draft[]) {
    return drafts.flatMap((draft) =>
      linksOf(draft).flatMap(({ column, to }) => {
        for (const { table, column: name } of to) {
          const targetDraft = this.pairs.get(table);
          const target = targetDraft === undefined ? undefined : columnsOf(targetDraft).get(name);
          if (targetDraft !== undefined && target !== undefined) return [{ draft, column, targetDraft, target }];
        }
        return [];
      }),
    );
  }
}

const noPairs: ReadonlySet<Pair<Column>> = new Set();
const keysOf = remade<Reading, ReadonlySet<string>>();
const remadeReferences = remade<Reading, ReadonlyMap<string, ReadonlySet<string>>>();
const columnsByName = remade<Pairing<Column>, ReadonlyMap<string, Pair<Column>>>();
const remadeLinks = remade<Pairing<Column>, readonly Link[]>();
const referenceKeys = remade<ForeignKey['references'], string>();

function referenceKey(references: ForeignKey['references']): string {
  return referenceKeys(references, [], () => tableKey({ schema: references.schema, name: references.table }));
}

/** The pairs of columns of two tables by their name on the actual side. */
function columnsOf({ columns }: Draft): ReadonlyMap<string, Pair<Column>> {
  return columnsByName(columns, [], () => new Map(columns.both.map((pair) => [pair.actual.name, pair])));
}

function linksOf({ pair, columns }: Draft): readonly Link[] {
  const { foreignKeys } = pair.actual;
  if (foreignKeys.length === 0) return noLinks;
  return remadeLinks(columns, [foreignKeys], () =>
    columns.both.flatMap((column) => {
      const to = foreignKeys.flatMap((key) => {
        const referenced = key.references.columns[key.columns.indexOf(column.actual.name)];
        return referenced === undefined ? [] : [{ table: referenceKey(key.references), column: referenced }];
      });
      return to.length === 0 ? [] : [{ column, to }];
    }),
  );
}

const noLinks: readonly Link[] = [];

const none: readonly Follower[] = [];

function referencesOf(canonical: Reading): ReadonlyMap<string, ReadonlySet<string>> {
  const references = new Map<string, Set<string>>();
  for (const { references: target } of canonical.schema.tables.flatMap((table) => table.foreignKeys)) {
    const key = tableKey({ schema: target.schema, name: target.table });
    const columns = references.get(key) ?? new Set<string>();
    references.set(key, columns.add(target.columns.toSorted().join('\u0000')));
  }
  return references;
}

/** Columns that reference each other in a circle have no first one to take a type from. */
function withoutCircles(targets: ReadonlyMap<Pair<Column>, Pair<Column>>): ReadonlyMap<Pair<Column>, Pair<Column>> {
  const rounds = new Map<Pair<Column>, Pair<Column>>();
  const circular = new Set<Pair<Column>>();
  for (const start of targets.keys()) {
    let next: Pair<Column> | undefined = start;
    for (; next !== undefined && !rounds.has(next); next = targets.get(next)) rounds.set(next, start);
    if (next === undefined || rounds.get(next) !== start) continue;
    for (; next !== undefined && !circular.has(next); next = targets.get(next)) circular.add(next);
  }
  return new Map([...targets].filter(([pair]) => !circular.has(pair)));
}
