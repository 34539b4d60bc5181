import type { Reading } from '@canonical-schema/schema';
import type { DjangoApp } from './apps';
import { type DjangoModelsOptions, type LoadedModels, loadModels, openProject } from './loaded-models';
import { loadMigrations } from './migrations/load-migrations';
import { type MigrationsPart, migrationsPart, ownApps } from './migrations/migrations-part';
import { appOfKey } from './migrations/missing/detection';
import { type ModelSide, modelSide, swappableSettings } from './migrations/missing/project-sides';
import { replayed } from './migrations/replayed';
import { collectModels } from './model-collection';
import type { ModelState } from './model-state';
import { modelsReading } from './reader';

/** What a project's models come to by themselves. */
export interface ModelsPart {
  /** As `readDjangoModels` has it. */
  readonly reading: Reading;
  /** What migrations are compared with. */
  side(): ModelSide;
}

/** Reads a project's models, and what its migrations are to be compared with. */
export function readModelsPart(options: DjangoModelsOptions): ModelsPart {
  const loaded = loadModels(options);
  return { reading: modelsReading(loaded), side: () => modelSide(loaded) };
}

/**
 * Reads what a project's migrations leave behind, and of its models' modules only those that they need; `none` where the
 * project has no migrations. Null where something depends on which modules are read, or on their order: then the whole has
 * to be read.
 */
export function readMigrationsPart(options: DjangoModelsOptions): MigrationsPart | 'none' | null {
  const { loaded, load, isComplete } = withModelsOnDemand(options);
  const { program } = loaded.fields;
  const migrations = loadMigrations(options.files, loaded);
  if (ownApps(loaded, migrations).size === 0) return 'none';
  if (!program.isOrderFree) return null;
  load(loaded.apps.apps.filter(({ label }) => !migrations.migratedApps.has(label)));
  const done = replayed(loaded, migrations);
  const part = migrationsPart(loaded, migrations, done, swappableSettings(done.models, loaded));
  return isComplete() && program.isOrderFree ? part : null;
}

interface OnDemand {
  readonly loaded: LoadedModels;
  /** Reads the models of some apps, with those of modules that they import. */
  load(apps: readonly DjangoApp[]): void;
  /** Was every model found that was asked for? */
  isComplete(): boolean;
}

/** A project of whose models only those are read that are asked for, an app at a time. */
function withModelsOnDemand(options: DjangoModelsOptions): OnDemand {
  const open = openProject(options, options.files, options.files);
  const { apps, fields, states, files, contrib, context } = open;
  const all = new Map(contrib);
  const read = new Set<DjangoApp>();
  let isComplete = true;
  const load = (asked: readonly DjangoApp[]): void => {
    const others = asked.filter((app) => !read.has(app));
    if (others.length === 0) return;
    for (const app of others) read.add(app);
    for (const [key, state] of collectModels(apps, files, fields, states, others).states) all.set(key, state);
  };
  context.registry.renew(all);
  context.registry.findAbsent((key): ModelState | null => {
    const app = apps.appLabelled(appOfKey(key));
    if (app !== null) load([app]);
    const found = all.get(key) ?? null;
    isComplete &&= found !== null;
    return found;
  });
  const loaded = { ...open, models: { states: new Map(), unread: [] }, all };
  return { loaded, load, isComplete: () => isComplete };
}
