import { type Place, type UnreadPart, unreadable } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';
import { namedColumn, readColumn, type UnnamedColumn } from '../columns/read-column';
import type {
  ColumnDescription,
  ConstraintDescription,
  IndexDescription,
  MetaDataDescription,
  TableDescription,
} from '../description';
import { argument, itemsOf, textOf, whyNot } from '../facts-of-values';
import { calledName, methodCall } from '../framework-name';
import type { ReadContext } from '../read-context';
import { readConstraint, readIndex } from './read-constraint';

/** A table while classes and calls still add to it. */
export interface TableDraft extends TableDescription {
  readonly columns: ColumnDescription[];
  readonly constraints: ConstraintDescription[];
  readonly indexes: IndexDescription[];
  /** `Index(...)` calls among its items that are for other dialects only. */
  readonly leftOut: CallValue[];
  readonly unread: UnreadPart[];
}

/** An empty table. */
export function tableDraft(
  table: Pick<
    TableDescription,
    'name' | 'schema' | 'longestName' | 'comment' | 'options' | 'model' | 'owner' | 'nameGiven' | 'external' | 'place'
  > & {
    readonly metadata: MetaDataDescription;
  },
): TableDraft {
  return { ...table, columns: [], constraints: [], indexes: [], leftOut: [], unread: [] };
}

/** Adds a column, in the place of one that has its key: a later definition replaces an earlier one, as in `Table`. */
export function addColumn(
  table: TableDraft,
  column: UnnamedColumn,
  attribute: string | null,
  { dialect }: ReadContext,
): ColumnDescription | null {
  const named = namedColumn(column, attribute, dialect);
  if (typeof named === 'string') {
    addUnread(table, 'column', attribute, `its name ${named}`, column.place);
    return null;
  }
  const at = table.columns.findIndex((existing) => existing.key === named.key || existing.name === named.name);
  if (at < 0) table.columns.push(named);
  else table.columns[at] = named;
  return named;
}

/** Notes that the table may hold more than what is listed. */
export function addUnread(
  table: TableDraft,
  kind: UnreadPart['kind'],
  name: string | null,
  why: string,
  place: Place,
): void {
  table.unread.push({ kind, name, columns: null, why, place });
}

/** Adds what stands among the arguments of `Table(...)` or in `__table_args__`. */
export function addTableItem(table: TableDraft, written: Value, context: ReadContext): void {
  const item = forDialect(written, context);
  if (item === null) {
    const index = leftOutIndex(written, context);
    if (index !== null) table.leftOut.push(index);
    return;
  }
  const name = calledName(item);
  if (item.kind === 'call' && (name === 'Column' || name === 'mapped_column')) {
    addColumn(table, readColumn(item, context), null, context);
    return;
  }
  if (item.kind === 'call' && name === 'Index') {
    addIndex(table, item, context);
    return;
  }
  const constraint = item.kind === 'call' ? readConstraint(item, context) : null;
  if (constraint !== null && item.kind === 'call' && item.keywords.has('_create_rule')) {
    const name = textOf(item.keywords.get('name') ?? null);
    addUnread(table, constraint.kind, name, 'its _create_rule decides whether it is made', item.place);
    return;
  }
  if (constraint !== null) {
    table.constraints.push(constraint);
    if (item.kind === 'call' && !item.complete)
      addUnread(table, constraint.kind, null, 'its arguments could not be expanded', item.place);
    return;
  }
  if (item.kind === 'none' || (name !== null && harmlessItems.has(name))) return;
  addUnread(
    table,
    'anything',
    null,
    `an item of the table ${whyNot(item, 'a column, constraint or index that is known')}`,
    item.place,
  );
}

/** `item.ddl_if(dialect="postgresql")` is the item; for other dialects only it is nothing. */
function forDialect(item: Value, context: ReadContext): Value | null {
  const method = methodCall(item);
  if (method?.method !== 'ddl_if') return item;
  const dialects = itemsOf(argument(method.call, 'dialect', 0)).map(textOf);
  if (method.call.keywords.has('callable_') || dialects.includes(null)) return item;
  const isMeant = dialects.length === 0 || context.dialect.names.some((name) => dialects.includes(name));
  return isMeant ? forDialect(method.of, context) : null;
}

/** The `Index(...)` that a `ddl_if` keeps out of this dialect's tables; null where the value is no such thing. */
export function leftOutIndex(value: Value, context: ReadContext): CallValue | null {
  if (methodCall(value)?.method !== 'ddl_if' || forDialect(value, context) !== null) return null;
  let item: Value = value;
  for (let method = methodCall(item); method?.method === 'ddl_if'; method = methodCall(item)) item = method.of;
  return item.kind === 'call' && calledName(item) === 'Index' ? item : null;
}

/** Items without effect on what `create_all` makes. */
const harmlessItems = new Set(['DDL', 'ThreadLocalMetaData', 'event', 'listens_for']);

/** `Index(...)` of this table. */
export function addIndex(table: TableDraft, call: CallValue, context: ReadContext): void {
  const index = readIndex(call, context);
  if (!call.complete) {
    const name = typeof index.name.text === 'string' ? index.name.text : null;
    addUnread(table, 'index', name, 'the arguments of its index could not be expanded', call.place);
    return;
  }
  table.indexes.push(index);
}

/** Reads a text option of a table; unknown text is noted and taken as none. */
export function tableText(value: Value | undefined): string | null | { readonly unreadable: string } {
  if (value === undefined || value.kind === 'none') return null;
  const text = textOf(value);
  return text ?? unreadable(whyNot(value, 'a constant string'));
}
