import type { Change } from '../change';
import type { ForeignKey } from '../model/constraint';
import type { Table } from '../model/table';
import { columnChanges, refOf } from './columns';
import { addForeignKey, foreignKeyChanges, objectChanges } from './constraints';
import type { EnumChanges } from './enums';
import { byKey } from './keyed';
import { LostReferences } from './lost-references';

/** How tables become others, in the order in which PostgreSQL can do it. */
export function tableChanges(before: readonly Table[], after: readonly Table[], enums: EnumChanges): Change[] {
  const { removed, added, kept } = byKey(before, after, (table) => `${table.schema}\u0000${table.name}`);
  const lost = new LostReferences();
  for (const table of removed) lost.loseTable(table);
  const steps = kept.map((pair) => {
    const columns = columnChanges(pair.before, pair.after, enums.typeBetween);
    const objects = objectChanges(pair.before, pair.after);
    lost.loseParts(pair.before, [...columns.dropped, ...objects.dropped]);
    return { ...pair, columns, objects };
  });
  const keys = steps.map((step) => foreignKeyChanges(step.before, step.after, (key) => lost.has(key)));
  const newTables = withoutForwardKeys(added);
  return [
    ...keys.flatMap(({ dropped }) => dropped),
    ...withoutForwardKeys(removed).later.flatMap(({ table, key }) => dropForeignKey(table, key)),
    ...steps.flatMap(({ objects }) => objects.dropped),
    ...steps.flatMap(({ columns }) => columns.dropped),
    ...removed.toReversed().map((table): Change => ({ kind: 'drop-table', table: refOf(table) })),
    ...steps.flatMap(({ objects }) => objects.renamed),
    ...keys.flatMap(({ renamed }) => renamed),
    ...steps.flatMap(({ columns }) => columns.altered),
    ...newTables.tables.map((table): Change => ({ kind: 'add-table', table })),
    ...steps.flatMap(({ columns }) => columns.added),
    ...steps.flatMap(({ objects }) => objects.added),
    ...keys.flatMap((change) => change.added),
    ...newTables.later.map(({ table, key }) => addForeignKey(table, key)),
    ...steps.flatMap(commentChange),
  ];
}

interface LaterKey {
  readonly table: Table;
  readonly key: ForeignKey;
}

/** The tables without the foreign keys to tables further down the list: these are added when all tables are there. */
function withoutForwardKeys(tables: readonly Table[]): { tables: Table[]; later: LaterKey[] } {
  const positions = new Map(tables.map((table, position) => [`${table.schema}\u0000${table.name}`, position]));
  const later: LaterKey[] = [];
  const cut = tables.map((table, position): Table => {
    const isForward = ({ references }: ForeignKey): boolean =>
      (positions.get(`${references.schema}\u0000${references.table}`) ?? -1) > position;
    const forward = table.foreignKeys.filter(isForward);
    later.push(...forward.map((key) => ({ table, key })));
    return forward.length === 0 ? table : { ...table, foreignKeys: table.foreignKeys.filter((key) => !isForward(key)) };
  });
  return { tables: cut, later };
}

function dropForeignKey(table: Table, { name }: ForeignKey): Change[] {
  const constraint = { kind: 'foreign-key', name: name ?? '' } as const;
  return name === null ? [] : [{ kind: 'drop-constraint', table: refOf(table), constraint }];
}

function commentChange({ before, after }: { readonly before: Table; readonly after: Table }): Change[] {
  if (before.comment === after.comment) return [];
  return [{ kind: 'set-table-comment', table: refOf(after), comment: after.comment }];
}
