import { type Change, type Named, type Place, tableLabel } from '@canonical-schema/schema';
import { nouns } from './add-items';
import type { Batch } from './batch';
import { ColumnCall } from './column-call';
import { holderOf, placedItem } from './placed-item';
import type { SourceColumn } from './source-column';
import { isRefusal, type TableTarget } from './table-target';

type DropIndex = Extract<Change, { kind: 'drop-index' }>;
type DropConstraint = Extract<Change, { kind: 'drop-constraint' }>;

/** Takes an index away: its `Index(...)`, or the flag of its column. */
export function dropIndex(change: DropIndex, batch: Batch): void {
  const target = batch.target(change, change.table);
  if (target === null) return;
  const index = target.emitted.indexes.find(({ name }) => name === change.index);
  const subject = `Index ${change.index} of ${tableLabel(change.table)}`;
  dropItem(change, subject, index, index?.unique === true ? ['index', 'unique'] : ['index'], target, batch);
}

/** Takes a constraint away. */
export function dropConstraint(change: DropConstraint, batch: Batch): void {
  const { kind, name } = change.constraint;
  const target = batch.target(change, change.table);
  if (target === null) return;
  const found = namedConstraint(target, kind, name);
  const subject = `${nouns({ kind })} ${name} of ${tableLabel(change.table)}`;
  if (kind === 'primary-key' && found !== undefined && found.place === null) {
    dropKeyFlags(change, subject, target, batch);
    return;
  }
  dropItem(change, subject, found, flagsOf[kind], target, batch);
}

const flagsOf = {
  'primary-key': ['primary_key'],
  unique: ['unique'],
  'foreign-key': ['foreign_key', 'ondelete'],
  check: [],
  exclusion: [],
} as const satisfies Readonly<Record<DropConstraint['constraint']['kind'], readonly string[]>>;

/** The constraint of a table as `create_all` would name it. */
export function namedConstraint(
  { emitted }: TableTarget,
  kind: DropConstraint['constraint']['kind'],
  name: string,
): (Named & { readonly columns: readonly string[] }) | undefined {
  const lists = {
    'primary-key': emitted.primaryKey === null ? [] : [emitted.primaryKey],
    unique: emitted.uniques,
    'foreign-key': emitted.foreignKeys,
    check: emitted.checks,
    exclusion: emitted.exclusions,
  };
  return lists[kind].find((each) => each.name === name);
}

function dropItem(
  change: Change,
  subject: string,
  found: { readonly place: Place | null } | undefined,
  flags: readonly string[],
  target: TableTarget,
  batch: Batch,
): void {
  if (found === undefined) {
    batch.refuseAt(
      change,
      `${subject} is not in the SQLAlchemy models.`,
      'Take it away where it is made.',
      target.table.place,
    );
    return;
  }
  const item = placedItem(found.place, target, batch);
  if (isRefusal(item)) {
    batch.refuse(change, { ...item, why: `${subject} cannot be taken away. ${item.why}` });
    return;
  }
  if (item.kind === 'flag') {
    const isGone = flags.length > 0 && dropFlags(item.source, flags);
    if (!isGone)
      batch.refuseAt(
        change,
        `${subject} is made by its column.`,
        `Change the column in ${item.source.file.path} by hand.`,
        found.place,
      );
    return;
  }
  const holder = holderOf(item.placed);
  const { draft } = item.file;
  if (holder === null || (holder.kind !== 'statement' && draft.list(holder.list) === null)) {
    batch.refuseAt(
      change,
      `${subject} stands in an expression.`,
      `Take it away in ${item.file.path} by hand.`,
      found.place,
    );
  } else if (holder.kind === 'statement') draft.body(holder.owner).remove(holder.statement);
  else {
    draft.list(holder.list)?.remove(holder.at);
    if (holder.kind === 'tuple') batch.noteShrunk(item.file, holder);
  }
}

function dropFlags(source: SourceColumn, flags: readonly string[]): boolean {
  const call = ColumnCall.ofFlags(source);
  const said = flags.filter((flag) => call?.has(flag) === true);
  for (const flag of said) call?.removeKeyword(flag);
  return said.length > 0;
}

/** A key that its columns say. Without it they say of themselves that they are NOT NULL. */
function dropKeyFlags(change: DropConstraint, subject: string, target: TableTarget, batch: Batch): void {
  const columns = target.emitted.primaryKey?.columns ?? [];
  for (const name of columns) {
    const source = target.columns.find(({ column }) => column.name === name);
    if (source === undefined || !dropFlags(source, ['primary_key'])) {
      batch.refuseAt(
        change,
        `${subject} is made by ${name}, whose text is not the table's own.`,
        'Change it by hand.',
        target.table.place,
      );
      return;
    }
    ColumnCall.ofFlags(source)?.removeKeyword('autoincrement');
    if (source.form !== 'mapped' && source.form !== 'sqlmodel')
      ColumnCall.ofFlags(source)?.setKeyword('nullable', 'False');
  }
}
