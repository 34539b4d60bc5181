import type { FileTree, Reading } from '@canonical-schema/schema';
import { type DjangoModelsOptions, type LoadedModels, loadModels } from '../loaded-models';
import type { ModelKey, ModelState } from '../model-state';
import { type LoadedMigrations, loadMigrations } from './load-migrations';
import { migrationsPart, ownApps, withMissing } from './migrations-part';
import { modelSide } from './missing/project-sides';
import { type Replayed, replayed, unmigratedModels } from './replayed';

/** A project's migrations carried out: the schema that they leave, and the models as they know them. */
export interface ReplayedMigrations {
  readonly reading: Reading;
  readonly models: ReadonlyMap<ModelKey, ModelState>;
}

/** The schema that `migrate` leaves in an empty database, read from the text of a project's migrations. */
export function readDjangoMigrations(options: DjangoModelsOptions): Reading {
  const loaded = loadModels(options);
  return replayMigrations(options.files, loaded).reading;
}

/** The same; null for a project none of whose own apps has migrations. */
export function readDjangoMigrationsIfAny(options: DjangoModelsOptions): Reading | null {
  return migrationsReading(options.files, loadModels(options));
}

/** The same, for a project that is loaded. */
export function migrationsReading(files: FileTree, loaded: LoadedModels): Reading | null {
  const { context, apps, fields } = loaded;
  const { registry } = context;
  const kept = registry.kept(
    'migrations',
    apps,
    fields.program,
    () => {
      const migrations = loadMigrations(files, loaded);
      const isNone = ownApps(loaded, migrations).size === 0;
      return { migrations, replayed: isNone ? null : replayed(loaded, migrations) };
    },
    (known) =>
      known.replayed === null || isSameModels(known.replayed.start, unmigratedModels(loaded, known.migrations)),
  );
  return kept.replayed === null ? null : readingOf(loaded, kept.migrations, kept.replayed);
}

function isSameModels(a: ReadonlyMap<ModelKey, ModelState>, b: ReadonlyMap<ModelKey, ModelState>): boolean {
  return a.size === b.size && [...a].every(([key, state]) => b.get(key) === state);
}

/** Carries out the migrations of a project whose models are read already. */
export function replayMigrations(
  files: FileTree,
  loaded: LoadedModels,
  migrations: LoadedMigrations = loadMigrations(files, loaded),
): ReplayedMigrations {
  const done = replayed(loaded, migrations);
  return { reading: readingOf(loaded, migrations, done), models: done.models };
}

function readingOf(loaded: LoadedModels, migrations: LoadedMigrations, done: Replayed): Reading {
  const models = modelSide(loaded);
  return withMissing(models, migrationsPart(loaded, migrations, done, models.swappable));
}
