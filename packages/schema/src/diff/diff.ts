import type { Change } from '../change';
import { isUnreadable } from '../fact';
import type { Domain, OtherObject, Schema, Sequence } from '../model/schema';
import type { Table, TableRef } from '../model/table';
import { refOf } from './columns';
import { type EnumChanges, enumChanges } from './enums';
import { byKey } from './keyed';
import { structureText } from './structure';
import { tableChanges } from './tables';

/**
 * The changes that make schema `a` into `b`, in an order in which PostgreSQL can make them: `apply(a, diff(a, b))` is `b`
 * but for order, places and what only an ORM knows. What is unreadable on either side is left as it is. A constraint or
 * index without a name is never dropped; readers name all of them.
 */
export function diff(a: Schema, b: Schema): Change[] {
  const enums = enumChanges(a.enums, b.enums);
  const domains = domainChanges(a.domains, b.domains, enums);
  const sequences = sequenceChanges(a, b);
  return [
    ...enums.first,
    ...domains.first,
    ...sequences.first,
    ...tableChanges(a.tables, b.tables, enums),
    ...sequences.last,
    ...domains.last,
    ...enums.last,
    ...otherChanges(a.others, b.others),
  ];
}

interface TwoPhases {
  /** Before tables change. */
  readonly first: readonly Change[];
  /** When nothing uses what goes. */
  readonly last: readonly Change[];
}

function domainChanges(a: readonly Domain[], b: readonly Domain[], enums: EnumChanges): TwoPhases {
  const { removed, added, kept } = byKey(a, b, keyOf);
  const altered = kept.flatMap(({ before, after }): Change[] => {
    const type = enums.typeBetween(before.type);
    const isSame = !isUnreadable(type) && structureText({ ...before, type }) === structureText(after);
    return isSame ? [] : [{ kind: 'alter-domain', domain: refOf(after), to: after }];
  });
  return {
    first: [...added.map((domain): Change => ({ kind: 'add-domain', domain })), ...altered],
    last: removed.map((domain): Change => ({ kind: 'drop-domain', domain: refOf(domain) })),
  };
}

/**
 * A sequence goes with the column that owns it, without a step of its own. It stands before the tables that draw from it,
 * and gets its owner when that is there.
 */
function sequenceChanges(a: Schema, b: Schema): TwoPhases {
  const { removed, added, kept } = byKey(a.sequences, b.sequences, keyOf);
  const columns = columnKeys(b.tables);
  const goesAlong = ({ ownedBy }: Sequence): boolean =>
    ownedBy !== null && !columns.has(`${ownedBy.schema}\u0000${ownedBy.table}\u0000${ownedBy.column}`);
  const altered = kept.filter(({ before, after }) => structureText(before) !== structureText(after));
  const owned = [...added, ...altered.map(({ after }) => after)].filter(({ ownedBy }) => ownedBy !== null);
  return {
    first: [
      ...added.map((sequence): Change => ({ kind: 'add-sequence', sequence: { ...sequence, ownedBy: null } })),
      ...altered.flatMap(({ before }) => (before.ownedBy === null ? [] : [ownerChange({ ...before, ownedBy: null })])),
    ],
    last: [
      ...owned.map(ownerChange),
      ...removed
        .filter((sequence) => !goesAlong(sequence))
        .map((sequence): Change => ({ kind: 'drop-sequence', sequence: refOf(sequence) })),
    ],
  };
}

function ownerChange(sequence: Sequence): Change {
  return { kind: 'alter-sequence', sequence: refOf(sequence), to: sequence };
}

function columnKeys(tables: readonly Table[]): ReadonlySet<string> {
  return new Set(tables.flatMap((table) => table.columns.map((column) => `${keyOf(table)}\u0000${column.name}`)));
}

function otherChanges(a: readonly OtherObject[], b: readonly OtherObject[]): Change[] {
  const { removed, added } = byKey(a, b, ({ kind, schema, name, table }) =>
    [kind, schema ?? '', name, table ?? ''].join('\u0000'),
  );
  return [
    ...removed.map(({ kind, schema, name, table }): Change => {
      const other = table === undefined ? { kind, schema, name } : { kind, schema, name, table };
      return { kind: 'drop-other', other };
    }),
    ...added.map((other): Change => ({ kind: 'add-other', other })),
  ];
}

function keyOf({ schema, name }: TableRef): string {
  return `${schema}\u0000${name}`;
}
