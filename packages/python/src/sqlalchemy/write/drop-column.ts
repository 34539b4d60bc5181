import { type Change, isUnreadable, type Place, tableLabel } from '@canonical-schema/schema';
import { classAt } from '../../edits/python-file';
import { ownColumn } from './alter-column';
import type { Batch } from './batch';
import { mentionsOf } from './mentions';
import { holderOf, placedItem } from './placed-item';
import type { SourceColumn } from './source-column';
import { isRefusal, type TableTarget } from './table-target';

type DropColumn = Extract<Change, { kind: 'drop-column' }>;

/** Takes a column away with the indexes and constraints that contain it, as PostgreSQL drops them. */
export function dropColumn(change: DropColumn, batch: Batch): void {
  const target = batch.target(change, change.table);
  const source = target === null ? null : ownColumn(change, change.column, target, batch);
  if (target === null || source === null) return;
  const label = `${tableLabel(change.table)}.${change.column}`;
  const items = itemsOver(change.column, target).filter((place) => !isInside(place, source));
  const mention = mentionsOf(source, target, batch.targets).find(
    ({ place }) => !items.some((item) => isWithin(place, item)),
  );
  if (mention !== undefined) {
    const why = `Column ${label} is named by ${mention.what} in ${mention.place.path} line ${mention.place.line}.`;
    batch.refuseAt(change, why, `Change that first, or take ${label} away by hand.`, mention.place);
    return;
  }
  for (const place of items) if (!dropPlaced(change, label, place, target, batch)) return;
  removeColumn(source, target);
}

function removeColumn({ statement, call }: SourceColumn, { node, file }: TableTarget): void {
  if (node.kind === 'class') {
    const isOwn = node.definition.body.includes(statement);
    file.draft.body(isOwn ? node.definition : classAt(file.file, statement)).remove(statement);
    return;
  }
  const at = node.call.args.findIndex(({ value }) => value === call);
  file.draft.list(node.call)?.remove(at);
}

/** Where the indexes and constraints stand that contain a column. */
function itemsOver(column: string, { emitted, scribe }: TableTarget): readonly Place[] {
  const inText = (text: unknown): boolean =>
    typeof text === 'string' && scribe.context.dialect.sql.sqlText.columnsIn(text).includes(column);
  const indexes = emitted.indexes.filter(
    ({ keys, include, where }) =>
      include.includes(column) ||
      (!isUnreadable(where) && inText(where)) ||
      keys.some(({ of }) => (of.kind === 'column' ? of.column === column : inText(of.expression))),
  );
  const constraints = [emitted.uniques, emitted.foreignKeys, emitted.checks, emitted.exclusions]
    .flat()
    .filter(({ columns }) => columns.includes(column));
  return [...indexes, ...constraints].flatMap(({ place }) => (place === null ? [] : [place]));
}

function isInside(place: Place, { file, statement, call, form }: SourceColumn): boolean {
  const around = form === 'core' && call !== null ? call : statement;
  return place.path === file.path && around.start <= place.span.start && place.span.end <= around.end;
}

function isWithin(place: Place, outer: Place): boolean {
  return place.path === outer.path && outer.span.start <= place.span.start && place.span.end <= outer.span.end;
}

function dropPlaced(change: Change, label: string, place: Place, target: TableTarget, batch: Batch): boolean {
  const item = placedItem(place, target, batch);
  const holder = isRefusal(item) || item.kind === 'flag' ? null : holderOf(item.placed);
  if (isRefusal(item) || item.kind === 'flag' || holder === null) {
    const why = `Column ${label} is in an index or constraint that cannot be taken away with it, in ${place.path} line ${place.line}.`;
    batch.refuseAt(change, why, 'Take that away by hand first.', place);
    return false;
  }
  if (holder.kind === 'statement') item.file.draft.body(holder.owner).remove(holder.statement);
  else item.file.draft.list(holder.list)?.remove(holder.at);
  if (holder.kind === 'tuple') batch.noteShrunk(item.file, holder);
  return true;
}
