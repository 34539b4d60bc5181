import { type Index, type IndexKey, isUnreadable } from '@canonical-schema/schema';

/** Keys of plain columns, as the index behind a unique constraint has them. */
export function keysOfColumns(columns: readonly string[]): IndexKey[] {
  return columns.map((column) => ({
    ...{ of: { kind: 'column', column }, opclass: null, collation: null, descending: false, nulls: 'last' },
  }));
}

/** What the keys are of, in order: columns and expressions without their options. Null where one is unreadable. */
export function termsOf(index: Index): readonly string[] | null {
  const terms: string[] = [];
  for (const { of: term } of index.keys) {
    if (term.kind === 'column') terms.push(term.column);
    else if (isUnreadable(term.expression)) return null;
    else terms.push(`(${term.expression})`);
  }
  return terms;
}

const structures = new WeakMap<Index, string | null>();

/** Everything that makes two indexes the same, as one text; null where a part is unreadable. */
export function structureOf(index: Index): string | null {
  const known = structures.get(index);
  if (known !== undefined) return known;
  const structure = makeStructure(index);
  structures.set(index, structure);
  return structure;
}

function makeStructure(index: Index): string | null {
  const terms = termsOf(index);
  if (terms === null || isUnreadable(index.where)) return null;
  const options = index.keys.map((key) => [key.opclass, key.collation, key.length, key.descending, key.nulls]);
  const include = [...index.include].sort();
  return JSON.stringify([terms, options, index.unique, index.method, include, index.where, index.nullsNotDistinct]);
}

/** The columns of an index whose every key is a plain column; null where one is an expression. */
export function plainColumnsOf(index: Index): readonly string[] | null {
  const columns = index.keys.map((key) => (key.of.kind === 'column' ? key.of.column : null));
  return columns.every((column) => column !== null) ? columns : null;
}

/** The columns that an index has as keys, expressions left out. */
export function keyColumnsOf(index: Index): readonly string[] {
  return index.keys.flatMap((key) => (key.of.kind === 'column' ? [key.of.column] : []));
}

/** Does this index hold every row, by plain columns alone? */
export function isPlain(index: Index): boolean {
  return index.where === null && plainColumnsOf(index) !== null;
}

/** An index as a person reads it: `btree (symbol, created_at DESC) WHERE is_active`. */
export function describeIndex(index: Index): string {
  const keys = index.keys.map(describeKey).join(', ');
  const parts = [`${index.unique ? 'unique ' : ''}${index.method} (${keys})`];
  if (index.include.length > 0) parts.push(`INCLUDE (${index.include.join(', ')})`);
  if (index.nullsNotDistinct) parts.push('NULLS NOT DISTINCT');
  if (isUnreadable(index.where)) parts.push('WHERE …');
  else if (index.where !== null) parts.push(`WHERE ${index.where}`);
  return parts.join(' ');
}

function describeKey(key: IndexKey): string {
  const parts = [key.length === undefined ? describeTerm(key) : `${describeTerm(key)}(${key.length})`];
  if (key.collation !== null) parts.push(`COLLATE ${key.collation}`);
  if (key.opclass !== null) parts.push(key.opclass);
  if (key.descending) parts.push('DESC');
  if (key.nulls !== (key.descending ? 'first' : 'last')) parts.push(`NULLS ${key.nulls.toUpperCase()}`);
  return parts.join(' ');
}

function describeTerm({ of: term }: IndexKey): string {
  if (term.kind === 'column') return term.column;
  return isUnreadable(term.expression) ? '…' : `(${term.expression})`;
}
