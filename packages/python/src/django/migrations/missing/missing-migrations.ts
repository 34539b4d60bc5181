import type { ModelKey } from '../../model-state';
import { described } from './described';
import { detectChanges } from './detect-changes';
import type { Detection, Questioner, Side, Sides, Uncompared } from './detection';
import type { MigrationOperation } from './migration-operation';
import type { MissingOperation } from './missing-operation';
import type { ModelFacts } from './model-facts';
import { newMigrations } from './new-migrations';
import type { ModelOutline } from './outline';
import { type ModelSide, projectSides, sidesOf } from './project-sides';
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
export function missingMigrations(models: ModelSide, migrations: Side, apps: ReadonlySet<string>): Missing {
  const { from, to, uncompared } = projectSides(models, migrations, apps);
  const pair = (key: ModelKey): Sides => sidesOf(models, migrations, { from: [key], to: [key] });
  const loud = loudModels(from, to, (key) => isQuiet(pair(key), key));
  const asked = loud === null ? { from: from.keys(), to: to.keys() } : { from: loud, to: loud };
  const detection = detectChanges(sidesOf(models, migrations, asked), silent);
  return { operations: operationsOf(detection), uncompared: [...uncompared, ...detection.uncompared] };
}

/**
 * The models that are on both sides and of which something may be missing or unknown: few of them, and the same as last
 * time. Null where a model came, went or became another kind: all may be asked for what they refer to.
 */
function loudModels(
  from: ReadonlyMap<ModelKey, ModelOutline>,
  to: ReadonlyMap<ModelKey, ModelOutline>,
  isQuiet: (key: ModelKey) => boolean,
): readonly ModelKey[] | null {
  if ([...from.keys()].some((key) => !to.has(key))) return null;
  if ([...to].some(([key, { kind }]) => from.get(key)?.kind !== kind)) return null;
  return [...to].flatMap(([key, { likeness }]) => {
    const isAlike = likeness !== null && likeness === from.get(key)?.likeness;
    return isAlike || isQuiet(key) ? [] : [key];
  });
}

/** What was found of two models, which are the same objects for as long as nothing of them changes. */
const quiet = new WeakMap<ModelFacts, { readonly before: ModelFacts; readonly isQuiet: boolean }>();

function isQuiet(pair: Sides, key: ModelKey): boolean {
  const [model, before] = [pair.to.get(key), pair.from.get(key)];
  if (model === undefined || before === undefined) return false;
  const known = quiet.get(model);
  if (known?.before === before) return known.isQuiet;
  const { operations, uncompared } = detectChanges(pair, silent);
  const found = operations.size === 0 && uncompared.length === 0;
  quiet.set(model, { before, isQuiet: found });
  return found;
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
