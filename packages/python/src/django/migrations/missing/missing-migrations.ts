import type { LoadedModels } from '../../loaded-models';
import type { ModelKey, ModelState } from '../../model-state';
import { described } from './described';
import { detectChanges } from './detect-changes';
import type { Detection, Questioner, Uncompared } from './detection';
import type { MigrationOperation } from './migration-operation';
import type { MissingOperation } from './missing-operation';
import { newMigrations } from './new-migrations';
import { projectSides } from './project-sides';
import { noneTerm } from './term';
import { CircularDependencies } from './topological-order';

/** What is missing, and what is not known. */
export interface Missing {
  readonly operations: readonly MissingOperation[];
  readonly uncompared: readonly Pick<Uncompared, 'subject' | 'why' | 'place'>[];
}

/** Asks nothing: a renamed field is one removed and one added. Source: `NonInteractiveMigrationQuestioner`. */
export const silent: Questioner = {
  isRenamedModel: () => false,
  isRenamedField: () => false,
  valueOfAdded: () => noneTerm,
  valueOfNulls: () => null,
};

/** The operations that `makemigrations` would write without asking anything, of the apps named. */
export function missingMigrations(
  loaded: LoadedModels,
  migrated: ReadonlyMap<ModelKey, ModelState>,
  apps: ReadonlySet<string>,
): Missing {
  const { sides, uncompared } = projectSides(loaded, migrated, apps);
  const detection = detectChanges(sides, silent);
  return { operations: operationsOf(detection), uncompared: [...uncompared, ...detection.uncompared] };
}

function operationsOf(detection: Detection): readonly MissingOperation[] {
  const found = (app: string, operations: readonly MigrationOperation[]): readonly MissingOperation[] =>
    operations.map((operation) => ({ app, description: described(operation), ...operation.at }));
  try {
    const known = { existingApps: new Set<string>(), leafOf: () => null };
    return newMigrations(detection, known).flatMap(({ app, operations }) => found(app, operations));
  } catch (error) {
    if (!(error instanceof CircularDependencies)) throw error;
    // Django itself cannot say in which order; each of them is missing all the same.
    return [...detection.operations].flatMap(([app, operations]) => found(app, operations));
  }
}
