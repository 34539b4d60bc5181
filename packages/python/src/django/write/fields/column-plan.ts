import type { Change, Column, ColumnAlteration, ForeignKey } from '@canonical-schema/schema';
import type { SqlDialect } from '@canonical-schema/sql';
import { isSet } from '../../fields/arguments';
import type { FieldState } from '../../fields/field-state';
import type { ModelTable } from './model-table';
import { columnsOf, isNotNegative, isPlainIndex, isPlainUnique } from './table-objects';

/** All that is to happen to one column, whatever the number of changes. */
export interface ColumnPlan {
  /** As the column is called when all is done. */
  name: string;
  /** The field that makes it now; null for a new one. */
  readonly field: FieldState | null;
  /** As it is now, or as it is added. */
  column: Column;
  set: ColumnAlteration;
  isRenamed: boolean;
  isDropped: boolean;
  /** The foreign key that comes; `dropsForeignKey` for the one that goes. */
  foreignKey: ForeignKey | null;
  dropsForeignKey: boolean;
  unique: Wish;
  positive: Wish;
  index: Wish;
  key: Wish;
  readonly changes: Change[];
}

/** Shall the field say it, or no longer? Null where nothing is said. */
type Wish = 'yes' | 'no' | null;

type Added = Extract<Change, { kind: 'add-constraint' }>['constraint'];

/** The changes of one table by the columns whose fields they are about; all others are left. */
export class TablePlan {
  private readonly byName = new Map<string, ColumnPlan>();
  readonly plans: ColumnPlan[] = [];
  /** Changes that no field of Django's can make. */
  readonly impossible: { readonly change: Change; readonly why: string; readonly remedy: string }[] = [];

  constructor(
    readonly table: ModelTable,
    private readonly sql: SqlDialect,
  ) {}

  /** Takes a change in, if it is about a field. */
  take(change: Change): boolean {
    switch (change.kind) {
      case 'add-column':
        return this.note(this.added(change.column), change);
      case 'drop-column':
        return this.withPlan(change.column, change, (plan) => {
          plan.isDropped = true;
        });
      case 'rename-column':
        return this.withPlan(change.column, change, (plan) => {
          this.byName.delete(change.column);
          Object.assign(plan, { name: change.to, isRenamed: true });
          this.byName.set(change.to, plan);
        });
      case 'alter-column':
        return this.withPlan(change.column, change, (plan) => {
          if (plan.field === null) plan.column = { ...plan.column, ...change.set };
          else plan.set = { ...plan.set, ...change.set };
        });
      case 'add-constraint':
        return this.takeAdded(change.constraint, change);
      case 'drop-constraint':
        return (
          change.constraint.kind !== 'exclusion' &&
          this.takeDropped(change.constraint.kind, change.constraint.name, change)
        );
      case 'add-index': {
        const [column = ''] = columnsOf(change.index);
        if (change.index.keys.length !== 1 || !isPlainIndex(change.index)) return false;
        return change.index.unique ? this.takeUnique(column, change) : this.takeIndex(column, change);
      }
      case 'drop-index':
        return this.takeDropped('index', change.index, change);
      default:
        return false;
    }
  }

  /** The plan of a column by the name that it has now in the changes; null where the table has no such column. */
  planOf(name: string): ColumnPlan | null {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    const field = this.table.fieldOf(name);
    const renamed = field === null ? undefined : this.plans.find((plan) => plan.field === field);
    if (field === null || renamed !== undefined) return renamed ?? null;
    return this.keep(planFor(field, this.table.columnOf(field)));
  }

  private added(column: Column): ColumnPlan {
    return this.keep(planFor(null, column));
  }

  private keep(plan: ColumnPlan): ColumnPlan {
    this.byName.set(plan.name, plan);
    this.plans.push(plan);
    return plan;
  }

  private note(plan: ColumnPlan, change: Change): true {
    plan.changes.push(change);
    return true;
  }

  private withPlan(name: string, change: Change, edit: (plan: ColumnPlan) => void): true {
    const plan = this.planOf(name);
    if (plan === null) {
      const why = `The model ${this.table.state.name} has no field for the column ${name}.`;
      this.impossible.push({ change, why, remedy: `Add the field for ${name} first.` });
      return true;
    }
    edit(plan);
    return this.note(plan, change);
  }

