import type { ModelKey } from '../../model-state';
import { described } from './described';
import { detectChanges } from './detect-changes';
import type { Detection, Questioner, Side, Sides, Uncompared } from './detection';
import type { MigrationOperation } from './migration-operation';
import type { MissingOperation } from './missing-operation';
import type { ModelFacts } from './model-facts';
import { newMigrations } from './new-migrations';
import { type ModelSide, projectSides } from './project-sides';
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
  const { sides, uncompared } = projectSides(models, migrations, apps);
  const detection = detectChanges(withoutQuiet(sides), silent);
  return { operations: operationsOf(detection), uncompared: [...uncompared, ...detection.uncompared] };
}

/**
 * The sides without the models that are on both and of which nothing is missing or unknown: most of them, and the same
 * as last time. Where a model came, went or became another kind, all may be asked for what they refer to.
 */
function withoutQuiet(sides: Sides): Sides {
  const { from, to } = sides;
  const loud: ModelKey[] = [];
  for (const [key, model] of to) {
    const before = from.get(key);
    if (before === undefined || kindOf(before) !== kindOf(model)) return sides;
    if (!isQuiet(key, model, before, sides)) loud.push(key);
  }
  if ([...from.keys()].some((key) => !to.has(key))) return sides;
  return { ...sides, from: only(from, loud), to: only(to, loud) };
}

function kindOf({ managed, proxy }: ModelFacts): string {
  return managed ? (proxy ? 'proxy' : 'model') : 'unmanaged';
}

/** What was found of two models, which are the same objects for as long as nothing of them changes. */
const quiet = new WeakMap<ModelFacts, { readonly before: ModelFacts; readonly isQuiet: boolean }>();

function isQuiet(key: ModelKey, model: ModelFacts, before: ModelFacts, sides: Sides): boolean {
  const known = quiet.get(model);
  if (known?.before === before) return known.isQuiet;
  const found = isQuietPair(key, model, before, sides);
  quiet.set(model, { before, isQuiet: found });
  return found;
}

function isQuietPair(key: ModelKey, model: ModelFacts, before: ModelFacts, sides: Sides): boolean {
  const pair = { ...sides, from: new Map([[key, before]]), to: new Map([[key, model]]) };
  const { operations, uncompared } = detectChanges(pair, silent);
  return operations.size === 0 && uncompared.length === 0;
}

function only<V>(models: ReadonlyMap<ModelKey, V>, keys: readonly ModelKey[]): ReadonlyMap<ModelKey, V> {
  const wanted = new Set(keys);
  return new Map([...models].filter(([key]) => wanted.has(key)));
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
