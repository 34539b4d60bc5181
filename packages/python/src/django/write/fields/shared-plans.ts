import type { FieldState } from '../../fields/field-state';
import type { ColumnPlan, TablePlan } from './column-plan';
import type { FieldWriting } from './field-writing';
import { KnownModels } from './known-models';

/** What several models that inherit one field want of it. */
export interface SharedPlans {
  /** Do all models that have the field want the same of it? */
  isShared(field: FieldState): boolean;
  /** Is another model's plan for the same field carried out, so that this one is as well? */
  isDone(plan: ColumnPlan): boolean;
}

/** Finds the fields of base classes of which every heir wants the same: they are changed once, where they stand. */
export function sharedPlans(tables: readonly TablePlan[], writing: FieldWriting): SharedPlans {
  const wishes = new Map<string, { readonly wanted: Set<string>; readonly plans: ColumnPlan[] }>();
  for (const { plans } of tables) {
    for (const plan of plans.filter(({ changes }) => changes.length > 0)) {
      const key = keyOf(plan.field);
      if (key === null) continue;
      const known = wishes.get(key) ?? { wanted: new Set<string>(), plans: [] };
      known.wanted.add(wishOf(plan));
      known.plans.push(plan);
      wishes.set(key, known);
    }
  }
  const models = KnownModels.of(writing);
  const isShared = (field: FieldState): boolean => {
    const wish = wishes.get(keyOf(field) ?? '');
    if (wish === undefined || field.place === null || wish.wanted.size !== 1) return false;
    return wish.plans.length === models.modelsWith(field.place);
  };
  const isDone = (plan: ColumnPlan): boolean => {
    const { field } = plan;
    return field !== null && isShared(field) && wishes.get(keyOf(field) ?? '')?.plans[0] !== plan;
  };
  return { isShared, isDone };
}

function keyOf(field: FieldState | null): string | null {
  return field?.place === null || field === null ? null : `${field.place.path}:${field.place.span.start}`;
}

/** All that a plan wants, but for the names of what it is wanted of. */
function wishOf(plan: ColumnPlan): string {
  const { name, set, isRenamed, isDropped, dropsForeignKey, unique, positive, index, key } = plan;
  const target = plan.foreignKey === null ? null : [plan.foreignKey.references, plan.foreignKey.onDelete];
  return JSON.stringify([name, set, isRenamed, isDropped, target, dropsForeignKey, unique, positive, index, key]);
}
