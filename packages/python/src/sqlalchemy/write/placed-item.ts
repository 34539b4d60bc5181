import type { Place } from '@canonical-schema/schema';
import type { Call, ClassDefinition, Display, Statement } from '../../syntax/ast';
import type { Batch } from './batch';
import type { ModelFile, PlacedCall } from './model-file';
import { calleeName, type SourceColumn } from './source-column';
import type { Refusal, TableTarget } from './table-target';

/** Where an index or constraint is written. */
export type PlacedItem =
  /** By flags of a column: `index=True`, `unique=True`, `primary_key=True`. */
  | { readonly kind: 'flag'; readonly source: SourceColumn }
  /** By a call of its own, or one within its column. */
  | { readonly kind: 'call'; readonly file: ModelFile; readonly placed: PlacedCall };

const constructs: ReadonlySet<string> = new Set([
  'Index',
  'UniqueConstraint',
  'CheckConstraint',
  'ForeignKey',
  'ForeignKeyConstraint',
  'PrimaryKeyConstraint',
  'ExcludeConstraint',
]);

/** Finds the text of an index or constraint of a table, by the place that its reading gave it. */
export function placedItem(place: Place | null, target: TableTarget, batch: Batch): PlacedItem | Refusal {
  if (place === null) return elsewhere(target, target.table.place);
  const file = batch.targets.files.at(place.path);
  const flag = target.columns.find(({ column }) => column.place.path === place.path && isAt(column.place, place));
  if (flag !== undefined) return { kind: 'flag', source: flag };
  const placed = file?.callAt(place.span) ?? null;
  if (file === null || placed === null || placed.isRepeated) return elsewhere(target, place);
  if (!constructs.has(calleeName(placed.call) ?? '')) return elsewhere(target, place);
  const isOwn =
    placed.owner === null ||
    (target.node.kind === 'class' && placed.owner === target.node.definition) ||
    target.node.kind === 'core';
  return isOwn ? { kind: 'call', file, placed } : elsewhere(target, place);
}

function isAt(a: Place, b: Place): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end;
}

function elsewhere({ table }: TableTarget, place: Place): Refusal {
  return {
    why: `It comes from a mixin or base class of ${table.model}, or is made by code, in ${place.path} line ${place.line}.`,
    remedy: 'Change it there by hand; other tables may have it too.',
    place,
  };
}

/** What a call is an item of. */
export type Holder =
  | { readonly kind: 'call'; readonly list: Call; readonly at: number }
  | {
      readonly kind: 'tuple';
      readonly list: Display;
      readonly at: number;
      readonly owner: ClassDefinition | null;
      readonly statement: Statement;
    }
  /** It is a statement's whole value. */
  | { readonly kind: 'statement'; readonly owner: ClassDefinition | null; readonly statement: Statement };

/** What holds a call; null for an expression that has to be changed by hand. */
export function holderOf({ call, within, statement, owner }: PlacedCall): Holder | null {
  const parent = within.at(-1);
  if (parent !== undefined) {
    const at = parent.args.findIndex(({ value }) => value === call);
    return at < 0 ? null : { kind: 'call', list: parent, at };
  }
  if (statement.kind !== 'expression' && statement.kind !== 'assign' && statement.kind !== 'annotated') return null;
  if (statement.value === call) return { kind: 'statement', owner, statement };
  if (statement.value?.kind !== 'tuple') return null;
  const at = statement.value.items.indexOf(call);
  return at < 0 ? null : { kind: 'tuple', list: statement.value, at, owner, statement };
}
