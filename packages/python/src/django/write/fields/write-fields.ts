import { type Change, isUnreadable, type Refused, type TableRef, tableLabel } from '@canonical-schema/schema';
import { ormOf, tableOf } from '../../emit/emit';
import type { FieldState } from '../../fields/field-state';
import { type ColumnPlan, TablePlan } from './column-plan';
import { closeOptions, type OpenOption } from './drop-mentions';
import { FieldChanges } from './field-changes';
import type { FieldWriting, WritingNote } from './field-writing';
import { KnownModels } from './known-models';
import { type ModelTable, modelTable } from './model-table';
import { sharedPlans } from './shared-plans';

/** What came of the changes that are about fields; the edits are in the drafts. */
export interface FieldsWritten {
  readonly refused: readonly Refused[];
  /**
   * The changes that these edits make, or that are refused. Those of others (`add-table`, indexes, composite uniques,
   * checks, comments of tables) are the rest: a field that is dropped takes its entries of Meta along, so that their
   * `drop-index` and `drop-constraint` are taken too; a field that is added brings its single-column unique, foreign
   * key and `>= 0` check, which are taken too.
   */
  readonly taken: ReadonlySet<Change>;
  readonly notes: readonly WritingNote[];
  /** The name of a column's field after these edits; null where the table has no such column, or no model. */
  fieldOf(table: TableRef, column: string): string | null;
  /** To be called when everybody is done with the drafts: a list of Meta that nothing is left in goes with its statement. */
  finish(): void;
}

/** Makes the changes that are about fields of models that exist, of all tables at once, in the drafts of their files. */
export function writeFields(changes: readonly Change[], writing: FieldWriting): FieldsWritten {
  const gathered = gather(changes, writing);
  const refused: Refused[] = gathered.unknown.map((change) => withoutModel(change));
  const notes: WritingNote[] = [];
  const options: OpenOption[] = [];
  const names = new Map<string, ReadonlyMap<string, string>>();
  const dropped = droppedFields(gathered.plans);
  const shared = sharedPlans(gathered.plans, writing);
  for (const plan of gathered.plans) {
    const { state, ref } = plan.table;
    for (const { change, why, remedy } of plan.impossible) refused.push({ change, why, remedy, place: state.place });
    const made = new FieldChanges(plan, writing, dropped, shared);
    for (const column of plan.plans.filter((each) => each.changes.length > 0 && !shared.isDone(each))) {
      const problem = made.carryOut(column);
      if (problem !== null) refused.push(refusal(column, problem));
    }
    notes.push(...made.notes);
    options.push(...made.openOptions);
    names.set(tableLabel(ref), made.names);
  }
  const fieldOf = (table: TableRef, column: string): string | null =>
    names.get(tableLabel(table))?.get(column) ?? KnownModels.of(writing).modelOf(table)?.fieldOf(column) ?? null;
  return { refused, taken: gathered.taken, notes, fieldOf, finish: () => closeOptions(options) };
}

interface Gathered {
  readonly plans: readonly TablePlan[];
  readonly taken: ReadonlySet<Change>;
  /** Changes of columns whose table no model has. */
  readonly unknown: readonly Change[];
}

const ofColumns: ReadonlySet<Change['kind']> = new Set(['add-column', 'drop-column', 'rename-column', 'alter-column']);

function gather(changes: readonly Change[], writing: FieldWriting): Gathered {
  const plans = new Map<string, TablePlan | null>();
  const taken = new Set<Change>();
  const unknown: Change[] = [];
  const added = new Set(writing.newModels.map(({ table }) => tableLabel(table)));
  const planOf = (ref: TableRef): TablePlan | null => {
    const known = plans.get(tableLabel(ref));
    if (known !== undefined) return known;
    const table = added.has(tableLabel(ref)) ? null : modelTable(ref, writing);
    const plan = table === null ? null : new TablePlan(table, writing.loaded.project.backend.sql);
    plans.set(tableLabel(ref), plan);
    return plan;
  };
  // Whether an index is a field's own depends on what else becomes of the field.
  const isIndex = (change: Change): boolean => change.kind === 'add-index';
  for (const change of [...changes.filter((each) => !isIndex(each)), ...changes.filter(isIndex)]) {
    if (change.kind === 'rename-table') plans.set(tableLabel(change.to), planOf(change.table));
    if (!('table' in change) || change.kind === 'add-table' || change.kind === 'rename-table') continue;
    const plan = planOf(change.table);
    if (plan?.take(change) === true) taken.add(change);
    else if (plan === null && ofColumns.has(change.kind) && !added.has(tableLabel(change.table))) unknown.push(change);
  }
  for (const change of unknown) taken.add(change);
  const all = [...new Set([...plans.values()].filter((plan) => plan !== null))];
  for (const change of goneAlong(changes, all, writing)) taken.add(change);
  return { plans: all, taken, unknown };
}

/** What Meta declares over a column that is dropped goes with it. */
function goneAlong(changes: readonly Change[], plans: readonly TablePlan[], writing: FieldWriting): readonly Change[] {
  return plans.flatMap((plan) => {
    const columns = plan.plans.flatMap(({ isDropped, column }) => (isDropped ? [column.name] : []));
    if (columns.length === 0) return [];
    const gone = objectsOver(columns, plan.table, writing);
    return changes.filter((change) => {
      if (change.kind === 'drop-index') return isOf(change, plan) && gone.has(change.index);
      return change.kind === 'drop-constraint' && isOf(change, plan) && gone.has(change.constraint.name);
    });
  });
}

function isOf({ table }: { readonly table: TableRef }, plan: TablePlan): boolean {
  return tableLabel(table) === tableLabel(plan.table.ref);
}

/** The names of the constraints and indexes over any of these columns. */
function objectsOver(
  columns: readonly string[],
  { state }: ModelTable,
  writing: FieldWriting,
): ReadonlySet<string | null> {
  const { context } = writing.loaded;
  const dbTable = context.registry.dbTable(state);
  if (isUnreadable(dbTable)) return new Set();
  const table = tableOf(state, dbTable, ormOf(state), context);
  const isOver = (own: readonly string[]): boolean => own.some((name) => columns.includes(name));
  const indexes = table.indexes.filter(({ keys, include }) =>
    isOver([...include, ...keys.flatMap(({ of }) => (of.kind === 'column' ? [of.column] : []))]),
  );
  const constraints = [...table.uniques, ...table.foreignKeys, ...table.checks, ...table.exclusions];
  return new Set([...indexes, ...constraints.filter((each) => isOver(each.columns))].map(({ name }) => name));
}

function droppedFields(plans: readonly TablePlan[]): ReadonlySet<FieldState> {
  const columns = plans.flatMap(({ plans: own }) => own);
  return new Set(columns.flatMap(({ isDropped, field }) => (isDropped && field !== null ? [field] : [])));
}

function refusal({ changes }: ColumnPlan, { why, remedy, place }: Omit<Refused, 'change'>): Refused {
  return { change: changes[0] ?? null, why, remedy, place };
}

function withoutModel(change: Change): Refused {
  const name = 'table' in change ? tableLabel(change.table) : '';
  return { change, why: `No model has the table ${name}.`, remedy: `Write the model of ${name} first.`, place: null };
}
