import { columnsNamePart, type Index, type Table, type TableRef, tableLabel } from '@canonical-schema/schema';
import { type Context, StatementError, tableRefOf } from '../fold/fold';
import { nextvalText } from '../fold/sql-text';
import type { TableLikeClause } from '../parser/postgres';
import { ownedSequence, type ReadColumn } from './column';
import { givenName } from './object-name';

/** The bits of INCLUDING …; source: `TableLikeOption` in `parsenodes.h`. */
const Including = { comments: 1, constraints: 4, defaults: 8, generated: 16, identity: 32, indexes: 64 } as const;

function includes({ options = 0 }: TableLikeClause, what: keyof typeof Including): boolean {
  return (options & Including[what]) !== 0;
}

function sourceOf(context: Context, like: TableLikeClause): Table {
  const ref = tableRefOf(context, like.relation);
  const table = context.catalog.table(ref);
  if (table === null) throw new StatementError(`is like ${tableLabel(ref)}, which does not exist`, ref);
  return table;
}

/** The columns that `LIKE source INCLUDING …` copies: names, types and NOT NULL always, the rest where asked for. */
export function likeColumns(context: Context, like: TableLikeClause, ref: TableRef): ReadColumn[] {
  const source = sourceOf(context, like);
  return source.columns.map((column): ReadColumn => {
    const isSerial = column.identity === 'serial';
    const keepsIdentity = column.identity !== null && !isSerial && includes(like, 'identity');
    const place = context.text.placeAt(like.relation?.location);
    return {
      column: {
        ...column,
        default: includes(like, 'defaults')
          ? isSerial
            ? nextvalOf(context, source, column.name)
            : column.default
          : null,
        identity: keepsIdentity ? column.identity : null,
        generated: includes(like, 'generated') ? column.generated : null,
        comment: includes(like, 'comments') ? column.comment : null,
        place,
      },
      constraints: [],
      sequence: keepsIdentity ? ownedSequence(context, ref, column.name, undefined, place) : null,
    };
  });
}

/** A copied serial default draws from the source's sequence, which the copy does not own. */
export function nextvalOf({ catalog }: Context, source: Table, column: string): string | null {
  const owned = catalog.sequenceOf(source, column);
  return owned === null ? null : nextvalText(owned);
}

/** The checks, keys and indexes that LIKE copies once the table stands; indexes get names of their own. */
export function likeObjects(context: Context, ref: TableRef, like: TableLikeClause): void {
  const { catalog } = context;
  const source = sourceOf(context, like);
  const place = context.text.placeAt(like.relation?.location);
  if (includes(like, 'constraints')) {
    for (const check of source.checks) {
      catalog.apply({ kind: 'add-constraint', table: ref, constraint: { kind: 'check', ...check, place } });
    }
  }
  if (!includes(like, 'indexes')) return;
  if (source.primaryKey !== null) {
    const name = givenName(context, ref, undefined, null, 'pkey');
    catalog.apply({
      kind: 'add-constraint',
      table: ref,
      constraint: { kind: 'primary-key', ...source.primaryKey, ...name, place },
    });
  }
  for (const unique of source.uniques) {
    const name = givenName(context, ref, undefined, columnsNamePart([...unique.columns, ...unique.include]), 'key');
    catalog.apply({ kind: 'add-constraint', table: ref, constraint: { kind: 'unique', ...unique, ...name, place } });
  }
  for (const exclusion of source.exclusions) {
    const name = givenName(context, ref, undefined, columnsNamePart(exclusion.columns), 'excl');
    catalog.apply({
      kind: 'add-constraint',
      table: ref,
      constraint: { kind: 'exclusion', ...exclusion, ...name, place },
    });
  }
  for (const index of source.indexes) {
    const name = givenName(context, ref, undefined, indexNamePart(index), 'idx');
    catalog.apply({ kind: 'add-index', table: ref, index: { ...index, ...name, place } });
  }
}

function indexNamePart(index: Index): string {
  const keys = index.keys.map(({ of }) => (of.kind === 'column' ? of.column : null));
  return columnsNamePart([...keys, ...index.include]);
}