  private takeAdded(constraint: Added, change: Change): boolean {
    if (constraint.kind === 'exclusion') return false;
    const { columns } = constraint;
    const [column = ''] = columns;
    if (constraint.kind === 'primary-key') return this.takeKey(columns, change);
    if (constraint.kind === 'foreign-key') {
      if (columns.length === 1)
        return this.withPlan(column, change, (plan) => Object.assign(plan, { foreignKey: constraint }));
      const why = `Django makes no foreign key over several columns, as (${columns.join(', ')}).`;
      this.impossible.push({ change, why, remedy: 'Reference a key of one column in the SQL.' });
      return true;
    }
    if (columns.length !== 1) return false;
    if (constraint.kind === 'unique') return isPlainUnique(constraint) && this.takeUnique(column, change);
    const plan = this.planOf(column);
    if (
      plan === null ||
      !canBePositive(plan) ||
      !isNotNegative(constraint, { ...plan.column, name: plan.name }, this.sql)
    )
      return false;
    plan.positive = 'yes';
    return this.note(plan, change);
  }

  private takeUnique(column: string, change: Change): boolean {
    const plan = this.planOf(column);
    if (plan === null || (plan.field !== null && isSet(plan.field, 'unique'))) return false;
    plan.unique = 'yes';
    return this.note(plan, change);
  }

  /** Only a relation has an index of its own accord. */
  private takeIndex(column: string, change: Change): boolean {
    const plan = this.planOf(column);
    if (plan === null) return false;
    const isRelation = plan.foreignKey !== null || (plan.field !== null && plan.field.relation !== null);
    const isNew = plan.field === null;
    if (!isRelation && !isNew) return false;
    if (isNew && plan.foreignKey === null) return false;
    // One that is unique has no index of its own until it is not.
    const isFreed = plan.field?.kind.form === 'one-to-one' && plan.unique === 'no';
    if (!isFreed && plan.field !== null && plan.field.relation !== null && isSet(plan.field, 'db_index')) return false;
    plan.index = 'yes';
    return this.note(plan, change);
  }

  private takeKey(columns: readonly string[], change: Change): true {
    const [column = ''] = columns;
    if (columns.length === 1) return this.withPlan(column, change, (plan) => Object.assign(plan, { key: 'yes' }));
    const why = `The primary key of ${this.table.ref.name} is to be (${columns.join(', ')}).`;
    this.impossible.push({ change, why, remedy: 'Write the CompositePrimaryKey by hand.' });
    return true;
  }

  private takeDropped(
    kind: 'primary-key' | 'unique' | 'foreign-key' | 'check' | 'index',
    name: string,
    change: Change,
  ): boolean {
    const made = this.table.madeBy(kind, name);
    if (made === null) return false;
    const plan = this.planOf(made.column);
    if (plan === null) return false;
    if (kind === 'primary-key') plan.key = 'no';
    else if (kind === 'unique') plan.unique = 'no';
    else if (kind === 'foreign-key') plan.dropsForeignKey = true;
    else if (kind === 'check') plan.positive = 'no';
    // The twin for searches by prefix is there as long as its index is.
    else if (!made.isTwin) plan.index = 'no';
    return this.note(plan, change);
  }
}

function planFor(field: FieldState | null, column: Column): ColumnPlan {
  return {
    name: column.name,
    field,
    column,
    set: {},
    ...{ isRenamed: false, isDropped: false, foreignKey: null, dropsForeignKey: false },
    ...{ unique: null, positive: null, index: null, key: null },
    changes: [],
  };
}

const integers: ReadonlySet<string> = new Set(['SmallIntegerField', 'IntegerField', 'BigIntegerField']);

const integerTypes: ReadonlySet<unknown> = new Set(['smallint', 'integer', 'bigint']);

/** A new field for a plain integer may be a Positive one, and one of Django's own integers may become it. */
function canBePositive({ field, column, foreignKey }: ColumnPlan): boolean {
  if (field !== null) return integers.has(field.kind.name) && field.call?.callee.kind !== 'class';
  return integerTypes.has(column.type) && column.generated === null && foreignKey === null;
}
