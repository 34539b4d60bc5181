import type { Index, IndexKey, Place, Table } from '@canonical-schema/schema';
import { CatalogError } from '@canonical-schema/schema';
import { StatementError } from '../../fold/fold';
import { remark } from '../../statements/shadowed';
import type { Statement } from '../statement';
import type { Token } from '../tokens';
import { expressionOf, keysOf, type WrittenPart } from './key-parts';
import { refOf } from './relation';

/** An index as written. */
export interface WrittenIndex {
  readonly unique: boolean;
  /** As written; null where nothing is. */
  readonly method: string | null;
  readonly parts: readonly WrittenPart[];
  readonly where: readonly Token[] | null;
}

/** An index to be added, under the name that it has or gets. */
export interface AddedIndex {
  readonly index: WrittenIndex;
  readonly name: string | null;
  readonly place: Place;
  /** Does it stand as UNIQUE among a table's constraints? */
  readonly isConstraint: boolean;
  readonly ifNotExists?: boolean;
  /** Is the table one that is kept in memory? */
  readonly isInMemory?: boolean;
}

/** Adds an index, or the unique constraint that one over plain columns is where the two are one. */
export function addKeyIndex(statement: Statement, table: Table, added: AddedIndex): void {
  const { catalog, grammar } = statement;
  const { index, name, place, isConstraint } = added;
  const parts = isConstraint && !grammar.traits.uniquesAreIndexes ? index.parts.map(ascending) : index.parts;
  const keys = keysOf(statement, table, parts, place);
  const made = grammar.rules.keyName(table, firstColumn(keys));
  const named = { name: name ?? made, nameGiven: name !== null && name !== made, place };
  const existing = name === null ? null : indexNamed(statement, table, name);
  const value: Index = {
    ...named,
    unique: index.unique,
    method: methodOf(index.method, added.isInMemory ?? false),
    keys,
    include: [],
    where: index.where === null ? null : expressionOf(statement, table, index.where, place),
    nullsNotDistinct: false,
    origin: 'written',
  };
  if (existing !== null) {
    if (added.ifNotExists !== true)
      throw new StatementError(`makes the index ${name}, which already exists`, refOf(table.name));
    shadowed(statement, table, existing, value);
    return;
  }
  const isUnique = index.unique && keys.every(isPlain) && (isConstraint || grammar.traits.uniquesAreIndexes);
  if (!isUnique) {
    if (isConstraint && !grammar.traits.uniquesAreIndexes)
      throw new CatalogError('has a UNIQUE that is not over plain columns');
    catalog.apply({ kind: 'add-index', table, index: value });
    return;
  }
  const columns = keys.flatMap(({ of }) => (of.kind === 'column' ? [of.column] : []));
  if (grammar.rules.mergesEqualKeys && isKeyAlready(table, columns)) return;
  const flags = { nullsNotDistinct: false, deferrable: false, initiallyDeferred: false, include: [] };
  catalog.apply({ kind: 'add-constraint', table, constraint: { kind: 'unique', ...named, columns, ...flags } });
}

/** One over the same columns is that constraint; the row's own number is no key of its own. */
function isKeyAlready({ primaryKey, uniques, columns: all }: Table, columns: readonly string[]): boolean {
  const isSame = (other: readonly string[]): boolean =>
    other.length === columns.length && other.every((each, at) => each === columns[at]);
  const isRowid = columns.length === 1 && all.some(({ name, type }) => name === columns[0] && type === 'integer');
  return (
    uniques.some((unique) => isSame(unique.columns)) || (primaryKey !== null && isSame(primaryKey.columns) && !isRowid)
  );
}

/** The order of a constraint's keys says nothing. */
function ascending(part: WrittenPart): WrittenPart {
  return { ...part, descending: false };
}

/** Tables on disk have no hashes, whatever is written; those in memory have nothing else unless it is. */
function methodOf(written: string | null, isInMemory: boolean): string {
  if (written === 'fulltext' || written === 'spatial') return written;
  return isInMemory && written !== 'btree' ? 'hash' : 'btree';
}

function firstColumn([first]: readonly IndexKey[]): string | null {
  return first?.of.kind === 'column' ? first.of.column : null;
}

function isPlain({ of, length, descending, collation }: IndexKey): boolean {
  return of.kind === 'column' && length === undefined && !descending && collation === null;
}

/** Where an index or unique constraint of that name is: in its table, or anywhere where names of indexes are of the file. */
export function indexNamed(
  { catalog, grammar }: Statement,
  table: Table | null,
  name: string,
): { readonly table: Table; readonly place: Place | null; readonly index: Index | null } | null {
  const folded = name.toLowerCase();
  const isIt = (object: { readonly name: string | null }): boolean => object.name?.toLowerCase() === folded;
  const tables = grammar.traits.uniquesAreIndexes && table !== null ? [table] : catalog.schema().tables;
  for (const owner of tables) {
    const index = owner.indexes.find(isIt);
    if (index !== undefined) return { table: owner, place: index.place, index };
    const unique = grammar.traits.uniquesAreIndexes ? owner.uniques.find(isIt) : undefined;
    if (unique !== undefined) return { table: owner, place: unique.place, index: null };
  }
  return null;
}

function shadowed(
  statement: Statement,
  table: Table,
  existing: NonNullable<ReturnType<typeof indexNamed>>,
  index: Index,
): void {
  if (existing.index === null || factsOf(existing.index) === factsOf(index)) return;
  remark(
    statement,
    table,
    `CREATE INDEX IF NOT EXISTS ${index.name} has no effect, for an index of that name exists already with another ` +
      'definition. Drop it first, or use another name.',
    existing.place,
  );
}

function factsOf({ unique, method, keys, where }: Index): string {
  return JSON.stringify([unique, method, keys, where]);
}
